package org.ipsisim.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.history.Histories;
import org.ipsisim.history.History;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.SipHistory;

/**
 * The plain engine: goes from one instant at which anything may happen to the next and, at each, follows M2.
 *
 * <p>It knows simplex and duplex mains, single and duplicated IPSIs, bad networks, heartbeats over TCP, stable calls and the
 * commands of operators except those of later rulings; of random calls, the data that stands in for heartbeats alone. The trace of its history has no causes.
 *
 * <p>At one instant, enabling comes before disabling, and the longest of several new values of a timer counts.
 * What a timer of length 0 brings about happens in the same instant, after its decisions.
 */
public final class PlainEngine {
    private final Scenario scenario;
    private final Detail detail;
    private final World world;
    private final Wire wire;
    private final Optional<Arbitration> arbitration;
    private final Decisions decisions;
    private final SortedSet<Long> planned;

    private PlainEngine(Scenario scenario, Detail detail) {
        this.scenario = scenario;
        this.detail = detail;
        Faults faults = new Faults(scenario.events());
        Degradations degradations = new Degradations(scenario);
        world = new World(scenario, faults, degradations);
        wire = new Wire(world);
        arbitration = world.pair.map(pair -> new Arbitration(world, pair));
        decisions = new Decisions(world, scenario.events());
        planned = faults.instants();
        planned.addAll(degradations.instants());
        scenario.events().forEach(event -> planned.add(event.at().toMillis()));
    }

    /**
     * Runs a scenario.
     *
     * @throws IllegalArgumentException if it has something that the plain engine does not know
     */
    public static History run(Scenario scenario) {
        return run(scenario, Detail.SILENCES);
    }

    /**
     * Runs a scenario.
     *
     * @param detail whether the history has every heartbeat; silences are always in it
     * @throws IllegalArgumentException if it has something that the plain engine does not know
     */
    public static History run(Scenario scenario, Detail detail) {
        requireKnown(scenario);
        return new PlainEngine(scenario, detail).run();
    }

    private static void requireKnown(Scenario scenario) {
        MainCluster main = scenario.estate().main();
        boolean known = scenario.randomOutages().isEmpty()
                && scenario.events().stream().allMatch(event -> isKnown(event, main));
        if (!known) {
            throw new IllegalArgumentException("the plain engine does not know all of this scenario");
        }
    }

    private static boolean isKnown(ScenarioEvent event, MainCluster main) {
        if (event instanceof ScenarioEvent.Fail e) {
            return isKnown(e.target());
        }
        if (event instanceof ScenarioEvent.Restore e) {
            return isKnown(e.target());
        }
        if (event instanceof ScenarioEvent.Flap e) {
            return isKnown(e.target());
        }
        if (event instanceof ScenarioEvent.Disable e) {
            return e.cluster() != main.cluster();
        }
        return event instanceof ScenarioEvent.Degrade
                || event instanceof ScenarioEvent.Congestion
                || event instanceof ScenarioEvent.DuplexMismatch
                || event instanceof ScenarioEvent.ForcedTakeover
                || event instanceof ScenarioEvent.Interchange
                || event instanceof ScenarioEvent.Enable
                || event instanceof ScenarioEvent.SetTimers;
    }

    private static boolean isKnown(Target target) {
        return !(target instanceof Target.OfArbiterLink);
    }

    private History run() {
        while (world.now < duration()) {
            applyEvents();
            boolean sent = wire.send();
            List<Beat> due = wire.takeDue();
            due.stream().filter(Beat::sent).forEach(this::deliver);
            expireTimers(due.stream().filter(beat -> !beat.sent()).toList());
            if (sent) {
                arbitration.ifPresent(Arbitration::decide);
            }
            decisions.decide(true);
            while (isTimerDue()) {
                expireTimers(List.of());
                decisions.decide(false);
            }
            record();
            world.now = nextInstant();
        }
        return history();
    }

