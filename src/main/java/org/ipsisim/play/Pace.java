package org.ipsisim.play;

/**
 * How fast simulated time goes.
 *
 * @param factor simulated milliseconds for each real one, 1 to {@value #FASTEST}
 * @param jumps whether quiet times are skipped
 */
record Pace(int factor, boolean jumps) {
    static final int FASTEST = 600;

    private static final int[] FACTORS = {1, 2, 5, 10, 20, 30, 60, 120, 300, FASTEST};

    /** When times are skipped, so many real milliseconds are left after what happened, ... */
    private static final long AFTER = 3000;

    /** ... and so many before what happens next. */
    private static final long BEFORE = 1500;

    Pace faster() {
        for (int next : FACTORS) {
            if (next > factor) {
                return new Pace(next, jumps);
            }
        }
        return this;
    }

    Pace slower() {
        for (int i = FACTORS.length - 1; i >= 0; i--) {
            if (FACTORS[i] < factor) {
                return new Pace(FACTORS[i], jumps);
            }
        }
        return this;
    }

    Pace withJumps(boolean other) {
        return new Pace(factor, other);
    }

    /**
     * The moment that a moment has become after a while; not after the end of the run.
     *
     * @param elapsed real milliseconds
     */
    long advance(long at, long elapsed, PreparedRun course) {
        long next = at + elapsed * factor;
        if (jumps) {
            long last = course.stops().before(at + 1);
            long coming = course.stops().after(at);
            boolean isQuiet = next - last >= AFTER * factor;
            next = isQuiet ? Math.max(next, coming - BEFORE * factor) : next;
        }
        return Math.min(next, course.duration());
    }

    /** Such as {@code x10}, {@code x60 jump}. */
    String text() {
        return "x" + factor + (jumps ? " jump" : "");
    }
}
