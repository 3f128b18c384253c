package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.study.Fault;

/**
 * What cuts of one kind cost each port network, by their length.
 *
 * @param fault what is cut
 * @param portNetworks by number
 */
public record FaultCuts<P extends FaultCuts.OfPn>(Fault fault, List<P> portNetworks) {
    /** Keeps a copy of the list. */
    public FaultCuts {
        portNetworks = List.copyOf(portNetworks);
    }

    /** How many faults were tried up to the longest cut of a plan. */
    static <P extends FaultCuts.OfPn> int done(List<FaultCuts<P>> faults, CutPlan plan) {
        return (int) faults.stream()
                .filter(fault -> fault.portNetworks.stream().allMatch(pn -> pn.upTo() == plan.upTo()))
                .count();
    }

    /** What cuts of one kind cost one port network, by their length. */
    public interface OfPn {
        /** The number of the port network. */
        int number();

        /** Whether no cut that was tried costs it anything. */
        boolean isUntouched();

        /** The longest cut that was tried, in milliseconds. */
        long upTo();

        /** What it costs by length, to tell whether port networks fare alike. */
        List<?> course();
    }
}
