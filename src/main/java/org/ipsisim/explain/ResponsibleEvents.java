package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;

/** Finds what events have to do with a state, by leaving them out. */
final class ResponsibleEvents {
    /** Most events that are left out one at a time; those that led to the state come first, then the latest. */
    private static final int MOST_TRIED = 40;

    /** Most failures of which pairs are left out. */
    private static final int MOST_PAIRED = 6;

    private final PnMoment moment;
    private final Trials trials;
    private final List<Occurrence> all;
    private final Set<Origin> led;

    ResponsibleEvents(PnMoment moment, Trials trials) {
        this.moment = moment;
        this.trials = trials;
        Sources sources = new Sources(moment.scenario());
        this.all = sources.occurrences();
        this.led = CauseChain.of(moment).entries().stream()
                .filter(entry -> entry.cause() == TraceEntry.SCENARIO)
                .flatMap(entry -> sources.of(entry).stream())
                .collect(Collectors.toSet());
    }

    /**
     * What the run comes to without each event that led to the state, and without each other one that prevents it so; if
     * none does, without the first two that do together.
     */
    List<Remedy> events() {
        List<Occurrence> suspects = suspects();
        List<Remedy> events = new ArrayList<>();
        for (Occurrence suspect : suspects) {
            boolean isLink = led.contains(suspect.source());
            Verdict verdict = trials.judge(without(List.of(suspect)).scenario()).verdict();
            if (isLink || verdict == Verdict.PREVENTS) {
                add(List.of(suspect), verdict, events);
            }
        }
        if (events.stream().noneMatch(event -> event.verdict() == Verdict.PREVENTS)) {
            addPair(suspects, events);
        }
        return events;
    }

    /** What has happened by the moment: first what led to the state, then the latest first. */
    private List<Occurrence> suspects() {
        List<Occurrence> suspects = new ArrayList<>();
        List<Occurrence> others = new ArrayList<>();
        for (Occurrence occurrence : all) {
            if (moment.isPast(occurrence.at())) {
                (led.contains(occurrence.source()) ? suspects : others).add(occurrence);
            }
        }
        others.sort((a, b) -> Long.compare(b.at(), a.at()));
        suspects.addAll(others);
        return suspects.subList(0, Math.min(MOST_TRIED, suspects.size()));
    }

    private void addPair(List<Occurrence> suspects, List<Remedy> events) {
        List<Occurrence> failures = suspects.stream()
                .filter(occurrence -> occurrence.event() instanceof ScenarioEvent.Fail
                        || occurrence.event() instanceof ScenarioEvent.Flap)
                .limit(MOST_PAIRED)
                .toList();
        for (int i = 0; i < failures.size(); i++) {
            for (int j = i + 1; j < failures.size(); j++) {
                List<Occurrence> both = List.of(failures.get(i), failures.get(j));
                if (trials.judge(without(both).scenario()).verdict() == Verdict.PREVENTS) {
                    add(both, Verdict.PREVENTS, events);
                    return;
                }
            }
        }
    }

    private Counterfactual without(List<Occurrence> some) {
        return new Counterfactual(
                Remedy.Kind.EVENT,
                some.stream().map(occurrence -> occurrence.source().text()).collect(Collectors.joining(" and ")),
                moment.scenario().withOnly(Occurrence.without(some, all)));
    }

    private void add(List<Occurrence> some, Verdict verdict, List<Remedy> events) {
        Counterfactual changed = without(some);
        Optional<History> run = trials.run(changed.scenario());
        run.ifPresent(there -> events.add(Remedy.of(changed, verdict, there, moment)));
    }
}
