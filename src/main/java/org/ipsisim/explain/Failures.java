package org.ipsisim.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.survivability.Simulation;

/** What has failed at a time of a run, and which of it keeps a port network from hearing its server. */
final class Failures {
    /** Heartbeats that are looked at: enough to see whether one arrives. */
    private static final int BEATS = 5;

    private final PnMoment moment;
    private final List<Occurrence> occurrences;

    Failures(PnMoment moment) {
        this.moment = moment;
        this.occurrences = Occurrence.of(moment.scenario());
    }

    /** The failures and degradations that last at a time, by when they began; one for each event. */
    List<TraceEntry> at(long time) {
        List<TraceEntry> lasting = new ArrayList<>();
        for (TraceEntry entry : moment.history().trace()) {
            if (entry.at() > time) {
                break;
            }
            if (entry.event() > 0 && entry.is(NetworkHappening.Failed.class, NetworkHappening.Degraded.class)) {
                lasting.add(entry);
            } else if (entry.is(NetworkHappening.Restored.class, NetworkHappening.DegradationEnded.class)) {
                lasting.stream().filter(begun -> ends(entry, begun)).findFirst().ifPresent(lasting::remove);
            }
        }
        return lasting;
    }

    private static boolean ends(TraceEntry entry, TraceEntry begun) {
        boolean isFailure = begun.is(NetworkHappening.Failed.class);
        return begun.subject().equals(entry.subject()) && isFailure == entry.is(NetworkHappening.Restored.class);
    }

    /**
     * The failures at a time without which heartbeats would come through; if each of several is enough by itself, those
     * that are. If there is none, the degradations that would be such failures if they lost everything: they were what a
     * silence went on for.
     */
    List<TraceEntry> thatSilence(long time) {
        int cluster = moment.pn().spanAt(time).controller();
        List<TraceEntry> all = at(time);
        List<TraceEntry> failed = all.stream()
                .filter(entry -> entry.is(NetworkHappening.Failed.class))
                .toList();
        return isSilenced(failed, cluster) ? needed(failed, cluster) : needed(all, cluster);
    }

    private List<TraceEntry> needed(List<TraceEntry> all, int cluster) {
        if (!isSilenced(all, cluster)) {
            return List.of();
        }
        List<TraceEntry> needed = all.stream()
                .filter(failure -> !isSilenced(
                        all.stream()
                                .filter(other -> other.event() != failure.event())
                                .toList(),
                        cluster))
                .toList();
        return needed.isEmpty()
                ? all.stream()
                        .filter(failure -> isSilenced(List.of(failure), cluster))
                        .toList()
                : needed;
    }

    /** Whether no heartbeat of a cluster comes through while nothing is wrong but some things, which lose everything. */
    private boolean isSilenced(List<TraceEntry> failures, int cluster) {
        List<ScenarioEvent> events = failures.stream()
                .flatMap(failure -> occurrences.get(failure.event() - 1).event().findTarget().stream()
                        .map(target -> total(failure, target)))
                .distinct()
                .toList();
        Scenario scenario = moment.scenario();
        Duration length =
                scenario.estate().timers().get(TimerSetting.HEARTBEAT_INTERVAL).multipliedBy(BEATS);
        return Simulation.runIfPossible(
                        scenario.withOnly(events).lasting(length).withoutExpectations(), Detail.HEARTBEATS)
                .filter(run -> run.heartbeats().stream()
                        .filter(way ->
                                way.server().cluster() == cluster && way.ipsi().pn() == moment.number())
                        .flatMap(HeartbeatHistory::beats)
                        .noneMatch(HeartbeatHistory.Heartbeat::delivered))
                .isPresent();
    }

    private static ScenarioEvent total(TraceEntry begun, Target target) {
        return begun.is(NetworkHappening.Failed.class)
                ? new ScenarioEvent.Fail(Duration.ZERO, target, Optional.empty())
                : new ScenarioEvent.Degrade(
                        Duration.ZERO,
                        target,
                        OptionalDouble.of(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
