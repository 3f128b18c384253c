package org.ipsisim.study.compare;

import java.util.List;
import java.util.Optional;
import org.ipsisim.history.PnHistory;

/**
 * How one port network fares in two runs.
 *
 * @param number its number
 * @param a in the first run; empty if only the second has it
 * @param b in the second run; empty if only the first has it
 * @param divergence the first difference; empty if there is none, or only one of the runs has the port network
 * @param cause what makes the first difference, if there is one
 */
public record PnComparison(
        int number,
        Optional<PnHistory> a,
        Optional<PnHistory> b,
        Optional<Divergence> divergence,
        Optional<Cause> cause) {
    /** Whether nothing differs but its priority lists. */
    public boolean differsInListsAlone() {
        return divergence.filter(difference -> difference.chain().isEmpty()).isPresent()
                && a.map(PnHistory::timeline).equals(b.map(PnHistory::timeline));
    }

    /** Whether it fares differently, or only one of the runs has it. */
    public boolean differs() {
        return a.isEmpty() || b.isEmpty() || divergence.isPresent();
    }

    /**
     * What made the first difference of a port network.
     *
     * @param changes the values that did
     * @param alone whether each of them does it alone; otherwise it takes several of them
     */
    public record Cause(List<Change> changes, boolean alone) {
        /** Keeps a copy of the list. */
        public Cause {
            changes = List.copyOf(changes);
        }
    }
}
