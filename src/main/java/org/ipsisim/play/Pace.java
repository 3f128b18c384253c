package org.ipsisim.play;

import java.util.stream.IntStream;

/**
 * The speed of simulated time.
 *
 * @param factor simulated milliseconds for each real one, 1 to {@value #FASTEST}
 * @param jumps whether quiet times are skipped
 */
record Pace(int factor, boolean jumps) {
    static final int FASTEST = 600;

    private static final int[] FACTORS = {1, 2, 5, 10, 20, 30, 60, 120, 300, FASTEST};

    /** Real milliseconds that are still played after an event when quiet times are skipped. */
    private static final long AFTER = 3000;

    /** Real milliseconds that are played before the next event when quiet times are skipped. */
    private static final long BEFORE = 1500;

    Pace faster() {
        return new Pace(
                IntStream.of(FACTORS).filter(next -> next > factor).findFirst().orElse(factor), jumps);
    }

    Pace slower() {
        return new Pace(
                IntStream.of(FACTORS).filter(next -> next < factor).max().orElse(factor), jumps);
    }

    Pace withJumps(boolean other) {
        return new Pace(factor, other);
    }

    /**
     * The moment that is reached after some real time; at most the end of the run.
     *
     * @param elapsed real milliseconds
     */
    long advance(long at, long elapsed, PreparedRun run) {
        long next = at + elapsed * factor;
        if (jumps) {
            long last = run.stops().before(at + 1);
            long coming = run.stops().after(at);
            boolean isQuiet = next - last >= AFTER * factor;
            next = isQuiet ? Math.max(next, coming - BEFORE * factor) : next;
        }
        return Math.min(next, run.duration());
    }

    /** Such as {@code x10}, {@code x60 jump}. */
    String text() {
        return "x" + factor + (jumps ? " jump" : "");
    }
}
