package org.ipsisim.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.RandomCalls;

/**
 * What several port networks come to together.
 *
 * @param totals their totals, added up
 * @param pnCalls their calls that use port-network resources
 * @param ipCalls their calls between shuffled IP phones
 * @param randomCalls their random calls
 */
record Sums(PnTotals totals, CallOutcome pnCalls, CallOutcome ipCalls, RandomCalls randomCalls) {
    static Sums of(List<PnHistory> portNetworks) {
        PnTotals totals = PnTotals.NONE;
        CallOutcome pnCalls = new CallOutcome(0, 0, 0, 0);
        CallOutcome ipCalls = new CallOutcome(0, 0, 0, 0);
        RandomCalls randomCalls = RandomCalls.NONE;
        for (PnHistory pn : portNetworks) {
            totals = totals.plus(pn.totals());
            pnCalls = add(pnCalls, pn.pnCalls());
            ipCalls = add(ipCalls, pn.ipCalls());
            randomCalls = randomCalls.plus(pn.randomCalls());
        }
        return new Sums(totals, pnCalls, ipCalls, randomCalls);
    }

    /** What random calls lost together in each state in which they lost something. */
    static Map<PnState, CallLosses> lossesByState(List<PnHistory> portNetworks) {
        Map<PnState, CallLosses> sums = new EnumMap<>(PnState.class);
        for (PnHistory pn : portNetworks) {
            pn.lossesByState().forEach((state, losses) -> sums.merge(state, losses, CallLosses::plus));
        }
        return sums;
    }

    /** Whether some calls were up at the start. */
    boolean hasStableCalls() {
        return pnCalls.atStart() + ipCalls.atStart() > 0;
    }

    /** Calls of every kind that were up without features for some time. */
    long frozen() {
        return pnCalls.frozen() + ipCalls.frozen() + randomCalls.frozen();
    }

    private static CallOutcome add(CallOutcome a, CallOutcome b) {
        return new CallOutcome(
                a.atStart() + b.atStart(),
                a.dropped() + b.dropped(),
                a.frozen() + b.frozen(),
                a.redialled() + b.redialled());
    }
}
