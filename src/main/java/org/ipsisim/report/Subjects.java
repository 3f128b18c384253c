package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;

/** Names of things, written together: {@code pn-1}, {@code pn-2}, {@code pn-4} as {@code pn 1-2, 4}. */
public final class Subjects {
    private static final String PN = "pn-";
    private static final String IPSI = "ipsi-";

    private Subjects() {}

    /**
     * The names in brief, port networks first.
     *
     * @param names as trace entries have them, each once
     */
    public static String brief(List<String> names) {
        List<Integer> numbers = new ArrayList<>();
        List<String> ipsis = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith(PN) && isNumber(name, PN.length())) {
                numbers.add(Integer.valueOf(name.substring(PN.length())));
            } else if (name.startsWith(IPSI)) {
                ipsis.add(name.substring(IPSI.length()));
            } else {
                parts.add(name);
            }
        }
        if (!ipsis.isEmpty()) {
            parts.add(0, "ipsi " + String.join(", ", ipsis));
        }
        if (!numbers.isEmpty()) {
            numbers.sort(null);
            parts.add(0, "pn " + NumberList.compact(numbers));
        }
        return String.join(", ", parts);
    }

    private static boolean isNumber(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return name.length() > from && name.length() - from <= 2;
    }
}
