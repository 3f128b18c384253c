package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** Finds, by running, with which differences something would have happened that did not. */
final class Enablers {
    /** Most things that came to work again of which it is tried that they do not. */
    private static final int MOST_SUBJECTS = 4;

    /** Most failures that are left out. */
    private static final int MOST_FAILURES = 6;

    /** Most times that one of them came to work again. */
    private static final int MOST_TIMES = 20;

    private final PnMoment moment;
    private final ExpectedOutcome what;
    private final Sources sources;
    private final Scenario scenario;
    private final Trials trials;
    private final int times;
    private final List<Enabler> found = new ArrayList<>();
    private final List<String> inVain = new ArrayList<>();

    Enablers(PnMoment moment, ExpectedOutcome what, Sources sources) {
        this.moment = moment;
        this.what = what;
        this.sources = sources;
        this.scenario = moment.scenario();
        this.trials = new Trials(moment);
        this.times =
                what.entries(moment.history(), moment.number(), moment.at()).size();
    }

    /** Those by the moment first. */
    List<Enabler> found() {
        return found.stream()
                .sorted((a, b) -> Boolean.compare(a.at() > moment.at(), b.at() > moment.at()))
                .toList();
    }

    List<String> inVain() {
        return inVain;
    }

    void tryAll() {
        for (TimerSetting setting : TimerSetting.values()) {
            if (what.hangsOn(setting)) {
                tryTimer(new TimerSearch(scenario, setting));
            }
        }
        for (Counterfactual change : EstateChanges.of(moment)) {
            if (what.hangsOn(change.kind())) {
                tryChange(change);
            }
        }
        failures().forEach(this::tryChange);
        if (what != ExpectedOutcome.FALLBACK) {
            returns().values().forEach(this::tryWithout);
        }
    }

    /** Each failure that lasts at the moment, left out. */
    private List<Counterfactual> failures() {
        List<String> failed = moment.failed();
        List<Counterfactual> changes = new ArrayList<>();
        for (Occurrence occurrence : sources.occurrences()) {
            if (occurrence.event().isFault()
                    && changes.size() < MOST_FAILURES
                    && moment.isPast(occurrence.at())
                    && failed.stream().anyMatch(occurrence::strikes)) {
                List<Occurrence> rest = new ArrayList<>(sources.occurrences());
                rest.remove(occurrence);
                changes.add(new Counterfactual(
                        Remedy.Kind.EVENT,
                        "without: " + occurrence.source().text(),
                        scenario.withOnly(Occurrence.events(rest))));
            }
        }
        return changes;
    }

    private void tryTimer(TimerSearch search) {
        List<TimerSearch.Found> values = search.search(changed -> isInTime(firstNew(changed)));
        for (TimerSearch.Found value : values) {
            firstNew(search.with(value.value()))
                    .ifPresent(at -> found.add(new Enabler(Remedy.Kind.TIMER, value.words(), at)));
        }
        if (values.isEmpty() && !search.isFixed()) {
            inVain.add(search.range());
        }
    }

    private void tryChange(Counterfactual change) {
        OptionalLong at = firstNew(change.scenario());
        if (isInTime(at)) {
            found.add(new Enabler(change.kind(), change.words(), at.getAsLong()));
        } else {
            inVain.add(change.words());
        }
    }

    private boolean isInTime(OptionalLong at) {
        return at.isPresent() && at.getAsLong() <= moment.at();
    }

    /** When it happens in a changed scenario once more than it has by the moment. */
    private OptionalLong firstNew(Scenario changed) {
        return trials.quick(changed)
                .map(run -> what.entries(run, moment.number(), run.duration()))
                .filter(entries -> entries.size() > times)
                .map(entries -> OptionalLong.of(entries.get(times).at()))
                .orElse(OptionalLong.empty());
    }

    /** What came to work again by the moment, the latest first, by name. */
    private Map<Subject, List<TraceEntry>> returns() {
        Map<Subject, List<TraceEntry>> returns = new LinkedHashMap<>();
        List<TraceEntry> trace = moment.history().trace();
        for (int i = trace.size() - 1; i >= 0; i--) {
            TraceEntry entry = trace.get(i);
            boolean isBack = entry.is(NetworkHappening.Restored.class, NetworkHappening.DegradationEnded.class);
            boolean isKnown = returns.containsKey(entry.subject());
            if (isBack && entry.at() <= moment.at() && entry.isRoot() && (isKnown || returns.size() < MOST_SUBJECTS)) {
                returns.computeIfAbsent(entry.subject(), name -> new ArrayList<>())
                        .add(entry);
            }
        }
        return returns;
    }

    /** The latest return of one thing without which it would have happened by the moment, or at all. */
    private void tryWithout(List<TraceEntry> returns) {
        OptionalLong later = OptionalLong.empty();
        for (TraceEntry back : returns.subList(0, Math.min(MOST_TIMES, returns.size()))) {
            OptionalLong at = firstNew(without(back));
            if (isInTime(at)) {
                found.add(new Enabler(Remedy.Kind.EVENT, words(back), at.getAsLong()));
                return;
            }
            later = later.isEmpty() ? at : later;
        }
        TraceEntry last = returns.get(0);
        if (later.isPresent()) {
            found.add(new Enabler(Remedy.Kind.EVENT, words(last), later.getAsLong()));
        } else {
            inVain.add(words(last));
        }
    }

    private static String words(TraceEntry back) {
        return back.subject() + " not back at " + Words.duration(back.at()) + ", but failed for good";
    }

    private Scenario without(TraceEntry back) {
        List<Occurrence> struck = new ArrayList<>();
        List<ScenarioEvent> events = new ArrayList<>();
        for (Occurrence occurrence : sources.occurrences()) {
            if (occurrence.strikes(back.subject().name())) {
                struck.add(occurrence);
            } else {
                events.add(occurrence.event());
            }
        }
        events.addAll(Occurrence.events(new Freeze(struck, time -> time < back.at()).occurrences()));
        return scenario.withOnly(events);
    }
}
