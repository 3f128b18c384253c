package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.study.Fault;

/**
 * What cuts of one kind cost each port network, by their length.
 *
 * @param fault what is cut
 * @param portNetworks by number
 */
public record FaultCuts<P extends PnCuts>(Fault fault, List<P> portNetworks) {
    /** Keeps a copy of the list. */
    public FaultCuts {
        portNetworks = List.copyOf(portNetworks);
    }

    /** How many faults were tried up to the longest cut of a plan. */
    static <P extends PnCuts> int done(List<FaultCuts<P>> faults, CutPlan plan) {
        return (int) faults.stream()
                .filter(fault -> fault.portNetworks.stream().allMatch(pn -> pn.upTo() == plan.upTo()))
                .count();
    }
}
