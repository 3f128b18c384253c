package org.ipsisim.sip.lint;

/**
 * Whether the copies of a reliable response come at the instants of P7 on one hop: 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s after the
 * first. Some may be lost, the first one among them.
 */
final class RepeatTimes {
    private static final long T1_MICROS = 500_000;
    private static final int SENDINGS = 7;
    private static final long LEEWAY_MICROS = 100_000;
    private static final int LEEWAY_SHARE = 20;

    private long last;
    /** A bit for each sending that the last copy can have been. */
    private int possible = (1 << SENDINGS) - 1;

    private int excused;

    /** @param first when the first one was seen, in microseconds */
    RepeatTimes(long first) {
        last = first;
    }

    /**
     * Whether a copy comes when it may.
     *
     * @param invites how many copies of the INVITE were seen so far: each is answered with the same response (X6)
     */
    boolean fits(long at, int invites) {
        long gap = at - last;
        int next = 0;
        for (int before = 0; before < SENDINGS; before++) {
            for (int after = before + 1; after < SENDINGS && (possible >> before & 1) == 1; after++) {
                long wanted = T1_MICROS * ((1L << after) - (1L << before));
                if (Math.abs(gap - wanted) <= LEEWAY_MICROS + wanted / LEEWAY_SHARE) {
                    next |= 1 << after;
                }
            }
        }
        if (next != 0) {
            last = at;
            possible = next;
            return true;
        }
        if (gap > LEEWAY_MICROS && excused >= invites) {
            return false;
        }
        excused++;
        return true;
    }

    /** How long after the last copy that came in time, in milliseconds. */
    long millisSince(long at) {
        return (at - last) / 1000;
    }
}
