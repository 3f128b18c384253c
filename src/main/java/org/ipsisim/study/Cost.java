package org.ipsisim.study;

import org.ipsisim.estate.PnTotal;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnTotals;

/**
 * What a run cost: one port network, or several added up.
 *
 * @param totals counts, and times in milliseconds
 * @param setUpsLost random calls that were lost before they were answered
 * @param talkTimeLost what random calls would have been talked, in milliseconds
 * @param needlessFailovers failovers that were not worth it, as {@link NeedlessFailovers} counts them
 */
public record Cost(PnTotals totals, long setUpsLost, long talkTimeLost, long needlessFailovers) {
    /** Nothing at all. */
    public static final Cost NONE = new Cost(PnTotals.NONE, 0, 0, 0);

    /** What its numbers are, in words. */
    public static final String NUMBER_NAMES =
            "outage (ms), degraded (ms), warm resets, cold resets, failovers, fallbacks,"
                    + " IPSI interchanges, calls dropped, calls blocked, calls delayed, set-ups lost, talk time lost (ms), needless"
                    + " failovers";

    private static final int NUMBERS = 13;

    /** What one port network went through. */
    public static Cost of(PnHistory pn, History history) {
        return new Cost(
                pn.totals(),
                pn.total(PnTotal.SET_UPS_LOST),
                pn.total(PnTotal.TALK_TIME_LOST),
                NeedlessFailovers.of(pn, history));
    }

    /** All port networks of a run, added up. */
    public static Cost of(History history) {
        Cost sum = NONE;
        for (PnHistory pn : history.portNetworks()) {
            sum = sum.plus(of(pn, history));
        }
        return sum;
    }

    /** Adds its numbers to a row. */
    public void write(NumberRow row) {
        row.add(totals.outage(), totals.degraded(), totals.warmResets(), totals.coldResets());
        row.add(totals.failovers(), totals.fallbacks(), totals.ipsiInterchanges());
        row.add(totals.callsDropped(), totals.callsBlocked(), totals.callsDelayed());
        row.add(setUpsLost, talkTimeLost, needlessFailovers);
    }

    /** What {@link #write} has written. */
    public static Cost read(NumberRow row) {
        long[] n = row.next(NUMBERS);
        return new Cost(new PnTotals(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]), n[10], n[11], n[12]);
    }

    /** Both added up. */
    public Cost plus(Cost other) {
        return new Cost(
                totals.plus(other.totals),
                setUpsLost + other.setUpsLost,
                talkTimeLost + other.talkTimeLost,
                needlessFailovers + other.needlessFailovers);
    }

    /** Time in which nobody could start a call, in milliseconds: degraded and without service. */
    public long cannotDial() {
        return totals.degraded() + totals.outage();
    }
}
