package org.ipsisim.scenario;

import java.util.Optional;

/** A port network number, or a range of them such as {@code 2-5}, as written; the numbers may be out of range. */
record PnRange(int first, int last) {
    private static final int LONGEST = 6;

    static Optional<PnRange> parse(String text) {
        int dash = text.indexOf('-');
        String first = dash < 0 ? text : text.substring(0, dash).stripTrailing();
        String last = dash < 0 ? text : text.substring(dash + 1).stripLeading();
        if (!isNumber(first) || !isNumber(last)) {
            return Optional.empty();
        }
        return Optional.of(new PnRange(Integer.parseInt(first), Integer.parseInt(last)));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
