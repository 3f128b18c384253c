package org.ipsisim.study.montecarlo;

import java.util.Arrays;
import java.util.Optional;
import org.ipsisim.study.RunKind;

/**
 * What one run cost.
 *
 * @param a with the setting of the file
 * @param b with the other one under the same outages; empty if nothing is compared
 */
record CostPair(RunCosts a, Optional<RunCosts> b) {
    /** For each port network, then for all of them, each measure; then the same with the other setting. */
    static final class Kind implements RunKind<CostPair> {
        private final int each;
        private final boolean compared;

        Kind(MonteCarloPlan plan) {
            this.each = RunCosts.size(plan.portNetworks().size());
            this.compared = plan.b().isPresent();
        }

        @Override
        public String name(int number) {
            return "run " + number;
        }

        @Override
        public long[] numbers(CostPair pair) {
            long[] numbers = Arrays.copyOf(pair.a.values(), compared ? 2 * each : each);
            pair.b.ifPresent(b -> System.arraycopy(b.values(), 0, numbers, each, each));
            return numbers;
        }

        @Override
        public CostPair result(long[] numbers) {
            if (numbers.length != (compared ? 2 * each : each)) {
                throw new IllegalArgumentException(numbers.length + " numbers");
            }
            return compared
                    ? new CostPair(
                            new RunCosts(Arrays.copyOf(numbers, each)),
                            Optional.of(new RunCosts(Arrays.copyOfRange(numbers, each, 2 * each))))
                    : new CostPair(new RunCosts(numbers), Optional.empty());
        }
    }
}
