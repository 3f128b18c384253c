package org.ipsisim.estate;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Random outages: what fails, how often and for how long.
 *
 * @param targets one or more, each with its own outages unless they fail together
 * @param together whether all of them fail at once, as when something they share fails
 * @param betweenFailures how long a target works, from the start of the run or the end of an outage to the next one
 * @param repair how long an outage is
 */
public record RandomOutage(List<Target> targets, boolean together, RandomTime betweenFailures, RandomTime repair) {
    /**
     * Keeps a copy of the list.
     *
     * @throws IllegalArgumentException if there is no target
     */
    public RandomOutage {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no targets");
        }
    }

    /** The same outages of other targets. */
    public RandomOutage withTargets(UnaryOperator<Target> other) {
        return new RandomOutage(targets.stream().map(other).toList(), together, betweenFailures, repair);
    }

    /** The approximate mean number of outages in a run of this length. */
    public double expectedIn(long millis) {
        double cycle =
                (double) betweenFailures.mean().toMillis() + repair.mean().toMillis();
        return millis / cycle * targets.size();
    }
}
