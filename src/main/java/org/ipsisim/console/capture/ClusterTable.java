package org.ipsisim.console.capture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code status ess clusters}: the clusters. The main alone shows more than one, and the title names the cluster of the
 * server that shows them.
 */
final class ClusterTable extends Context {
    private static final Pattern TITLE = Pattern.compile("Cluster ID:? +([0-9]{1,3}) ");

    private int own;
    private final Set<Integer> shown = new HashSet<>();

    ClusterTable(Claims claims) {
        super(claims);
    }

    @Override
    void title(Line line) {
        Matcher matcher = TITLE.matcher(line.text());
        own = matcher.find() ? LineWords.number(matcher.group(1), Limit.CLUSTER) : 0;
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int cluster = words.number(0, Limit.CLUSTER);
        if (cluster == 0 || words.count() < 3 || !isEnabled(words.get(1)) || !hasRegistration(words)) {
            return 0;
        }
        claims().cluster(cluster, line);
        if (words.get(1).equals("n")) {
            claims().say("core " + cluster + " disabled", "y", line);
        }
        shown.add(cluster);
        if (own > 0 && shown.size() > 1) {
            claims().say("main cluster", String.valueOf(own), line);
        }
        release(words, line);
        return 1;
    }

    private static boolean isEnabled(String word) {
        return word.equals("y") || word.equals("n") || word.equals("unknown");
    }

    /** After the server ID, which only a registered server has. */
    private static boolean hasRegistration(LineWords words) {
        int place = words.isNumber(2, 99) ? 3 : 2;
        return place < words.count()
                && (words.get(place).equals("y") || words.get(place).equals("n"));
    }

    private void release(LineWords words, Line line) {
        String release = releaseOf(words.get(words.count() - 1));
        if (!release.isEmpty()) {
            claims().say("release", release, line);
        }
    }

    /** The release of a software version such as {@code R016x.00.1.510.1}; empty if it is none. */
    static String releaseOf(String version) {
        if (version.startsWith("R013x.00")) {
            return "cm-3.0";
        }
        if (version.startsWith("R013x.01.3")) {
            return "cm-3.1.3";
        }
        if (version.startsWith("R014x")) {
            return "cm-4";
        }
        if (version.startsWith("R015x")) {
            return "cm-5";
        }
        return version.matches("R01[6-9]x.*") ? "cm-6" : "";
    }
}
