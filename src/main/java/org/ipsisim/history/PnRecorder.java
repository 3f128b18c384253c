package org.ipsisim.history;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;

/** Takes down what happens to one port network: states, priority lists, counts. */
public final class PnRecorder {
    private final PortNetwork portNetwork;
    private final Track<StateAndController> states = new Track<>();
    private final SortedMap<IpsiId, Track<List<Integer>>> lists = new TreeMap<>();
    private final EnumMap<PnTotal, Long> counts = new EnumMap<>(PnTotal.class);
    private long frozenPnCalls;
    private long frozenIpCalls;

    private record StateAndController(PnState state, int controller) {}

    /** A port network that is in service under a cluster. */
    public PnRecorder(PortNetwork portNetwork, int controller) {
        this.portNetwork = portNetwork;
        state(0, PnState.IN_SERVICE, controller);
    }

    /** It has a state and a controlling cluster from a time on. */
    public void state(long at, PnState state, int controller) {
        states.change(at, new StateAndController(state, controller));
    }

    /** One of its IPSIs has a priority list from a time on: clusters, best first. */
    public void list(IpsiId ipsi, long at, List<Integer> clusters) {
        lists.computeIfAbsent(ipsi, id -> new Track<>()).change(at, List.copyOf(clusters));
    }

    /** Something that is counted happened so many times. */
    public void count(PnTotal what, long times) {
        counts.merge(what, times, Long::sum);
    }

    /** Something that is counted happened once. */
    public void count(PnTotal what) {
        count(what, 1);
    }

    PnHistory finish(long end) {
        List<PnSpan> timeline =
                states.spans(end, (from, to, value) -> new PnSpan(from, to, value.state, value.controller));
        TreeMap<IpsiId, List<ListSpan>> listSpans = new TreeMap<>();
        lists.forEach((ipsi, track) -> listSpans.put(ipsi, track.spans(end, ListSpan::new)));
        return new PnHistory(
                portNetwork,
                timeline,
                Collections.unmodifiableSortedMap(listSpans),
                totals(timeline),
                new CallOutcome(portNetwork.calls().pn(), counted(PnTotal.CALLS_DROPPED), frozenPnCalls),
                new CallOutcome(portNetwork.calls().ip(), 0, frozenIpCalls));
    }

    /** So many calls have been up without features for some time. */
    public void frozen(long pnCalls, long ipCalls) {
        frozenPnCalls = pnCalls;
        frozenIpCalls = ipCalls;
    }

    private PnTotals totals(List<PnSpan> timeline) {
        long outage = 0;
        long degraded = 0;
        for (PnSpan span : timeline) {
            outage += span.state().isOutage() ? span.length() : 0;
            degraded += span.state().isDegraded() ? span.length() : 0;
        }
        return new PnTotals(
                outage,
                degraded,
                counted(PnTotal.WARM_RESETS),
                counted(PnTotal.COLD_RESETS),
                counted(PnTotal.FAILOVERS),
                counted(PnTotal.FALLBACKS),
                counted(PnTotal.IPSI_INTERCHANGES),
                counted(PnTotal.CALLS_DROPPED),
                counted(PnTotal.CALLS_BLOCKED),
                counted(PnTotal.CALLS_DELAYED));
    }

    private long counted(PnTotal what) {
        return counts.getOrDefault(what, 0L);
    }
}
