package org.ipsisim.lesson.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;

/** Finds the events that are to blame for a state: those without which it would not have come to that. */
final class Blame {
    /** Most events that are left out one at a time; those that led to the state come first, then the latest. */
    private static final int MOST_TRIED = 40;

    /** Most failures of which pairs are left out. */
    private static final int MOST_PAIRED = 6;

    private final Moment moment;
    private final Trials trials;
    private final List<Occurrence> all;

    Blame(Moment moment, Trials trials) {
        this.moment = moment;
        this.trials = trials;
        this.all = Occurrence.of(moment.scenario());
    }

    /**
     * The events that are to blame, each alone; if none is, the first two that are together.
     *
     * @param inVain takes down what was not tried
     */
    List<Remedy> events(List<String> inVain) {
        List<Occurrence> suspects = suspects();
        List<Occurrence> tried = suspects.subList(0, Math.min(MOST_TRIED, suspects.size()));
        List<Remedy> blame = new ArrayList<>();
        int innocent = 0;
        for (Occurrence suspect : tried) {
            Optional<Remedy> alone = without(List.of(suspect));
            alone.ifPresent(blame::add);
            innocent += alone.isPresent() ? 0 : 1;
        }
        if (blame.isEmpty()) {
            pair(tried).ifPresent(blame::add);
        }
        if (innocent > 0) {
            inVain.add("no " + (blame.isEmpty() ? "" : "other ") + "event of the " + tried.size() + " by then");
        }
        if (suspects.size() > tried.size()) {
            inVain.add((suspects.size() - tried.size()) + " events further back were not tried");
        }
        return blame;
    }

    /** What has happened by the moment: first what led to the state, then the latest first. */
    private List<Occurrence> suspects() {
        Set<Source> guilty = CauseChain.of(moment).entries().stream()
                .filter(entry -> entry.cause() == TraceEntry.SCENARIO)
                .flatMap(entry -> new Sources(moment.scenario()).of(entry).stream())
                .collect(Collectors.toSet());
        List<Occurrence> suspects = new ArrayList<>();
        List<Occurrence> others = new ArrayList<>();
        for (Occurrence occurrence : all) {
            if (moment.isPast(occurrence.at())) {
                (guilty.contains(occurrence.source()) ? suspects : others).add(occurrence);
            }
        }
        others.sort((a, b) -> Long.compare(b.at(), a.at()));
        suspects.addAll(others);
        return suspects;
    }

    private Optional<Remedy> pair(List<Occurrence> tried) {
        List<Occurrence> failures = tried.stream()
                .filter(occurrence -> occurrence.event() instanceof ScenarioEvent.Fail
                        || occurrence.event() instanceof ScenarioEvent.Flap)
                .limit(MOST_PAIRED)
                .toList();
        for (int i = 0; i < failures.size(); i++) {
            for (int j = i + 1; j < failures.size(); j++) {
                Optional<Remedy> both = without(List.of(failures.get(i), failures.get(j)));
                if (both.isPresent()) {
                    return both;
                }
            }
        }
        return Optional.empty();
    }

    /** The run without some events, if it prevents the state. */
    private Optional<Remedy> without(List<Occurrence> some) {
        List<Occurrence> rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        Counterfactual changed = new Counterfactual(
                Remedy.Kind.EVENT,
                some.stream().map(occurrence -> occurrence.source().text()).collect(Collectors.joining(" and ")),
                moment.scenario().withOnly(Occurrence.events(rest)));
        if (trials.judge(changed.scenario()) != Verdict.PREVENTS) {
            return Optional.empty();
        }
        Optional<History> run = trials.run(changed.scenario());
        return run.map(there -> Remedy.of(changed, Verdict.PREVENTS, there, moment));
    }
}
