package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.study.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * Runs changed scenarios and judges what became of the port network that is asked about.
 *
 * <p>What begins only after the moment does not count: neither a later failure that brings the same trouble again, nor a
 * later command that ends it. What has failed by the moment comes back as the scenario says.
 */
final class Trials {
    private final PnMoment moment;
    private final Harm harm;
    private final HarmTimes asItIs;
    private final HarmTimes.Stretch stretch;
    private final HarmTimes.Stretch room;
    private final Map<Scenario, Remedy.Verdict> judgements = new ConcurrentHashMap<>();
    private @Nullable List<PnSpan> states;
    private final Allowance allowance;

    /** @param allowance how much work all runs together may take */
    Trials(PnMoment moment, Allowance allowance) {
        this.moment = moment;
        this.allowance = allowance;
        this.harm = Harm.of(moment);
        this.asItIs = harm == Harm.NONE
                ? new HarmTimes(List.of(), moment.history().duration())
                : quick(withoutLater(moment.scenario())).map(this::times).orElseGet(() -> times(moment.history()));
        this.stretch = asItIs.around(moment.at());
        this.room = asItIs.roomAround(stretch);
    }

    /** The times in which a run is as bad or worse. */
    HarmTimes times(History run) {
        return harm.timesIn(run, run.findPortNetwork(moment.number()).orElseThrow());
    }

    private Detail detail() {
        return harm == Harm.SILENT ? Detail.SILENCES : Detail.RESETS;
    }

    Harm harm() {
        return harm;
    }

    /** Whether a scenario prevents or shortens it; no help if it is too much for one run. */
    Remedy.Verdict judge(Scenario changed) {
        return judgements.computeIfAbsent(
                changed,
                scenario -> quick(withoutLater(scenario))
                        .map(this::times)
                        .map(this::verdict)
                        .orElse(Remedy.Verdict.NO_HELP));
    }

    /** Whether a scenario leaves the states of the port network as they are. */
    boolean changesNothing(Scenario changed) {
        return quick(changed).map(this::states).equals(Optional.of(present()));
    }

    /** The states as they are, found once: several threads may ask at a time. */
    private synchronized List<PnSpan> present() {
        if (states == null) {
            states = quick(moment.scenario()).map(this::states).orElse(List.of());
        }
        return states;
    }

    private List<PnSpan> states(History run) {
        return run.findPortNetwork(moment.number()).orElseThrow().timeline().stream()
                .map(span -> new PnSpan(span.from(), span.to(), span.state(), span.controller()))
                .toList();
    }

    private Remedy.Verdict verdict(HarmTimes changed) {
        if (!changed.isAt(moment.at())
                && changed.within(room) == 0
                && changed.total() <= asItIs.total() - stretch.length()) {
            return Remedy.Verdict.PREVENTS;
        }
        boolean onlyPutOff =
                asItIs.isOpen(stretch) && changed.isAt(moment.history().duration());
        boolean less = changed.total() < asItIs.total() && changed.within(stretch) < stretch.length();
        return less && !onlyPutOff ? Remedy.Verdict.SHORTENS : Remedy.Verdict.NO_HELP;
    }

    /** A whole run, with its calls; empty if it is too much. */
    Optional<History> run(Scenario changed) {
        return allowance.run(changed, Detail.SILENCES);
    }

    /** A run that shows what it takes to judge, and not all calls; empty if it is too much. */
    Optional<History> quick(Scenario changed) {
        return allowance.run(withoutIdleTalk(changed), detail());
    }

    private Scenario withoutLater(Scenario scenario) {
        List<ScenarioEvent> events = new ArrayList<>();
        for (ScenarioEvent event : OutageDraws.eventsOf(scenario)) {
            boolean isPast = moment.isPast(event.at().toMillis());
            if (isPast || event instanceof ScenarioEvent.Restore) {
                events.add(isPast && event instanceof ScenarioEvent.Flap flap ? begunBy(flap) : event);
            }
        }
        return scenario.withOnly(events);
    }

    /** A flap without the failures that come after the moment. */
    private ScenarioEvent.Flap begunBy(ScenarioEvent.Flap flap) {
        long period = flap.down().plus(flap.up()).toMillis();
        long begun = period == 0 ? 1 : (moment.at() - flap.at().toMillis()) / period + 1;
        int times = (int) Math.min(flap.times(), begun);
        return flap.withTimes(times);
    }

    /** Random calls take most of the time of a run, and move no port network unless their load or data bears on heartbeats. */
    private static Scenario withoutIdleTalk(Scenario scenario) {
        boolean bears = scenario.estate().heartbeats().dataCounts()
                || scenario.events().stream().anyMatch(ScenarioEvent.DuplexMismatch.class::isInstance);
        List<PortNetwork> pns = scenario.estate().portNetworks();
        return bears || pns.stream().allMatch(pn -> pn.traffic().isEmpty())
                ? scenario
                : scenario.with(scenario.estate()
                                .withPortNetworks(pns.stream()
                                        .map(pn -> pn.with(Optional.empty()))
                                        .toList()))
                        .withoutExpectations();
    }
}
