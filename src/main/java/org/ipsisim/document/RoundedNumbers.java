package org.ipsisim.document;

import org.ipsisim.history.Words;

/** Times and counts as people say them, with few digits. */
public final class RoundedNumbers {
    private static final long SECOND = 1000;

    private RoundedNumbers() {}

    /** A time in milliseconds, rounded to the second from one second on, such as {@code 6m30s}. */
    public static String time(long millis) {
        return Words.duration(millis < SECOND ? millis : (millis + SECOND / 2) / SECOND * SECOND);
    }

    /** A count with its noun: {@code 1 call}, {@code 40 calls}. */
    public static String count(long count, String noun) {
        return Words.count(count, noun);
    }

    /** A count with thin gaps and its noun: {@code 1 000 pairs}. */
    public static String grouped(long count, String noun) {
        return Words.grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** How often: {@code once}, {@code twice}, {@code 3 times}. */
    public static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }
}
