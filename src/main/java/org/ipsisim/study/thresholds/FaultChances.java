package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.study.Fault;

/**
 * How likely cuts of one kind cost each port network something, by their length.
 *
 * @param fault what is cut
 * @param portNetworks by number
 */
public record FaultChances(Fault fault, List<PnChances> portNetworks) {
    /** Keeps a copy of the list. */
    public FaultChances {
        portNetworks = List.copyOf(portNetworks);
    }
}
