package org.ipsisim.history;

import java.math.BigDecimal;

/** How results write times, clusters and counts: the same digits and dots in every locale. */
public final class Words {
    private Words() {}

    /** Milliseconds as seconds with at most three decimals and no trailing zeros, such as {@code 74.02 s}. */
    public static String seconds(long millis) {
        return decimalSeconds(millis).toPlainString() + " s";
    }

    /** Milliseconds as a decimal number of seconds, without trailing zeros. */
    public static BigDecimal decimalSeconds(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /** Milliseconds as scenario files write durations, such as {@code 6m15s}, {@code 250ms}, {@code 0s}. */
    public static String duration(long millis) {
        if (millis == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long rest = Math.abs(millis);
        long[] sizes = {86_400_000, 3_600_000, 60_000, 1000, 1};
        String[] units = {"d", "h", "m", "s", "ms"};
        for (int i = 0; i < sizes.length; i++) {
            if (rest >= sizes[i]) {
                text.append(rest / sizes[i]).append(units[i]);
                rest %= sizes[i];
            }
        }
        return text.toString();
    }

    /** A cluster as sentences name it: cluster 1 is the main in most estates, so the number is always said. */
    static String clusterName(int number) {
        return "cluster " + number;
    }

    static String countOfCalls(long count) {
        return count == 1 ? "1 call" : count + " calls";
    }
}
