package org.ipsisim.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.SipSettings;

/** How results write times, clusters and counts: the same digits and dots in every locale. */
public final class Words {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60_000;
    private static final long[] UNIT_SIZES = {86_400_000, 3_600_000, 60_000};
    private static final char[] UNITS = {'d', 'h', 'm'};

    private Words() {}

    /** Milliseconds as a decimal number of seconds, without trailing zeros. */
    public static BigDecimal decimalSeconds(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /** Milliseconds as a decimal number of minutes, rounded to some decimals, without trailing zeros. */
    public static BigDecimal decimalMinutes(long millis, int decimals) {
        BigDecimal minutes = BigDecimal.valueOf(millis)
                .divide(BigDecimal.valueOf(MINUTE), decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }

    /** Milliseconds as days, hours, minutes and seconds, such as {@code 6m15s}, {@code 1m14.02s}, {@code 250ms}. */
    public static String duration(long millis) {
        if (Math.abs(millis) < SECOND) {
            return millis == 0 ? "0s" : millis + "ms";
        }
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long rest = Math.abs(millis);
        for (int i = 0; i < UNIT_SIZES.length; i++) {
            if (rest >= UNIT_SIZES[i]) {
                text.append(rest / UNIT_SIZES[i]).append(UNITS[i]);
                rest %= UNIT_SIZES[i];
            }
        }
        return rest == 0 ? text.toString() : text + decimalSeconds(rest).toPlainString() + "s";
    }

    /**
     * A cluster as sentences name it: {@code the main}, or {@code core 10} for a survivable core.
     *
     * @param main the cluster number of the main servers
     */
    public static String clusterName(int number, int main) {
        return number == main ? "the main" : "core " + number;
    }

    /** The value of a timer or a setting: {@code 5m}, {@code 50%}, {@code 30s to 54s}, a word, or a number. */
    public static String setting(Object value) {
        if (value instanceof Duration length) {
            return duration(length.toMillis());
        }
        if (value instanceof SipSettings.Wait wait) {
            return setting(wait.min()) + " to " + setting(wait.max());
        }
        if (value instanceof Double share) {
            return percent(share);
        }
        return value instanceof Keyed word ? word.key() : value.toString();
    }

    /** A share from 0 to 1 as a percentage with at most three decimals, such as {@code 30%} or {@code 0.125%}. */
    public static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(100 * share)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return percent.toPlainString() + "%";
    }

    /** A count with its noun: {@code 1 call}, {@code 40 calls}. */
    public static String count(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A whole number with a blank between thousands, such as {@code 12 000}. */
    public static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int place = digits.length() - 3; place > (number < 0 ? 1 : 0); place -= 3) {
            digits.insert(place, ' ');
        }
        return digits.toString();
    }

    /** A text with its first letter in upper case. */
    public static String capital(String text) {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
