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
        long callsDelayed) {
    /** Of a port network to which nothing has happened. */
    public static final PnTotals NONE = new PnTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both added up. */
    public PnTotals plus(PnTotals other) {
        return new PnTotals(
                outage + other.outage,
                degraded + other.degraded,
                warmResets + other.warmResets,
                coldResets + other.coldResets,
                failovers + other.failovers,
                fallbacks + other.fallbacks,
                ipsiInterchanges + other.ipsiInterchanges,
                callsDropped + other.callsDropped,
                callsBlocked + other.callsBlocked,
                callsDelayed + other.callsDelayed);
    }
}
