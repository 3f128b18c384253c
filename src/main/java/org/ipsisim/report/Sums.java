package org.ipsisim.report;

import java.util.List;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnTotals;

/**
 * What several port networks come to together.
 *
 * @param totals their totals, added up
 * @param pnCalls their calls that use port-network resources
 * @param ipCalls their calls between shuffled IP phones
 */
record Sums(PnTotals totals, CallOutcome pnCalls, CallOutcome ipCalls) {
    static Sums of(List<PnHistory> portNetworks) {
        PnTotals totals = new PnTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        CallOutcome pnCalls = new CallOutcome(0, 0, 0);
        CallOutcome ipCalls = new CallOutcome(0, 0, 0);
        for (PnHistory pn : portNetworks) {
            totals = add(totals, pn.totals());
            pnCalls = add(pnCalls, pn.pnCalls());
            ipCalls = add(ipCalls, pn.ipCalls());
        }
        return new Sums(totals, pnCalls, ipCalls);
    }

    private static PnTotals add(PnTotals a, PnTotals b) {
        return new PnTotals(
                a.outage() + b.outage(),
                a.degraded() + b.degraded(),
                a.warmResets() + b.warmResets(),
                a.coldResets() + b.coldResets(),
                a.failovers() + b.failovers(),
                a.fallbacks() + b.fallbacks(),
                a.ipsiInterchanges() + b.ipsiInterchanges(),
                a.callsDropped() + b.callsDropped(),
                a.callsBlocked() + b.callsBlocked(),
                a.callsDelayed() + b.callsDelayed());
    }

    private static CallOutcome add(CallOutcome a, CallOutcome b) {
        return new CallOutcome(a.atStart() + b.atStart(), a.dropped() + b.dropped(), a.frozen() + b.frozen());
    }
}
