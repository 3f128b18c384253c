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
    static RunKind<FaultOutcome> kind(List<FaultSet> sets, List<Long> lengths) {
        return new RunKind<>(
                number -> sets.get(number / lengths.size()).name() + " for " + lengths.get(number % lengths.size())
                        + " ms",
                FaultOutcome::write,
                FaultOutcome::read);
    }

    private void write(NumberRow row) {
        row.add(cost.length(), cost.callsDropped(), cost.outage(), cost.degraded(), cost.failovers());
        row.add(cost.out(), cost.systems());
        row.addSet(listed);
    }

    private static FaultOutcome read(NumberRow n) {
        FaultCost cost = new FaultCost(n.next(), n.next(), n.next(), n.next(), n.next(), n.next(), n.nextInt());
        return new FaultOutcome(cost, n.nextSet());
    }
}
