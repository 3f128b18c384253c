package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ipsisim.study.RunKind;

/**
 * Two lengths of a cut with different outcomes.
 *
 * @param fault its place in the plan
 * @param low the shorter one, in milliseconds
 * @param below what it costs each port network
 * @param high the longer one
 * @param above what that costs
 */
record CutGap(int fault, long low, List<PnOutcome> below, long high, List<PnOutcome> above) {
    /** Gaps narrowed down to edges: of each the fault, the lower length, what it costs, and what a millisecond more costs. */
    static RunKind<List<CutGap>> kind(List<CutGap> gaps, CutPlan plan, SharedOutcomes outcomes) {
        return new RunKind<>(
                number -> {
                    CutGap gap = gaps.get(number);
                    return plan.faults().get(gap.fault).name() + " cut for " + gap.low + " to " + gap.high + " ms";
                },
                (edges, row) -> edges.forEach(edge -> {
                    row.add(edge.fault, edge.low);
                    SharedOutcomes.write(edge.below, row);
                    SharedOutcomes.write(edge.above, row);
                }),
                row -> {
                    List<CutGap> edges = new ArrayList<>();
                    while (row.hasNext()) {
                        int fault =
                                Objects.checkIndex(row.nextInt(), plan.faults().size());
                        long low = row.next();
                        edges.add(new CutGap(fault, low, outcomes.read(row), low + 1, outcomes.read(row)));
                    }
                    return edges;
                });
    }
}
