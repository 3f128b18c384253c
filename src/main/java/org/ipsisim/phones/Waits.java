package org.ipsisim.phones;

import org.ipsisim.estate.SipSettings;
import org.ipsisim.kernel.Draws;

/** The waits of the phones of a population: pure functions of the phone, the controller and the number of the wait (U9). */
final class Waits {
    /** So many waits in a row may be drawn as one sum. */
    static final int MANY = 4096;

    /** Draws of which the sum of many waits is made: twelve uniform numbers sum to nearly a normal one of variance 1. */
    static final int DRAWS_OF_MANY = 12;

    private final Draws draws;

    /** @param draws of the population */
    Waits(Draws draws) {
        this.draws = draws;
    }

    /** The draws for one phone and controller. */
    Draws of(int phone, int controller) {
        return draws.numbered(phone).numbered(1 + controller);
    }

    /** A wait in whole milliseconds, evenly from the shortest to the longest; at least 1. */
    static long draw(Draws draws, long number, SipSettings.Wait wait) {
        return draw(draws, number, wait.min().toMillis(), wait.max().toMillis());
    }

    /** A wait, from the shortest to the longest in milliseconds. */
    static long draw(Draws draws, long number, long min, long max) {
        return Math.max(1, min + (long) (draws.uniform(number) * (max - min + 1)));
    }

    /**
     * The sum of {@link #MANY} waits, as it would be but for its luck: for outages so long that nobody could say which wait a
     * phone is in.
     *
     * @param number of the first of {@link #DRAWS_OF_MANY} draws
     */
    static long drawMany(Draws draws, long number, SipSettings.Wait wait) {
        long min = Math.max(1, wait.min().toMillis());
        long spread = Math.max(1, wait.max().toMillis()) - min;
        double normal = -DRAWS_OF_MANY / 2.0;
        for (int i = 0; i < DRAWS_OF_MANY; i++) {
            normal += draws.uniform(number + i);
        }
        double deviation = spread * Math.sqrt(MANY / 12.0);
        return Math.max(MANY * min, Math.round(MANY * (min + spread / 2.0) + normal * deviation));
    }
}