    private void applyEvents() {
        if (world.now > 0 && !planned.contains(world.now)) {
            return;
        }
        List<ScenarioEvent> now = scenario.events().stream()
                .filter(event -> event.at().toMillis() == world.now)
                .toList();
        for (ScenarioEvent event : now) {
            if (event instanceof ScenarioEvent.Enable e) {
                world.findCluster(e.cluster()).ifPresent(cluster -> cluster.enabled = true);
            }
        }
        for (ScenarioEvent event : now) {
            if (event instanceof ScenarioEvent.Disable e) {
                world.findCluster(e.cluster()).ifPresent(this::disable);
            }
        }
        now.stream()
                .filter(ScenarioEvent.SetTimers.class::isInstance)
                .map(ScenarioEvent.SetTimers.class::cast)
                .flatMap(e -> e.settings().entrySet().stream())
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> world.timers.set(Map.of(entry.getKey(), entry.getValue())));
        world.change();
    }

    private void disable(PlainCluster cluster) {
        if (!world.controls(cluster)) {
            cluster.enabled = false;
            world.closeSockets(cluster);
        }
    }

    private void deliver(Beat beat) {
        PlainIpsi ipsi = beat.way().ipsi;
        PlainServer server = beat.way().server;
        if (!ipsi.isNew) {
            ipsi.list.heartbeat(server.cluster, ipsi.pn.controllerOrNone(), world.now);
        }
        if (server.cluster == ipsi.pn.controller) {
            ipsi.pn.heartbeat(ipsi, server, world.now);
        }
    }

    private void expireTimers(List<Beat> missing) {
        long now = world.now;
        world.pns.forEach(pn -> pn.endPhases(now));
        world.pair.ifPresent(this::endPhases);
        world.clusters.stream()
                .filter(cluster -> cluster.resetEnds <= now)
                .forEach(cluster -> cluster.resetEnds = PlainServer.NEVER);
        world.ipsis().forEach(ipsi -> ipsi.list.loseSilentSockets(now));
        missing.stream()
                .filter(beat -> beat.way().server.cluster == beat.way().ipsi.pn.controller)
                .forEach(beat -> beat.way().ipsi.missHeartbeat(beat.way().server, now));
        world.pns.forEach(pn -> pn.expireSanity(now));
        world.pns.forEach(pn -> pn.expireColdResetDelay(now));
        world.pns.forEach(pn -> pn.expireNoService(now));
    }

    private void endPhases(MainPair pair) {
        pair.endCold2(world.now);
        boolean unprepared = pair.endInterchange(world.now);
        if (pair.takeOver(world.now) || unprepared) {
            world.cold2(pair.active());
        }
    }

    private boolean isTimerDue() {
        return nextTimer() <= world.now;
    }

    private long nextTimer() {
        long next = world.pair.map(MainPair::nextTimer).orElse(PlainServer.NEVER);
        for (PlainPn pn : world.pns) {
            next = Math.min(next, pn.nextTimer());
        }
        for (PlainCluster cluster : world.clusters) {
            next = Math.min(next, cluster.resetEnds);
        }
        return next;
    }

    private void record() {
        world.pns.forEach(pn -> pn.record(world.now));
        world.servers.forEach(server -> server.roles.record(world.now, world.role(server)));
    }

    private long nextInstant() {
        Earliest next = new Earliest(world.now);
        planned.tailSet(world.now + 1).stream().limit(1).forEach(next::accept);
        wire.instants(next);
        next.accept(nextTimer());
        world.pns.forEach(pn -> next.accept(pn.nextChangeOfLooks(world.now)));
        decisions.instants(next);
        return next.at();
    }

    private History history() {
        return new History(
                scenario,
                new org.ipsisim.history.Trace(world.trace.entries()),
                world.pns.stream().map(pn -> pn.history(duration())).toList(),
                world.servers.stream()
                        .map(server -> Histories.server(server.identity, server.roles.spans(duration(), RoleSpan::new)))
                        .toList(),
                List.of(),
                world.pair.map(MainPair::interchanges).orElse(0L),
                detail == Detail.HEARTBEATS
                        ? world.ways.stream()
                                .map(way -> way.heartbeats(interval()))
                                .toList()
                        : List.of(),
                detail,
                List.of(),
                SipHistory.NONE);
    }

    private long interval() {
        return scenario.estate().timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
    }

    private long duration() {
        return scenario.duration().toMillis();
    }
}
