package org.ipsisim.console.capture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code display survivable-processor}: what is administered for one survivable core. */
final class CoreForm extends Context {
    private static final Field CLUSTER = new Field("cluster id/mid");
    private static final Field TYPE = new Field("type");
    private static final Field NODE = new Field("node name");
    private static final Field SCORE = new Field("priority score");
    private static final Field COMMUNITY = new Field("community");
    private static final List<String> FLAGS = List.of("system-preferred", "local-preferred", "local-only");
    private static final List<Field> FLAG_FIELDS =
            FLAGS.stream().map(flag -> new Field(flag.replace('-', ' '))).toList();

    private final Set<String> seen = new HashSet<>();
    private final String node;
    private int cluster;
    private boolean broken;

    CoreForm(Claims claims, String subject) {
        super(claims);
        node = subject;
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        String number = CLUSTER.in(line);
        if (!number.isEmpty()) {
            cluster = LineWords.number(number, Limit.CLUSTER);
            broken = !seen.add("cluster") || cluster == 0;
            if (!broken) {
                claims().cluster(cluster, line);
                if (TYPE.in(line).startsWith("duplex")) {
                    claims().say("core " + cluster + " duplex", "y", line);
                }
            }
            return 1;
        }
        String ofForm = NODE.in(line);
        broken |= !ofForm.isEmpty() && !node.isEmpty() && !ofForm.equals(node);
        if (cluster == 0) {
            return 0;
        }
        for (int i = 0; i < FLAGS.size(); i++) {
            String value = FLAG_FIELDS.get(i).in(line);
            if (value.equals("y") || value.equals("n")) {
                say(FLAGS.get(i), value, line);
            }
        }
        sayNumber("priority-score", SCORE.in(line), Limit.SCORE, line);
        sayNumber("community", COMMUNITY.in(line), Limit.COMMUNITY, line);
        return 0;
    }

    private void sayNumber(String key, String value, int most, Line line) {
        if (LineWords.number(value, most) > 0) {
            say(key, String.valueOf(LineWords.number(value, most)), line);
        }
    }

    /** A field that stands twice in one form is that of another form whose beginning is lost. */
    private void say(String key, String value, Line line) {
        broken |= !seen.add(key);
        if (!broken) {
            claims().say("core " + cluster + " " + key, value, line);
        }
    }
}
