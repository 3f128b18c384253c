package org.ipsisim.study;

import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnTotals;

/** The worst that a port network went through in a run, mildest first. */
public enum WorstOutcome implements Keyed {
    /** Nothing was reset; heartbeats may have been missed. */
    NOTHING,
    /** No call could start for some time; stable calls stayed up. */
    WARM_RESET,
    COLD_RESET,
    /** A server restarted it without a cold reset, as after the loss of every call of the system (M24). */
    RESTART,
    /** It had no power or no working IPSI (M28). */
    DOWN,
    /** A survivable core took it over. */
    FAILOVER;

    public static WorstOutcome of(PnHistory pn) {
        PnTotals totals = pn.totals();
        if (totals.failovers() > 0) {
            return FAILOVER;
        }
        if (pn.timeline().stream().anyMatch(span -> span.state() == PnState.DOWN)) {
            return DOWN;
        }
        if (totals.coldResets() > 0) {
            return COLD_RESET;
        }
        if (totals.outage() > 0) {
            return RESTART;
        }
        return totals.warmResets() > 0 || totals.degraded() > 0 ? WARM_RESET : NOTHING;
    }
}
