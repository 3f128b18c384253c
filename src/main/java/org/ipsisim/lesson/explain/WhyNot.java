package org.ipsisim.lesson.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/**
 * Why something has not happened to a port network by a moment.
 *
 * @param what was expected
 * @param answer in a sentence
 * @param happened the entry of the trace that tells of it if it has happened after all
 * @param condition what it takes, in a sentence
 * @param rules the rules and rulings of the condition
 * @param obstacles what stood in its way, in the order of time
 * @param enablers differences with which it would have happened by then, found by running
 * @param inVain what was tried and would not have made it happen
 * @param comesAt when it happens if nothing changes after the moment, in milliseconds; empty if not within the look
 * @param lookedUntil the end of the look
 */
public record WhyNot(
        Unhappened what,
        String answer,
        Optional<Step> happened,
        String condition,
        List<String> rules,
        List<Step> obstacles,
        List<Enabler> enablers,
        List<String> inVain,
        OptionalLong comesAt,
        long lookedUntil) {
    /** Most restorations that are undone, one at a time. */
    private static final int MOST_UNDONE = 4;

    /** Keeps copies of the lists. */
    public WhyNot {
        rules = List.copyOf(rules);
        obstacles = List.copyOf(obstacles);
        enablers = List.copyOf(enablers);
        inVain = List.copyOf(inVain);
    }

    /** Answers for the moment of an explanation. */
    public static WhyNot of(Explanation explanation, Unhappened what) {
        return new Search(explanation.moment(), what).result(explanation);
    }

    private static final class Search {
        private final Moment moment;
        private final Unhappened what;
        private final Scenario scenario;
        private final Trials trials;
        private final int times;
        private final Sources sources;
        private final List<Enabler> enablers = new ArrayList<>();
        private final List<String> inVain = new ArrayList<>();

        Search(Moment moment, Unhappened what) {
            this.moment = moment;
            this.what = what;
            this.scenario = moment.scenario();
            this.trials = new Trials(moment);
            this.times = what.entries(moment.history(), moment.number(), moment.at()).size();
            this.sources = new Sources(scenario);
        }

        WhyNot result(Explanation explanation) {
            Obstacles obstacles = new Obstacles(moment, sources);
            Hindrance found = obstacles.of(what);
            Optional<Step> happened = found.happened().map(new Steps(moment.history(), sources)::of);
            OptionalLong comesAt = OptionalLong.empty();
            long lookedUntil = moment.at();
            if (happened.isEmpty()) {
                tryAll();
                Outlook outlook = Outlook.of(explanation);
                lookedUntil = outlook.run().duration();
                comesAt = what.entries(outlook.run(), moment.number(), lookedUntil).stream()
                        .mapToLong(TraceEntry::at)
                        .filter(at -> at > moment.at())
                        .findFirst();
            }
            return new WhyNot(
                    what,
                    answer(happened, found),
                    happened,
                    found.condition(),
                    found.rules(),
                    found.steps(),
                    enablers,
                    inVain,
                    comesAt,
                    lookedUntil);
        }

        private String answer(Optional<Step> happened, Hindrance found) {
            String who = "port network " + moment.number();
            if (happened.isPresent()) {
                return "It has happened: at " + Words.duration(happened.get().at()) + ", "
                        + happened.get().text() + ".";
            }
            return "By " + Words.duration(moment.at()) + " " + who + " has not " + what.participle() + ": "
                    + found.reason() + ".";
        }

        private void tryAll() {
            for (TimerSetting setting : TimerSetting.values()) {
                if (setting.confidence() != Confidence.ASSUMED && setting != TimerSetting.HEARTBEAT_INTERVAL
                        || what == Unhappened.INTERCHANGE && setting == TimerSetting.SERVER_INTERCHANGE_CURB) {
                    tryTimer(setting);
                }
            }
            EstateChanges.of(moment).forEach(this::tryChange);
            undoRestorations().forEach(this::tryChange);
        }

        private void tryTimer(TimerSetting setting) {
            long least = TimerSearch.least(scenario, setting);
            long greatest = TimerSearch.greatest(scenario, setting);
            if (least == greatest
                    || setting == TimerSetting.IPSI_INTERCHANGE_DELAY
                            && !moment.pn().portNetwork().duplicatedIpsis()) {
                return;
            }
            List<TimerSearch.Found> found = new TimerSearch(
                            scenario, changed -> firstNew(changed).isPresent())
                    .of(setting);
            for (TimerSearch.Found value : found) {
                Scenario changed = TimerSearch.with(scenario, setting, value.value());
                firstNew(changed)
                        .ifPresent(at -> enablers.add(new Enabler(Remedy.Kind.TIMER, value.words(scenario), at)));
            }
            if (found.isEmpty()) {
                inVain.add(TimerSearch.rangeOf(scenario, setting));
            }
        }

        private void tryChange(Counterfactual change) {
            OptionalLong at = firstNew(change.scenario());
            if (at.isPresent()) {
                enablers.add(new Enabler(change.kind(), change.words(), at.getAsLong()));
            } else {
                inVain.add(change.words());
            }
        }

        /** When it happens in a changed scenario once more than in the one that is asked about, by the moment. */
        private OptionalLong firstNew(Scenario changed) {
            Optional<History> run = trials.quick(changed);
            List<TraceEntry> entries = run.map(there -> what.entries(there, moment.number(), moment.at()))
                    .orElse(List.of());
            return entries.size() > times ? OptionalLong.of(entries.get(times).at()) : OptionalLong.empty();
        }

        /** The latest things that came to work again stay failed instead. */
        private List<Counterfactual> undoRestorations() {
            List<Counterfactual> changes = new ArrayList<>();
            Set<String> subjects = new LinkedHashSet<>();
            List<TraceEntry> trace = moment.history().trace();
            for (int i = trace.size() - 1; i >= 0 && subjects.size() < MOST_UNDONE; i--) {
                TraceEntry entry = trace.get(i);
                boolean isBack = entry.what() instanceof Happening.Restored
                        || entry.what() instanceof Happening.DegradationEnded;
                if (isBack && entry.at() <= moment.at() && entry.cause() == TraceEntry.SCENARIO
                        && subjects.add(entry.subject())) {
                    changes.add(without(entry));
                }
            }
            return changes;
        }

        private Counterfactual without(TraceEntry back) {
            List<Occurrence> struck = new ArrayList<>();
            List<Occurrence> others = new ArrayList<>();
            sources.occurrences()
                    .forEach(occurrence -> (occurrence.strikes(back.subject()) ? struck : others).add(occurrence));
            List<ScenarioEvent> events =
                    new ArrayList<>(new Freeze(struck, time -> time < back.at()).events());
            events.addAll(Occurrence.events(others));
            return new Counterfactual(
                    Remedy.Kind.EVENT,
                    back.subject() + " not back at " + Words.duration(back.at()) + ", but for good as it was before",
                    scenario.withOnly(events));
        }
    }
}
