package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.Allowance;
import org.ipsisim.survivability.Excerpt;

/** What stood in the way of a failover: the time-out, the requests, and the lists (R27, M8 to M11, R29 to R36). */
final class FailoverObstacles {
    private static final List<String> RULES = List.of("R27", "M10");
    private static final int MOST_REQUESTS = 3;
    private static final int MOST_CORES = 8;

    private final PnMoment moment;
    private final Sources sources;
    private final Obstacles obstacles;

    FailoverObstacles(PnMoment moment, Sources sources, Obstacles obstacles) {
        this.moment = moment;
        this.sources = sources;
        this.obstacles = obstacles;
    }

    Obstacle find() {
        String condition = "It takes silence until the end of the no-service time-out, "
                + Obstacles.inForce(moment, TimerSetting.NO_SERVICE_TIMEOUT)
                + ", and then a survivable core on the list that accepts.";
        Optional<TraceEntry> taken = obstacles.last(PnHappening.TakenOver.class, 0);
        long since = taken.map(TraceEntry::at).orElse(0L);
        boolean isAway = moment.span().controller() != moment.history().mainCluster();
        if (taken.isPresent() && isAway) {
            return Obstacle.none(taken.get(), condition, RULES);
        }
        UnfinishedTimers waits = new UnfinishedTimers(
                moment, moment.pn().subject(), TimerSetting.NO_SERVICE_TIMEOUT, "no-service time-out", since);
        List<TraceEntry> refusals = refusals(since);
        List<Step> steps = new ArrayList<>();
        String reason;
        if (waits.areNone()) {
            Obstacle cold = obstacles.coldReset();
            steps.addAll(cold.steps());
            reason = cold.happened().isPresent()
                    ? "the no-service time-out did not run"
                    : "there was no cold reset before, because " + cold.reason();
        } else if (refusals.isEmpty()) {
            steps.addAll(waits.steps(List.of("R24", "M8")));
            reason = waits.reason();
        } else {
            TraceEntry last = refusals.get(refusals.size() - 1);
            new Steps(moment.history(), sources)
                    .of(refusals.subList(Math.max(0, refusals.size() - MOST_REQUESTS), refusals.size()))
                    .forEach(steps::add);
            reason = "it asked for service " + RoundedNumbers.times(rounds(refusals)) + ", and "
                    + moment.history().textOf(last);
        }
        steps.addAll(cores());
        return new Obstacle(reason, condition, RULES, steps, Optional.empty());
    }

    private List<TraceEntry> refusals(long since) {
        return moment.ownEntries().stream()
                .filter(entry -> entry.at() >= since && entry.is(PnHappening.RequestRefused.class))
                .toList();
    }

    private static int rounds(List<TraceEntry> refusals) {
        return (int) refusals.stream().map(TraceEntry::at).distinct().count();
    }

    /** Where each core stands: on a list, or why not. */
    private List<Step> cores() {
        List<SurvivableCore> cores = moment.scenario().estate().survivableCores();
        if (cores.isEmpty()) {
            return List.of(fact("there is no survivable core", "R42"));
        }
        List<Step> steps = new ArrayList<>();
        for (SurvivableCore core : cores.subList(0, Math.min(MOST_CORES, cores.size()))) {
            steps.add(where(core));
        }
        return steps;
    }

    private Step where(SurvivableCore core) {
        String name = "core " + core.cluster();
        for (IpsiId ipsi : moment.pn().portNetwork().ipsis()) {
            Optional<Long> since = moment.listedSince(ipsi, core.cluster());
            if (since.isPresent()) {
                String from = since.get() == 0 ? "from the start" : "since " + moment.words(since.get());
                return fact(name + " is on the list of ipsi-" + ipsi + " " + from, "M17");
            }
        }
        if (!core.isVisibleTo(moment.pn().portNetwork())) {
            return fact(
                    name + " is on no list: it is local only, of community " + core.community()
                            + ", and the port network is of community "
                            + moment.pn().portNetwork().community(),
                    "R33");
        }
        ServerRole role = moment.history().findServer(core.id()).orElseThrow().roleAt(moment.at());
        if (role == ServerRole.DOWN || role == ServerRole.DISABLED || role == ServerRole.RESETTING) {
            return fact(name + " is on no list: it is " + role.key(), role == ServerRole.RESETTING ? "R59" : "R40");
        }
        return isRefused(core)
                ? fact(
                        name + " is on no list: the list of eight servers was full, and it tries again every 15m",
                        "R35",
                        "M18")
                : fact(name + " is on no list: none of its heartbeats comes through", "R31");
    }

    /** Whether the list has no place for it: it would be on it if it were better than all others. */
    private boolean isRefused(SurvivableCore core) {
        Estate estate = moment.scenario().estate();
        if (estate.survivableCores().size() < PriorityLists.CAPACITY) {
            return false;
        }
        Scenario preferred = moment.scenario()
                .with(EstateChanges.withPreferred(estate, core))
                .withoutExpectations();
        boolean alone = Excerpt.mayLeaveOutPortNetworks(preferred) && OwnRuns.noneAsks(moment.history());
        Scenario part = alone ? Excerpt.of(preferred, Set.of(moment.number())) : preferred;
        return Allowance.usual()
                .run(Trials.withoutIdleTalk(part), Detail.RESETS)
                .map(run -> PnMoment.of(run, moment.number(), moment.at()))
                .filter(there -> there.pn().portNetwork().ipsis().stream()
                        .anyMatch(ipsi -> there.pn().listAt(ipsi, there.at()).contains(core.cluster())))
                .isPresent();
    }

    private Step fact(String text, String... rules) {
        return Step.of(moment.at(), moment.pn().subject(), text, List.of(rules));
    }
}
