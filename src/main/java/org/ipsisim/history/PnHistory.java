package org.ipsisim.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;

/**
 * What one port network went through.
 *
 * @param portNetwork which one
 * @param timeline its states; neighbours differ, and they cover the run without a gap
 * @param lists the priority lists of its IPSIs over time; they cover the run without a gap
 * @param totals counts and times
 * @param pnCalls calls that use its resources
 * @param ipCalls calls between shuffled IP phones
 */
public record PnHistory(
        PortNetwork portNetwork,
        List<PnSpan> timeline,
        SortedMap<IpsiId, List<ListSpan>> lists,
        PnTotals totals,
        CallOutcome pnCalls,
        CallOutcome ipCalls) {
    /** Keeps a copy of the timeline. */
    public PnHistory {
        timeline = List.copyOf(timeline);
    }

    /**
     * The span at a time; at the end of the run, the last one.
     *
     * @param at milliseconds from the start, 0 to the run's duration
     * @throws IllegalArgumentException if the time is outside the run
     */
    public PnSpan spanAt(long at) {
        PnSpan last = timeline.get(timeline.size() - 1);
        if (at < 0 || at > last.to()) {
            throw new IllegalArgumentException(at + " ms is outside the run");
        }
        return timeline.get(firstFrom(at + 1) - 1);
    }

    /** The spans that begin at a time or later; the time is in milliseconds from the start. */
    public List<PnSpan> spansFrom(long at) {
        return timeline.subList(firstFrom(at), timeline.size());
    }

    /** The index of the first span that begins at a time or later; the number of spans if none does. */
    private int firstFrom(long at) {
        int low = 0;
        int high = timeline.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.get(middle).from() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The priority list of one of its IPSIs at a time; at the end of the run, the last one.
     *
     * @throws IllegalArgumentException if the time is outside the run or the IPSI is not of this port network
     */
    public List<Integer> listAt(IpsiId ipsi, long at) {
        List<ListSpan> spans = lists.get(ipsi);
        if (spans == null) {
            throw new IllegalArgumentException(ipsi + " is not an IPSI of " + portNetwork.id());
        }
        for (ListSpan span : spans) {
            if (at >= span.from() && at < span.to()) {
                return span.clusters();
            }
        }
        ListSpan last = spans.get(spans.size() - 1);
        if (at == last.to()) {
            return last.clusters();
        }
        throw new IllegalArgumentException(at + " ms is outside the run");
    }

    /** Time in each state in milliseconds, also of states that did not occur; the values sum to the run's duration. */
    public Map<PnState, Long> timeByState() {
        EnumMap<PnState, Long> times = new EnumMap<>(PnState.class);
        for (PnState state : PnState.values()) {
            times.put(state, 0L);
        }
        for (PnSpan span : timeline) {
            times.merge(span.state(), span.length(), Long::sum);
        }
        return times;
    }
}
