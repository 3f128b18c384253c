package org.ipsisim.phones;

import org.ipsisim.estate.SipSettings;
import org.ipsisim.kernel.Draws;

/** The waits of the phones of a population: pure functions of the phone, the controller and the number of the wait (U9). */
final class Waits {
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
        long min = wait.min().toMillis();
        long span = wait.max().toMillis() - min + 1;
        return Math.max(1, min + (long) (draws.uniform(number) * span));
    }
}
