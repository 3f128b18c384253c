package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
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
    static final class Kind implements RunKind<List<CutGap>> {
        private final List<CutGap> gaps;
        private final CutPlan plan;
        private final OutcomesKind outcomes;
        private final int each;

        Kind(List<CutGap> gaps, CutPlan plan, OutcomesKind outcomes) {
            this.gaps = gaps;
            this.plan = plan;
            this.outcomes = outcomes;
            this.each = 2 * plan.portNetworks().size();
        }

        @Override
        public String name(int number) {
            CutGap gap = gaps.get(number);
            return plan.faults().get(gap.fault).name() + " cut for " + gap.low + " to " + gap.high + " ms";
        }

        @Override
        public long[] numbers(List<CutGap> edges) {
            return edges.stream()
                    .flatMapToLong(edge -> LongStream.concat(
                            LongStream.of(edge.fault, edge.low),
                            LongStream.concat(
                                    Arrays.stream(outcomes.numbers(edge.below)),
                                    Arrays.stream(outcomes.numbers(edge.above)))))
                    .toArray();
        }

        @Override
        public List<CutGap> result(long[] numbers) {
            List<CutGap> edges = new ArrayList<>();
            int next = 0;
            while (next < numbers.length) {
                int above = next + 2 + each;
                int end = above + each;
                edges.add(new CutGap(
                        Objects.checkIndex(
                                Math.toIntExact(numbers[next]), plan.faults().size()),
                        numbers[next + 1],
                        outcomes.result(Arrays.copyOfRange(numbers, next + 2, above)),
                        numbers[next + 1] + 1,
                        outcomes.result(Arrays.copyOfRange(numbers, above, Math.min(end, numbers.length)))));
                next = end;
            }
            return edges;
        }
    }
}
