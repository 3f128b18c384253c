package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.Allowance;

/** Finds, by running each, the differences with which something would have happened. */
final class Enablers extends CounterfactualSearch<WhyNot.Enabler> {
    /** Most things that came back, and are tried as failed for good. */
    private static final int MOST_SUBJECTS = 4;

    /** Most failures that are left out. */
    private static final int MOST_FAILURES = 6;

    /** Most returns of one of them that are tried. */
    private static final int MOST_TIMES = 20;

    private final ExpectedOutcome what;
    private final int times;
    private final Map<Scenario, OptionalLong> firstTimes = new ConcurrentHashMap<>();
    private final OwnRuns<OptionalLong> runs;

    Enablers(PnMoment moment, ExpectedOutcome what, Allowance allowance) {
        super(moment, allowance);
        this.what = what;
        this.times =
                what.entries(moment.history(), moment.number(), moment.at()).size();
        this.runs = trials.runs(what == ExpectedOutcome.INTERCHANGE, this::firstNewIn);
    }

    void tryAll() {
        for (TimerSetting setting : TimerSetting.values()) {
            if (setting.isAdministered() && setting.bearsOn(moment.pn().portNetwork(), scenario.estate())) {
                tryTimer(setting);
            }
        }
        tryAll(EstateChanges.of(moment));
        List<Counterfactual> events = new ArrayList<>(failures());
        if (what != ExpectedOutcome.FALLBACK) {
            returns().values().forEach(returns -> latest(returns).ifPresent(events::add));
        }
        tryAll(events);
    }

    /** Names only what has to do with it: another run of the port network, or what it takes. */
    @Override
    void reject(String words, List<Counterfactual> tried) {
        Counterfactual change = tried.get(0);
        boolean isRelated = switch (change.kind()) {
            case EVENT -> !trials.changesNothing(change.scenario());
            case TIMER, ASSUMED_LENGTH -> what.dependsOnTimerOf(words);
            default -> what.dependsOn(change.kind());
        };
        if (isRelated) {
            super.reject(words, tried);
        }
    }

    @Override
    boolean isWanted(Scenario changed) {
        OptionalLong at = firstNew(changed);
        return at.isPresent() && at.getAsLong() <= moment.at();
    }

    @Override
    Optional<WhyNot.Enabler> judge(Counterfactual change) {
        OptionalLong at = firstNew(change.scenario());
        return at.isPresent() && at.getAsLong() <= moment.at()
                ? Optional.of(new WhyNot.Enabler(change.kind(), change.words(), at.getAsLong()))
                : Optional.empty();
    }

    /** Each failure that lasts at the moment, left out. */
    private List<Counterfactual> failures() {
        List<String> failed = moment.failed();
        return sources.occurrences().stream()
                .filter(occurrence -> occurrence.event().isFault() && moment.isPast(occurrence.at()))
                .filter(occurrence -> failed.stream().anyMatch(occurrence::strikes))
                .limit(MOST_FAILURES)
                .map(occurrence -> without(List.of(occurrence)))
                .map(change -> new Counterfactual(change.kind(), "without: " + change.words(), change.scenario()))
                .toList();
    }

    /** When it happens in a changed scenario for the first time beyond those that the run had by the moment. */
    private OptionalLong firstNew(Scenario changed) {
        return firstTimes.computeIfAbsent(
                changed, scenario -> runs.of(Trials.withoutIdleTalk(scenario)).orElse(OptionalLong.empty()));
    }

    private OptionalLong firstNewIn(History run) {
        return what.entries(run, moment.number(), run.duration()).stream()
                .skip(times)
                .mapToLong(TraceEntry::at)
                .findFirst();
    }

    /** Everything that came back by the moment, the latest first, by subject. */
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

    /** The latest return of one thing without which it would have happened by the moment; if there is none, the latest. */
    private Optional<Counterfactual> latest(List<TraceEntry> returns) {
        List<Counterfactual> changes =
                Lists.first(returns, MOST_TIMES).stream().map(this::without).toList();
        return changes.stream()
                .filter(change -> isWanted(change.scenario()))
                .findFirst()
                .or(() -> changes.stream().findFirst());
    }

    /** The thing fails for good instead of coming back. */
    private Counterfactual without(TraceEntry back) {
        String name = back.subject().name();
        List<Occurrence> struck = sources.occurrences().stream()
                .filter(occurrence -> occurrence.strikes(name))
                .toList();
        List<Occurrence> rest = new ArrayList<>(sources.occurrences());
        rest.removeIf(occurrence -> occurrence.strikes(name));
        rest.addAll(new Freeze(struck, time -> time < back.at()).occurrences());
        return new Counterfactual(
                Remedy.Kind.EVENT,
                back.subject() + " not back at " + Moments.of(scenario).exact(back.at()) + ", but failed for good",
                scenario.withOnly(Occurrence.events(rest)));
    }
}
