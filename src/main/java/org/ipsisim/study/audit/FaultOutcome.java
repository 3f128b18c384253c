package org.ipsisim.study.audit;

import java.util.List;
import java.util.Set;
import org.ipsisim.study.NumberRow;
import org.ipsisim.study.RunKind;

/**
 * What a run of the whole estate says about a set of faults.
 *
 * @param listed clusters that were on a list of some port network
 */
record FaultOutcome(FaultCost cost, Set<Integer> listed) {
    /** A set after the other, with each length: the components of the cost in their order, how many are listed, and those. */
    static final class Kind implements RunKind<FaultOutcome> {
        private final List<FaultSet> sets;
        private final List<Long> lengths;

        Kind(List<FaultSet> sets, List<Long> lengths) {
            this.sets = sets;
            this.lengths = lengths;
        }

        @Override
        public String name(int number) {
            return sets.get(number / lengths.size()).name() + " for " + lengths.get(number % lengths.size()) + " ms";
        }

        @Override
        public long[] numbers(FaultOutcome outcome) {
            NumberRow numbers = new NumberRow();
            FaultCost cost = outcome.cost;
            numbers.add(cost.length(), cost.callsDropped(), cost.outage(), cost.degraded(), cost.failovers());
            numbers.add(cost.out(), cost.systems());
            numbers.addSet(outcome.listed);
            return numbers.all();
        }

        @Override
        public FaultOutcome result(long[] values) {
            NumberRow n = new NumberRow(values);
            FaultCost cost = new FaultCost(n.next(), n.next(), n.next(), n.next(), n.next(), n.next(), n.nextInt());
            return new FaultOutcome(cost, n.nextSet());
        }
    }
}
