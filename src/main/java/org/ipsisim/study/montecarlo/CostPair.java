package org.ipsisim.study.montecarlo;

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
    static RunKind<CostPair> kind(MonteCarloPlan plan) {
        int each = RunCosts.size(plan.portNetworks().size());
        return new RunKind<>(
                number -> "run " + number,
                (pair, row) -> {
                    row.add(pair.a.values());
                    pair.b.ifPresent(b -> row.add(b.values()));
                },
                row -> new CostPair(new RunCosts(row.next(each)), plan.b().map(b -> new RunCosts(row.next(each)))));
    }
}
