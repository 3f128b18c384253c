package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.study.Fault;

/**
 * What cuts of one kind cost each port network, by their length.
 *
 * @param fault what is cut
 * @param portNetworks by number
 */
public record FaultBands(Fault fault, List<PnBands> portNetworks) {
    /** Keeps a copy of the list. */
    public FaultBands {
        portNetworks = List.copyOf(portNetworks);
    }
}
