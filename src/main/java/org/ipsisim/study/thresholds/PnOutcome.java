package org.ipsisim.study.thresholds;

import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/**
 * What a cut cost a port network.
 *
 * @param fate the worst it went through
 * @param callsDrop whether a call dropped
 */
public record PnOutcome(WorstOutcome fate, boolean callsDrop) {
    static PnOutcome of(PnHistory pn) {
        return new PnOutcome(WorstOutcome.of(pn), pn.totals().callsDropped() > 0);
    }

    /** Of each port network, by number. */
    static List<PnOutcome> of(History history) {
        return history.portNetworks().stream().map(PnOutcome::of).toList();
    }

    /** Whether nothing was reset, and no call dropped. */
    public boolean isFree() {
        return fate == WorstOutcome.NOTHING && !callsDrop;
    }

    /** Whether no call dropped. */
    public boolean keepsCalls() {
        return !callsDrop;
    }

    /** Whether no survivable core took it over. */
    public boolean stays() {
        return fate != WorstOutcome.FAILOVER;
    }
}
