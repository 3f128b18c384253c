package org.ipsisim.study.replay;

import java.util.Comparator;
import java.util.List;
import org.ipsisim.history.PnTotals;

/** The replayed outages that cost something with either setting, those with the most time without service first. */
public final class ReplayRanking {
    private final List<Replay.Outage> costly;

    /** Ranks what is done. */
    public ReplayRanking(Replay replay) {
        this.costly = replay.outages().stream()
                .filter(outage -> outageOf(outage) > 0 || callsOf(outage) > 0)
                .sorted(Comparator.comparingLong(ReplayRanking::outageOf)
                        .thenComparingLong(ReplayRanking::callsOf)
                        .reversed())
                .toList();
    }

    private static PnTotals totals(Replay.Outage outage) {
        return Replay.sum(outage.a()).totals();
    }

    private static PnTotals otherTotals(Replay.Outage outage) {
        return outage.b().map(b -> Replay.sum(b).totals()).orElse(PnTotals.NONE);
    }

    /** The time without service in milliseconds, with the setting with which it is longer. */
    private static long outageOf(Replay.Outage outage) {
        return Math.max(totals(outage).outage(), otherTotals(outage).outage());
    }

    private static long callsOf(Replay.Outage outage) {
        return Math.max(totals(outage).callsDropped(), otherTotals(outage).callsDropped());
    }

    /** The costliest ones. */
    public List<Replay.Outage> first(int most) {
        return costly.subList(0, Math.min(most, costly.size()));
    }

    /** How many cost something. */
    public int size() {
        return costly.size();
    }
}
