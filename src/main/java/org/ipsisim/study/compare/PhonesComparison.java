package org.ipsisim.study.compare;

import java.util.Optional;
import org.ipsisim.history.PopulationHistory;

/**
 * How one population of phones fares in two runs.
 *
 * @param name its name
 * @param a in the first run; empty if only the second has it
 * @param b in the second run; empty if only the first has it
 * @param divergence the first difference; empty if there is none, or only one of the runs has the population
 * @param cause what makes the first difference, if there is one
 */
public record PhonesComparison(
        String name,
        Optional<PopulationHistory> a,
        Optional<PopulationHistory> b,
        Optional<Divergence> divergence,
        Optional<PnComparison.Cause> cause) {
    /** Whether it fares differently, or only one of the runs has it. */
    public boolean differs() {
        return a.isEmpty() || b.isEmpty() || divergence.isPresent();
    }
}
