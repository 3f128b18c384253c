package org.ipsisim.console.capture;

import java.util.List;

/**
 * {@code display system-parameters ess}: the main with its one or two servers, and what is administered for each survivable
 * core. The row of the main ends with the names of its servers, that of a core with score, community, and whether it is
 * system preferred, local preferred, local only.
 */
final class CoreTable extends Context {
    private static final String MAIN = "MAIN SERVER";
    private static final int FLAGS = 3;

    private boolean mainNext;
    private boolean knowsColumns;
    private boolean scoreFirst;

    CoreTable(Claims claims) {
        super(claims);
    }

    @Override
    void heading(Line line) {
        List<String> words = LineWords.of(line.text()).words();
        knowsColumns = words.contains("Scr") && words.contains("Com");
        scoreFirst = words.indexOf("Scr") < words.indexOf("Com");
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (line.text().strip().startsWith(MAIN)) {
            mainNext = true;
            return 1;
        }
        boolean ofMain = mainNext;
        mainNext = false;
        LineWords words = LineWords.of(line.text());
        int cluster = words.number(0, Limit.CLUSTER);
        if (!isBeginning(words)) {
            return 0;
        }
        int taken = 1;
        if (!isCore(words) && !line.full()) {
            Line rest = rest(lines, at);
            boolean another = rest == null || isBeginning(LineWords.of(rest.text()));
            LineWords joined = another ? words : LineWords.of(line.with(rest).text());
            taken = isCore(joined) ? 2 : 1;
            words = isCore(joined) ? joined : words;
        }
        if (ofMain && !line.full() && words.count() == (isDuplex(words) ? 6 : 4)) {
            claims().cluster(cluster, line);
            claims().say("main cluster", String.valueOf(cluster), line);
            claims().say("main duplex", isDuplex(words) ? "y" : "n", line);
            return 1;
        }
        if (!isCore(words)) {
            return 0;
        }
        readCore(words, cluster, line);
        return taken;
    }

    private static boolean isDuplex(LineWords words) {
        return words.get(1).equals("Duplex");
    }

    private static boolean isBeginning(LineWords words) {
        return words.count() >= 4
                && words.isNumber(0, Limit.CLUSTER)
                && (words.get(1).equals("Simplex") || words.get(1).equals("Duplex"));
    }

    private static boolean isFlag(LineWords words, int place) {
        return place >= 0
                && place < words.count()
                && (words.get(place).equals("y") || words.get(place).equals("n"));
    }

    /** Whether a row is complete: two numbers and three flags at its end. */
    private static boolean isCore(LineWords words) {
        int last = words.count() - 1;
        return last >= 4 + FLAGS
                && isFlag(words, last)
                && isFlag(words, last - 1)
                && isFlag(words, last - 2)
                && words.isNumber(last - FLAGS, Limit.SCORE)
                && words.isNumber(last - FLAGS - 1, Limit.SCORE);
    }

    private void readCore(LineWords words, int cluster, Line line) {
        int last = words.count() - 1;
        String core = "core " + cluster + " ";
        claims().cluster(cluster, line);
        claims().say(core + "system-preferred", words.get(last - 2), line);
        claims().say(core + "local-preferred", words.get(last - 1), line);
        claims().say(core + "local-only", words.get(last), line);
        int first = words.number(last - FLAGS - 1, Limit.SCORE);
        int second = words.number(last - FLAGS, Limit.SCORE);
        if (knowsColumns || first == second) {
            int community = scoreFirst ? second : first;
            claims().say(core + "priority-score", String.valueOf(scoreFirst ? first : second), line);
            if (community <= Limit.COMMUNITY) {
                claims().say(core + "community", String.valueOf(community), line);
            }
        }
        if (isDuplex(words)) {
            claims().say(core + "duplex", "y", line);
        }
    }
}
