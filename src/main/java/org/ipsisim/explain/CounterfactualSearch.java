package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;

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
    private final List<R> found = new ArrayList<>();
    private final List<String> withoutEffect = new ArrayList<>();

    CounterfactualSearch(PnMoment moment) {
        this.moment = moment;
        this.scenario = moment.scenario();
        this.sources = new Sources(scenario);
        this.trials = new Trials(moment);
    }

    /** Whether a run of a changed scenario goes as wanted. */
    abstract boolean isWanted(Scenario changed);

    /** What a difference comes to; empty if it does not help. */
    abstract Optional<R> judge(Counterfactual change);

    /** What comes of a timer none of whose values makes a run go as wanted; empty if no value helps at all. */
    Optional<R> secondBest(TimerSearch search) {
        return Optional.empty();
    }

    /** Whether the user is told that no value of a timer helps. */
    boolean tells(TimerSearch search) {
        return true;
    }

    /** The differences that help. */
    final List<R> found() {
        return found;
    }

    /** What was tried and does not help, in a few words each. */
    final List<String> withoutEffect() {
        return withoutEffect;
    }

    /** Tries other values of a timer. */
    final void tryTimer(TimerSetting setting) {
        TimerSearch search = new TimerSearch(scenario, setting);
        if (search.isFixed()) {
            return;
        }
        List<Counterfactual> values = search.search(this::isWanted);
        List<R> helpful = new ArrayList<>();
        values.forEach(value -> judge(value).ifPresent(helpful::add));
        if (values.isEmpty()) {
            secondBest(search).ifPresent(helpful::add);
        }
        found.addAll(helpful);
        if (helpful.isEmpty() && tells(search)) {
            withoutEffect.add(search.range());
        }
    }

    /** Tries differences. */
    final void tryAll(List<Counterfactual> changes) {
        changes.forEach(change -> keep(judge(change), change.words()));
    }

    /**
     * Keeps what came of a difference.
     *
     * @param tried the difference in words
     */
    final void keep(Optional<R> outcome, String tried) {
        outcome.ifPresentOrElse(found::add, () -> withoutEffect.add(tried));
    }

    /** The scenario without some events. */
    final Counterfactual without(List<Occurrence> some) {
        List<Occurrence> rest = new ArrayList<>(sources.occurrences());
        some.forEach(rest::remove);
        String words = some.stream().map(event -> event.source().text()).collect(Collectors.joining(" and "));
        return new Counterfactual(Remedy.Kind.EVENT, words, scenario.withOnly(Occurrence.events(rest)));
    }
}
