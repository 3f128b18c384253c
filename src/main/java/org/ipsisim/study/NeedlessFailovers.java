package org.ipsisim.study;

import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/**
 * Counts the failovers that were not worth it.
 *
 * <p>A failover is needless if the server that the port network left could reach it again before the port network was
 * in service under the new one. Waiting would then have cost no more: a failover takes one restart now and one on the
 * way back, waiting takes what is left of the cut and one restart; so it pays from the moment the rest of the cut is
 * longer than a restart, which is when the port network is in service again. A failover that an operator orders is
 * never needless.
 */
final class NeedlessFailovers {
    private NeedlessFailovers() {}

    static long of(PnHistory pn, History history) {
        if (pn.totals().failovers() == 0) {
            return 0;
        }
        return history.trace().of(pn.subject()).stream()
                .filter(entry -> !history.trace().isCausedBy(entry, CommandHappening.TakeoverForced.class))
                .filter(entry -> entry.as(PnHappening.TakenOver.class)
                        .filter(taken -> isBack(taken.from(), entry.at(), backInService(pn, entry.at()), pn))
                        .isPresent())
                .count();
    }

    /** When the port network is in service again; the end of the run if it is not. */
    private static long backInService(PnHistory pn, long takenOver) {
        for (PnSpan span : pn.timeline()) {
            if (span.from() >= takenOver && span.state() == PnState.IN_SERVICE) {
                return span.from();
            }
        }
        return pn.timeline().get(pn.timeline().size() - 1).to();
    }

    /** Whether a cluster came back onto the list of one of the IPSIs meanwhile: that is when it reaches it again. */
    private static boolean isBack(int cluster, long from, long to, PnHistory pn) {
        for (List<ListSpan> spans : pn.lists().values()) {
            for (ListSpan span : spans) {
                if (span.from() >= from && span.from() < to && span.clusters().contains(cluster)) {
                    return true;
                }
            }
        }
        return false;
    }
}
