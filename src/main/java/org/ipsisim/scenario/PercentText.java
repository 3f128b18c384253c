package org.ipsisim.scenario;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Shares as scenario files write them: {@code 30%} or {@code 0.3}. */
final class PercentText {
    private static final int LONGEST = 40;

    private PercentText() {}

    /** Reads a share; it may lie outside 0 to 1, if it is a number at all. */
    static OptionalDouble parse(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1) : text;
        if (!isDecimal(number)) {
            return OptionalDouble.empty();
        }
        BigDecimal value = new BigDecimal(number);
        return OptionalDouble.of((percent ? value.movePointLeft(2) : value).doubleValue());
    }

    /** Whether a text is a decimal number without exponent, of at most 40 characters. */
    static boolean isDecimal(String text) {
        int digits = 0;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && digits > 0) {
                dots++;
            } else if (!(i == 0 && c == '-')) {
                return false;
            }
        }
        return digits > 0 && dots <= 1 && text.length() <= LONGEST && !text.endsWith(".");
    }
}
