package org.ipsisim.survivability;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.kernel.Turn;
import org.jspecify.annotations.Nullable;

/** What operators and administrators do in a run: disable, enable, busy out, change timers, force a takeover (R56, R60). */
final class Commands {
    private final RunningEstate run;
    private final List<ScenarioEvent> events;
    private final BusyOuts busyOuts;

    Commands(RunningEstate run, List<ScenarioEvent> events) {
        this.run = run;
        this.events = events;
        this.busyOuts = new BusyOuts(run);
    }

    /** Lets each be given when it is due. */
    void schedule() {
        List<Integer> order = IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.<Integer, Duration>comparing(
                                i -> events.get(i).at())
                        .thenComparing(i -> orderWithinInstant(events.get(i))))
                .toList();
        for (int rank = 0; rank < order.size(); rank++) {
            schedule(events.get(order.get(rank)), 1 + order.get(rank), rank);
        }
    }

    /** What enables or releases comes before what disables or busies out; otherwise by kind and contents, never by the place in the file (M2). */
    private static String orderWithinInstant(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Enable || event instanceof ScenarioEvent.ReleaseBusyOut) {
            return " " + event;
        }
        if (event instanceof ScenarioEvent.SetTimers set) {
            return "SetTimers " + new TreeMap<>(set.settings());
        }
        return event.getClass().getSimpleName() + event;
    }

    private void schedule(ScenarioEvent event, int number, int rank) {
        Runnable action = actionOf(event, number);
        if (action != null) {
            EventRank kind = kindOf(event);
            Turn turn = kind == EventRank.COMMAND ? Turn.CHANGE : Turn.DECISION;
            run.agenda().timer(turn, kind.rank(rank), action).armAt(event.at().toMillis());
        }
    }

    private static EventRank kindOf(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Interchange) {
            return EventRank.INTERCHANGE;
        }
        return event instanceof ScenarioEvent.ForcedTakeover ? EventRank.FORCED_TAKEOVER : EventRank.COMMAND;
    }

    private @Nullable Runnable actionOf(ScenarioEvent event, int number) {
        if (event instanceof ScenarioEvent.Disable disable) {
            return () -> run.getCluster(disable.cluster()).setDisabled(true, number);
        }
        if (event instanceof ScenarioEvent.Enable enable) {
            return () -> run.getCluster(enable.cluster()).setDisabled(false, number);
        }
        if (event instanceof ScenarioEvent.BusyOut out) {
            return () -> busyOuts.busyOut(out.ipsi(), number);
        }
        if (event instanceof ScenarioEvent.ReleaseBusyOut release) {
            return () -> busyOuts.release(release.ipsi(), number);
        }
        if (event instanceof ScenarioEvent.SetTimers set) {
            return () -> setTimers(set.settings(), number);
        }
        if (event instanceof ScenarioEvent.Interchange interchange) {
            return () -> run.main().interchangeByHand(interchange.forced(), number);
        }
        if (event instanceof ScenarioEvent.Failback failback) {
            return () -> run.phones().ifPresent(phones -> phones.failBack(failback.populations(), number));
        }
        return event instanceof ScenarioEvent.ForcedTakeover takeover ? () -> forceTakeover(takeover, number) : null;
    }

    private void setTimers(Map<TimerSetting, Duration> settings, int event) {
        String changes = new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey().key() + " "
                                + Words.duration(setting.getValue().toMillis()))
                        .collect(Collectors.joining(", "));
        run.entryOfEvent(Subject.TIMERS, event, new CommandHappening.TimersChanged(changes));
        run.timers().change(run.agenda().now(), settings);
        run.connections().timeoutsChanged();
        run.portNetworks().forEach(PortNetworkControl::planAgain);
    }

    /** A port network that is down, or that the cluster does not reach, stays where it is. */
    private void forceTakeover(ScenarioEvent.ForcedTakeover takeover, int event) {
        Cluster cluster = run.getCluster(takeover.cluster());
        for (PortNetworkControl control : run.portNetworks()) {
            if (!takeover.portNetworks().contains(control.portNetwork().number())) {
                continue;
            }
            int forced =
                    run.entryOfEvent(control.subject(), event, new CommandHappening.TakeoverForced(cluster.number()));
            if (control.controller() == cluster) {
                refuse(
                        control,
                        forced,
                        Words.clusterName(cluster.number(), run.main().number()) + " has it already");
            } else if (!control.isUp()) {
                refuse(control, forced, "the port network is down");
            } else if (!control.ipsis().candidates().contains(cluster)) {
                refuse(control, forced, "it is local only, and this port network is of another community");
            } else if (!control.ipsis().isAcceptedBy(cluster)) {
                refuse(control, forced, cluster.reasonForRefusal());
            } else {
                control.moveTo(cluster, forced, Takeover.ORDER);
            }
        }
    }

    private void refuse(PortNetworkControl control, int cause, String reason) {
        run.entry(control.subject(), cause, new CommandHappening.CommandRefused(reason));
    }
}
