package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Names of several port networks in few characters: {@code PN 1–5, 7}. */
public final class PnNames {
    private PnNames() {}

    /** The name of these port networks, in the order of their numbers; neighbours from three on become a range. */
    public static String of(Collection<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int number : new TreeSet<>(numbers)) {
            if (first >= 0 && number == last + 1) {
                last = number;
                continue;
            }
            addRange(parts, first, last);
            first = number;
            last = number;
        }
        addRange(parts, first, last);
        return "PN " + String.join(", ", parts);
    }

    private static void addRange(List<String> parts, int first, int last) {
        if (first < 0) {
            return;
        }
        if (last - first == 1) {
            parts.add(first + ", " + last);
        } else {
            parts.add(first == last ? String.valueOf(first) : first + "–" + last);
        }
    }
}
