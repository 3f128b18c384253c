package org.ipsisim.document;

import java.util.ArrayList;
import java.util.List;

/** Ascending numbers written briefly: neighbours are drawn together. */
public final class NumberList {
    /** Most runs of neighbours that a sentence names. */
    private static final int MOST_SPOKEN = 4;

    private record Run(int first, int last) {}

    private NumberList() {}

    /** As tables write it: {@code 1-5, 7}. */
    public static String compact(List<Integer> ascending) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs(ascending)) {
            text.append(text.isEmpty() ? "" : ", ").append(run.first);
            if (run.last > run.first) {
                text.append('-').append(run.last);
            }
        }
        return text.toString();
    }

    /** As one reads it aloud: {@code 1 to 5 and 7}. */
    public static String spoken(List<Integer> ascending) {
        List<String> parts = new ArrayList<>();
        for (Run run : runs(ascending)) {
            if (run.last - run.first > 1) {
                parts.add(run.first + " to " + run.last);
            } else {
                parts.add(String.valueOf(run.first));
                if (run.last > run.first) {
                    parts.add(String.valueOf(run.last));
                }
            }
        }
        return joined(parts);
    }

    /** Whether the numbers fall into so few runs that a sentence can name them. */
    public static boolean isSpeakable(List<Integer> ascending) {
        return runs(ascending).size() <= MOST_SPOKEN;
    }

    /** Parts of a sentence with commas and a last "and". */
    public static String joined(List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(i == parts.size() - 1 ? " and " : ", ");
            }
            text.append(parts.get(i));
        }
        return text.toString();
    }

    private static List<Run> runs(List<Integer> ascending) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < ascending.size(); i++) {
            int first = i;
            while (i + 1 < ascending.size() && ascending.get(i + 1) == ascending.get(i) + 1) {
                i++;
            }
            runs.add(new Run(ascending.get(first), ascending.get(i)));
        }
        return runs;
    }
}
