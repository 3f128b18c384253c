package org.ipsisim.history;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;

/** Records what happens to one port network: states, priority lists, counts. */
public final class PnRecorder {
    private final PortNetwork portNetwork;
    private final Track<StateAndController> states = new Track<>();
    private final SortedMap<IpsiId, Track<List<Integer>>> lists = new TreeMap<>();
    private final SortedMap<IpsiId, Track<RoleAndContact>> ipsis = new TreeMap<>();
    private final EnumMap<PnTotal, Long> counts = new EnumMap<>(PnTotal.class);
    private final TreeMap<Long, CallLosses> losses = new TreeMap<>(Map.of(0L, CallLosses.NONE));
    private RandomCalls randomCalls = RandomCalls.NONE;
    private long droppedStable;
    private long droppedBetweenIpPhones;
    private long redialled;
    private long redialledBetweenIpPhones;
    private long frozenPnCalls;
    private long frozenIpCalls;

    private record StateAndController(PnState state, int controller) {
        @Override
        public boolean equals(Object other) {
            return other instanceof StateAndController its && state == its.state && controller == its.controller;
        }

        @Override
        public int hashCode() {
            return 31 * controller + state.ordinal();
        }
    }

    private record RoleAndContact(IpsiRole role, boolean hasContact) {
        private static final List<RoleAndContact> ALL = Stream.of(IpsiRole.values())
                .flatMap(role -> Stream.of(new RoleAndContact(role, false), new RoleAndContact(role, true)))
                .toList();

        static RoleAndContact of(IpsiRole role, boolean hasContact) {
            return ALL.get(2 * role.ordinal() + (hasContact ? 1 : 0));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RoleAndContact its && role == its.role && hasContact == its.hasContact;
        }

        @Override
        public int hashCode() {
            return 2 * role.ordinal() + (hasContact ? 1 : 0);
        }
    }

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

    /** One of its IPSIs has a role, and contact with the controlling cluster or not, from a time on. */
    public void ipsi(IpsiId ipsi, long at, IpsiRole role, boolean hasContact) {
        ipsis.computeIfAbsent(ipsi, id -> new Track<>()).change(at, RoleAndContact.of(role, hasContact));
    }

    /** Something that is counted happened once. */
    public void count(PnTotal what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** People have made calls in place of stable ones that had dropped, through the port network and between IP phones. */
    public void redialled(long calls, long betweenIpPhones) {
        redialled += calls;
        redialledBetweenIpPhones += betweenIpPhones;
    }

    /** A reset, a restart or a loss of power ended stable calls. */
    public void droppedStable(long calls) {
        droppedStable += calls;
    }

    /** A restart of the whole system, or of the power of the phones, ended stable calls between IP phones (M24, M32). */
    public void droppedBetweenIpPhones(long calls) {
        droppedBetweenIpPhones += calls;
    }

    /**
     * All that its random calls had lost before anything happened to them at a time, never earlier than the last one; of several
     * calls at one time the first counts. It is kept where the timeline changes.
     */
    public void lossesBefore(long at, CallLosses soFar) {
        long last = losses.lastKey();
        if (last < at && !states.changesAt(last)) {
            losses.remove(last);
        }
        losses.putIfAbsent(at, soFar);
    }

    /** What became of its random calls by the end of the run. */
    public void randomCalls(RandomCalls outcome) {
        randomCalls = outcome;
    }

    PnHistory finish(long end) {
        List<PnSpan> timeline = List.copyOf(states.spans(
                end,
                (from, to, value) -> new PnSpan(from, to, value.state, value.controller, lossesBetween(from, to))));
        return new PnHistory(
                portNetwork,
                timeline,
                spans(lists, end, ListSpan::new),
                spans(ipsis, end, (from, to, value) -> new IpsiSpan(from, to, value.role, value.hasContact)),
                totals(timeline),
                new CallOutcome(portNetwork.calls().pn(), droppedStable, frozenPnCalls, redialled),
                new CallOutcome(
                        portNetwork.calls().ip(), droppedBetweenIpPhones, frozenIpCalls, redialledBetweenIpPhones),
                randomCalls);
    }

    private static <V, S> SortedMap<IpsiId, List<S>> spans(
            SortedMap<IpsiId, Track<V>> tracks, long end, Track.SpanOf<V, S> make) {
        TreeMap<IpsiId, List<S>> spans = new TreeMap<>();
        for (Map.Entry<IpsiId, Track<V>> track : tracks.entrySet()) {
            spans.put(track.getKey(), track.getValue().spans(end, make));
        }
        return Collections.unmodifiableSortedMap(spans);
    }

    private CallLosses lossesBetween(long from, long to) {
        return losses.size() == 1
                ? CallLosses.NONE
                : losses.floorEntry(to).getValue().minus(losses.floorEntry(from).getValue());
    }

    /** Sets how many calls have been up without features for some time. */
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
                droppedStable + droppedBetweenIpPhones + randomCalls.losses().dropped(),
                randomCalls.losses().blocked(),
                randomCalls.losses().delayed());
    }

    private long counted(PnTotal what) {
        return counts.getOrDefault(what, 0L);
    }
}
