package org.ipsisim.document;

import org.ipsisim.history.Words;

/** Times and how often, as people say them. */
public final class RoundedNumbers {
    private static final long SECOND = 1000;

    private RoundedNumbers() {}

    /** A time in milliseconds, rounded to the second from one second on, such as {@code 6m30s}. */
    public static String time(long millis) {
        return Words.duration(millis < SECOND ? millis : (millis + SECOND / 2) / SECOND * SECOND);
    }

    /** How often: {@code once}, {@code twice}, {@code 3 times}. */
    public static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : Words.grouped(count) + " times";
    }
}
