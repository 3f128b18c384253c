package org.ipsisim.study.audit;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What a set of faults cost.
 *
 * @param set which faults
 * @param costs for each length, ascending
 */
public record FaultResult(FaultSet set, List<FaultCost> costs) {
    /** The worse first; among equals, the one with fewer faults. Other equals keep the order of the plan. */
    public static final Comparator<FaultResult> WORST_FIRST = Comparator.comparing(
                    FaultResult::worst, FaultCost.WORST_FIRST)
            .thenComparingInt(result -> result.set().size());

    /** Keeps a copy of the costs. */
    public FaultResult {
        costs = List.copyOf(costs);
    }

    /** The costliest length, the shortest of several alike. */
    public FaultCost worst() {
        return Collections.min(costs, FaultCost.WORST_FIRST);
    }

    /** The cost at one of the lengths. */
    FaultCost at(long length) {
        return costs.stream()
                .filter(cost -> cost.length() == length)
                .findFirst()
                .orElseThrow();
    }

    /** The cost of the longest faults. */
    public FaultCost ofLongest() {
        return costs.get(costs.size() - 1);
    }

    /** Whether the estate falls apart into several telephone systems at any length. */
    public boolean fragments() {
        return costs.stream().anyMatch(FaultCost::fragments);
    }
}
