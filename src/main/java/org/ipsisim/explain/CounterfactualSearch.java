package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Lists;
import org.ipsisim.study.Allowance;

/**
 * Runs the scenario with one thing different at a time, and keeps the differences that help.
 *
 * @param <R> what a difference that helps comes to
 */
abstract class CounterfactualSearch<R> {
    final PnMoment moment;
    final Scenario scenario;
    final Sources sources;
    final Trials trials;
    final Allowance allowance;
    private final List<R> found = new ArrayList<>();
    private final List<String> withoutEffect = new ArrayList<>();

    CounterfactualSearch(PnMoment moment, Allowance allowance) {
        this.moment = moment;
        this.scenario = moment.drawn();
        this.sources = new Sources(moment.scenario());
        this.trials = new Trials(moment, allowance);
        this.allowance = allowance;
    }

    /** Whether a run of a changed scenario goes as wanted. */
    abstract boolean isWanted(Scenario changed);

    /** What a difference comes to; empty if it does not help. */
    abstract Optional<R> judge(Counterfactual change);

    /** What comes of the first of some values of a timer that helps, none of which makes a run go as wanted. */
    Optional<R> secondBest(List<Counterfactual> values) {
        return Optional.empty();
    }

    /** Takes note of what was tried and does not help. */
    void reject(String words, List<Counterfactual> tried) {
        withoutEffect.add(words);
    }

    /** The differences that help. */
    final List<R> found() {
        return found;
    }

    /** What was tried and makes no difference, in a few words each. */
    final List<String> withoutEffect() {
        return withoutEffect;
    }

    /** Tries other values of a timer: longer ones and shorter ones. */
    final void tryTimer(TimerSetting setting) {
        TimerSearch search = new TimerSearch(scenario, setting);
        if (search.isFixed() || !allowance.hasWorkFor(1)) {
            return;
        }
        List<R> helpful = new ArrayList<>();
        for (TimerSearch.Direction direction :
                search.directions(changed -> allowance.hasWorkFor(0) && isWanted(changed))) {
            direction
                    .found()
                    .flatMap(this::judge)
                    .or(() -> secondBest(direction.samples()))
                    .ifPresent(helpful::add);
        }
        found.addAll(helpful);
        if (helpful.isEmpty() && allowance.hasWorkFor(1)) {
            reject(search.range(), search.ends());
        }
    }

    /** Tries differences. */
    final void tryAll(List<Counterfactual> changes) {
        for (List<Counterfactual> some : Lists.parts(changes, Allowance.TOGETHER)) {
            if (allowance.hasWorkFor(some.size())) {
                List<Optional<R>> outcomes =
                        some.parallelStream().map(this::judge).toList();
                for (int i = 0; i < some.size(); i++) {
                    if (outcomes.get(i).isPresent()) {
                        found.add(outcomes.get(i).get());
                    } else if (allowance.hasWorkFor(1)) {
                        reject(some.get(i).words(), List.of(some.get(i)));
                    }
                }
            }
        }
    }

    /**
     * What comes of some things in their order, several tried at a time; of those for which there is no work left, nothing.
     *
     * @param counted whether these count as changes that were not tried
     */
    final <A, B> List<B> tried(List<A> all, boolean counted, Function<A, Optional<B>> look) {
        List<B> found = new ArrayList<>();
        for (List<A> some : Lists.parts(all, Allowance.TOGETHER)) {
            if (allowance.hasWorkFor(counted ? some.size() : 0)) {
                some.parallelStream().map(look).toList().forEach(one -> one.ifPresent(found::add));
            }
        }
        return found;
    }

    /** The scenario without some events. */
    final Counterfactual without(List<Occurrence> some) {
        List<Occurrence> rest = new ArrayList<>(sources.occurrences());
        some.forEach(rest::remove);
        String words = some.stream().map(event -> event.source().text()).collect(Collectors.joining(" and "));
        return new Counterfactual(Remedy.Kind.EVENT, words, scenario.withOnly(Occurrence.events(rest)));
    }
}
