package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.PhoneState;

/**
 * How many phones of a population are in which state at a moment.
 *
 * @param at milliseconds from the start
 * @param counts by state, then by the place of the controller on the list; none is 0, and they sum to the population
 */
public record PhoneSample(long at, List<Count> counts) {
    /**
     * Phones in one state on one controller.
     *
     * @param state of each
     * @param controller place of the controller on the population's list, from 0: the active one, or the one that the phones
     *     move to; -1 if there is none
     * @param phones how many, 1 or more
     */
    public record Count(PhoneState state, int controller, int phones) {}

    /** Keeps a copy of the counts. */
    public PhoneSample {
        counts = List.copyOf(counts);
    }

    /** How many phones are in a state. */
    public int in(PhoneState state) {
        return counts.stream()
                .filter(count -> count.state == state)
                .mapToInt(Count::phones)
                .sum();
    }

    /** How many phones are in a state on one controller, by its place on the population's list. */
    public int in(PhoneState state, int controller) {
        return counts.stream()
                .filter(count -> count.state == state && count.controller == controller)
                .mapToInt(Count::phones)
                .sum();
    }
}
