package org.ipsisim.estate;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Outages by chance: what fails, and how often and for how long.
 *
 * @param targets one or more, each with outages of its own unless they are struck together
 * @param together whether one draw strikes all of them at once, as the failure of something they share
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
            throw new IllegalArgumentException("outages of nothing");
        }
    }

    /** The same outages of other targets. */
    public RandomOutage withTargets(UnaryOperator<Target> other) {
        return new RandomOutage(targets.stream().map(other).toList(), together, betweenFailures, repair);
    }

    /** How many outages a run of this length has on average, about. */
    public double expectedIn(long millis) {
        double cycle =
                (double) betweenFailures.mean().toMillis() + repair.mean().toMillis();
        return millis / cycle * targets.size();
    }
}
