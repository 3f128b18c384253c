package org.ipsisim.history;

import org.ipsisim.estate.PnTotal;

/** The totals of one port network over a run; times in milliseconds. */
public record PnTotals(
        long outage,
        long degraded,
        long warmResets,
        long coldResets,
        long failovers,
        long fallbacks,
        long ipsiInterchanges,
        long callsDropped,
        long callsBlocked,
        long callsDelayed) {

    /** The total that an expectation names. */
    public long get(PnTotal total) {
        return switch (total) {
            case OUTAGE -> outage;
            case DEGRADED -> degraded;
            case WARM_RESETS -> warmResets;
            case COLD_RESETS -> coldResets;
            case FAILOVERS -> failovers;
            case FALLBACKS -> fallbacks;
            case IPSI_INTERCHANGES -> ipsiInterchanges;
            case CALLS_DROPPED -> callsDropped;
            case CALLS_BLOCKED -> callsBlocked;
            case CALLS_DELAYED -> callsDelayed;
        };
    }
}
