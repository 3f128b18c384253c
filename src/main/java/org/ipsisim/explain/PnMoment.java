package org.ipsisim.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.survivability.Simulation;

/**
 * One port network at one moment of a run.
 *
 * @param history of the run
 * @param pn the port network in it
 * @param at milliseconds from the start, up to the end of the run
 */
record PnMoment(History history, PnHistory pn, long at) {
    /** @throws IllegalArgumentException if the estate has no such port network or the time is outside the run */
    static PnMoment of(History history, int pn, long at) {
        PnHistory there = history.findPortNetwork(pn)
                .orElseThrow(() -> new IllegalArgumentException("there is no port network " + pn));
        there.spanAt(at);
        return new PnMoment(history, there, at);
    }

    Scenario scenario() {
        return history.scenario();
    }

    /** The scenario with the random outages of its seed among its events: what is changed of it leaves them as they are. */
    Scenario drawn() {
        return scenario().withOnly(OutageDraws.eventsOf(scenario()));
    }

    int number() {
        return pn.portNetwork().number();
    }

    /** A moment of the run in words. */
    String words(long time) {
        return history.moments().exact(time);
    }

    /** Its state at the moment, and since when. */
    PnSpan span() {
        return pn.spanAt(at);
    }

    /** Whether what is due at a time has happened by now; nothing happens at the very end of a run. */
    boolean isPast(long time) {
        return time <= at && time < history.duration();
    }

    /** Whether a timer runs at the moment; at the end of a run, whether it outlasts it. */
    boolean runs(TimerSpan timer) {
        boolean atEnd = at == history.duration();
        return atEnd ? timer.to() == at && timer.due() > at : timer.runsAt(at);
    }

    /** Whether an entry is about the port network or one of its IPSIs. */
    boolean isOwn(TraceEntry entry) {
        return entry.subject().isOf(number());
    }

    /** What has happened to it by now, the latest first. */
    List<TraceEntry> ownEntriesBackwards() {
        List<TraceEntry> own = new ArrayList<>(ownEntries());
        Collections.reverse(own);
        return own;
    }

    /** What has happened to it by now, in order. */
    List<TraceEntry> ownEntries() {
        return history.trace().ofPn(number()).stream()
                .filter(entry -> entry.at() <= at)
                .toList();
    }

    /** The IPSI through which it is controlled at a time; the A side while none is. */
    IpsiId activeIpsi(long time) {
        return pn.portNetwork().ipsis().stream()
                .filter(ipsi -> pn.ipsiAt(ipsi, time).role() == IpsiRole.ACTIVE)
                .findFirst()
                .orElse(pn.portNetwork().ipsis().get(0));
    }

    /** Since when a cluster has been on the list of an IPSI without a break; empty if it is not on it now. */
    Optional<Long> listedSince(IpsiId ipsi, int cluster) {
        long since = -1;
        for (var span : Objects.requireNonNull(pn.lists().get(ipsi))) {
            if (span.from() > at) {
                break;
            }
            boolean listed = span.clusters().contains(cluster);
            since = listed ? (since < 0 ? span.from() : since) : -1;
        }
        return since < 0 ? Optional.empty() : Optional.of(since);
    }

    /** What has failed and does not work yet because the scenario says so, by name. */
    List<String> failed() {
        return lasting(NetworkHappening.Failed.class, NetworkHappening.Restored.class);
    }

    /** What is degraded because the scenario says so, by name. */
    List<String> degraded() {
        return lasting(NetworkHappening.Degraded.class, NetworkHappening.DegradationEnded.class);
    }

    private List<String> lasting(Class<?> begin, Class<?> end) {
        Map<Subject, Integer> lasting = new TreeMap<>();
        for (TraceEntry entry : history.trace()) {
            if (entry.at() <= at && entry.isRoot()) {
                if (entry.is(begin)) {
                    lasting.merge(entry.subject(), 1, Integer::sum);
                } else if (entry.is(end)) {
                    lasting.computeIfPresent(entry.subject(), (name, count) -> count > 1 ? count - 1 : null);
                }
            }
        }
        return lasting.keySet().stream().map(Subject::name).toList();
    }

    /**
     * Every heartbeat by now; the scenario is run again for them unless the run has kept them. Empty if that is too much for
     * one run.
     */
    List<HeartbeatHistory> heartbeats() {
        if (!history.heartbeats().isEmpty()) {
            return history.heartbeats();
        }
        Scenario shorter = scenario()
                .lasting(Duration.ofMillis(Math.min(at + 1, history.duration())))
                .withoutExpectations();
        return Simulation.runIfPossible(shorter, Detail.HEARTBEATS)
                .map(History::heartbeats)
                .orElse(List.of());
    }

    /** A cluster as sentences name it. */
    String cluster(int number) {
        return history.names().cluster(number);
    }
}
