package org.ipsisim.phones;

import java.util.Arrays;

/** When in its cycle each phone of a population sends its keep-alives, in order (U3, U5). */
final class KeepalivePhases {
    private static final int PHONE_BITS = 20;
    private static final int NEAR = 32;

    private final long interval;
    private final long[] sorted;
    private int latest;

    /**
     * Phones in order.
     *
     * @param interval from one keep-alive to the next, in milliseconds
     * @param phases of the phones, 0 up to the interval
     */
    KeepalivePhases(long interval, long[] phases) {
        this.interval = interval;
        sorted = new long[phases.length];
        for (int phone = 0; phone < phases.length; phone++) {
            sorted[phone] = phases[phone] << PHONE_BITS | phone;
        }
        Arrays.sort(sorted);
    }

    /** The phone at a place of the order. */
    int phone(int place) {
        return (int) sorted[place] & (1 << PHONE_BITS) - 1;
    }

    /** The place of the first phone that sends at a time. */
    int firstAt(long time) {
        return firstFrom(time % interval);
    }

    /** The place after the last phone that sends at a time. */
    int endAt(long time) {
        return firstFrom(time % interval + 1);
    }

    /** Whoever asks mostly asks for the same place again, or for one of the next. */
    private int firstFrom(long phase) {
        long least = phase << PHONE_BITS;
        if (latest > 0 && sorted[latest - 1] >= least) {
            latest = 0;
        }
        int near = Math.min(latest + NEAR, sorted.length);
        while (latest < near && sorted[latest] < least) {
            latest++;
        }
        if (latest == near && near < sorted.length) {
            int place = Arrays.binarySearch(sorted, near, sorted.length, least);
            latest = place >= 0 ? place : -place - 1;
        }
        return latest;
    }

    /** The first time, not before another one, at which a phone sends. */
    long next(long time) {
        long phase = time % interval;
        int place = firstFrom(phase);
        return place < sorted.length
                ? time - phase + (sorted[place] >> PHONE_BITS)
                : time - phase + interval + (sorted[0] >> PHONE_BITS);
    }
}
