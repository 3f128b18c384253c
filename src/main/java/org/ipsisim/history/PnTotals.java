package org.ipsisim.history;

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
        long callsDelayed) {}
