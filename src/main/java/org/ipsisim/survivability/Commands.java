package org.ipsisim.survivability;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Words;
import org.ipsisim.kernel.Turn;

/** What operators and administrators do in a run: disable, enable, busy out, change timers, force a takeover (R56, R60). */
final class Commands {
    private final RunningEstate run;
    private final BusyOuts busyOuts;

    Commands(RunningEstate run, List<ScenarioEvent> events) {
        this.run = run;
        this.busyOuts = new BusyOuts(run);
        List<ScenarioEvent> sorted = events.stream()
                .sorted(Comparator.comparing(ScenarioEvent::at).thenComparing(Commands::orderWithinInstant))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            schedule(sorted.get(i), i);
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

    private void schedule(ScenarioEvent event, int number) {
        Runnable action = actionOf(event);
        if (action != null) {
            EventRank kind = kindOf(event);
            Turn turn = kind == EventRank.COMMAND ? Turn.CHANGE : Turn.DECISION;
            run.agenda().timer(turn, kind.rank(number), action).armAt(event.at().toMillis());
        }
    }

    private static EventRank kindOf(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Interchange) {
            return EventRank.INTERCHANGE;
        }
        return event instanceof ScenarioEvent.ForcedTakeover ? EventRank.FORCED_TAKEOVER : EventRank.COMMAND;
    }

    private Runnable actionOf(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Disable disable) {
            return () -> run.getCluster(disable.cluster()).setDisabled(true);
        }
        if (event instanceof ScenarioEvent.Enable enable) {
            return () -> run.getCluster(enable.cluster()).setDisabled(false);
        }
        if (event instanceof ScenarioEvent.BusyOut out) {
            return () -> busyOuts.busyOut(out.ipsi());
        }
        if (event instanceof ScenarioEvent.ReleaseBusyOut release) {
            return () -> busyOuts.release(release.ipsi());
        }
        if (event instanceof ScenarioEvent.SetTimers set) {
            return () -> setTimers(set.settings());
        }
        if (event instanceof ScenarioEvent.Interchange) {
            return run.main()::interchangeByHand;
        }
        return event instanceof ScenarioEvent.ForcedTakeover takeover ? () -> forceTakeover(takeover) : null;
    }

    private void setTimers(Map<TimerSetting, Duration> settings) {
        String changes = new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey().key() + " "
                                + Words.duration(setting.getValue().toMillis()))
                        .collect(Collectors.joining(", "));
        run.entry("timers", 0, new Happening.TimersChanged(changes));
        run.timers().change(run.agenda().now(), settings);
        run.connections().timeoutsChanged();
        run.portNetworks().forEach(PortNetworkControl::planAgain);
    }

    /** A port network that is down, or that the cluster does not reach, stays where it is. */
    private void forceTakeover(ScenarioEvent.ForcedTakeover takeover) {
        Cluster cluster = run.getCluster(takeover.cluster());
        for (PortNetworkControl control : run.portNetworks()) {
            if (!takeover.portNetworks().contains(control.portNetwork().number())) {
                continue;
            }
            int forced = run.entry(control.portNetwork().id(), 0, new Happening.TakeoverForced(cluster.number()));
            if (control.controller() == cluster) {
                refuse(
                        control,
                        forced,
                        Words.clusterName(cluster.number(), run.main().number()) + " has it already");
            } else if (!control.isUp()) {
                refuse(control, forced, "the port network is down");
            } else if (!control.ipsis().candidates().contains(cluster)) {
                refuse(control, forced, "it is local only, and this port network is of another community");
            } else if (!control.isAcceptedBy(cluster)) {
                refuse(control, forced, cluster.reasonForRefusal());
            } else {
                control.moveTo(cluster, forced);
            }
        }
    }

    private void refuse(PortNetworkControl control, int cause, String reason) {
        run.entry(control.portNetwork().id(), cause, new Happening.CommandRefused(reason));
    }
}
