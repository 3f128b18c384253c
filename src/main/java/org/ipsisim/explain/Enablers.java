package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** Finds, by running, with which differences something would have happened that did not. */
final class Enablers extends CounterfactualSearch<WhyNot.Enabler> {
    /** Most things that worked again, which are tried as failed for good. */
    private static final int MOST_SUBJECTS = 4;

    /** Most failures that are left out. */
    private static final int MOST_FAILURES = 6;

    /** Most returns of one of them that are tried. */
    private static final int MOST_TIMES = 20;

    private final ExpectedOutcome what;
    private final Sources sources;
    private final int times;

    Enablers(PnMoment moment, ExpectedOutcome what, Sources sources) {
        super(moment);
        this.what = what;
        this.sources = sources;
        this.times =
                what.entries(moment.history(), moment.number(), moment.at()).size();
    }

    /** Those by the moment first. */
    List<WhyNot.Enabler> byTheMomentFirst() {
        return found().stream()
                .sorted(Comparator.comparing(enabler -> enabler.at() > moment.at()))
                .toList();
    }

    void tryAll() {
        for (TimerSetting setting : TimerSetting.values()) {
            if (what.dependsOn(setting)) {
                tryTimer(setting);
            }
        }
        for (Counterfactual change : EstateChanges.of(moment)) {
            if (what.dependsOn(change.kind())) {
                tryChange(change);
            }
        }
        failures().forEach(this::tryChange);
        if (what != ExpectedOutcome.FALLBACK) {
            returns().values().forEach(this::tryWithout);
        }
    }

    @Override
    boolean isWanted(Scenario changed) {
        return isInTime(firstNew(changed));
    }

    @Override
    Optional<WhyNot.Enabler> judge(Counterfactual change) {
        return judgeWanted(change).filter(enabler -> enabler.at() <= moment.at());
    }

    @Override
    Optional<WhyNot.Enabler> judgeWanted(Counterfactual change) {
        return firstNew(change.scenario()).stream()
                .mapToObj(at -> new WhyNot.Enabler(change.kind(), change.words(), at))
                .findFirst();
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
                changes.add(new Counterfactual(
                        Remedy.Kind.EVENT,
                        "without: " + occurrence.source().text(),
                        scenario.withOnly(Occurrence.without(List.of(occurrence), sources.occurrences()))));
            }
        }
        return changes;
    }

    private boolean isInTime(OptionalLong at) {
        return at.isPresent() && at.getAsLong() <= moment.at();
    }

    /** When it happens in a changed scenario for the first time beyond those that the run had by the moment. */
    private OptionalLong firstNew(Scenario changed) {
        return trials.quick(changed)
                .map(run -> what.entries(run, moment.number(), run.duration()))
                .filter(entries -> entries.size() > times)
                .map(entries -> OptionalLong.of(entries.get(times).at()))
                .orElse(OptionalLong.empty());
    }

    /** Everything that worked again by the moment, the latest first, by subject. */
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
        Optional<WhyNot.Enabler> later = Optional.empty();
        for (TraceEntry back : returns.subList(0, Math.min(MOST_TIMES, returns.size()))) {
            OptionalLong at = firstNew(without(back));
            if (isInTime(at)) {
                keep(Optional.of(new WhyNot.Enabler(Remedy.Kind.EVENT, words(back), at.getAsLong())), words(back));
                return;
            }
            if (later.isEmpty() && at.isPresent()) {
                String words = words(returns.get(0));
                later = Optional.of(new WhyNot.Enabler(Remedy.Kind.EVENT, words, at.getAsLong()));
            }
        }
        keep(later, words(returns.get(0)));
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
