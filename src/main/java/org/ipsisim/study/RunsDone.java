package org.ipsisim.study;

import java.util.List;

/**
 * The results of work that may have been stopped: the first ones, or all.
 *
 * @param results in the order of their numbers, from 0 without a gap
 * @param of how many there would have been
 */
public record RunsDone<T>(List<T> results, int of) {
    /** Keeps a copy of the list. */
    public RunsDone {
        results = List.copyOf(results);
    }

    /** Whether nothing is missing. */
    public boolean isWhole() {
        return results.size() == of;
    }
}
