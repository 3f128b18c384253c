package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.survivability.Simulation;

/**
 * Finds which of the values in which two scenarios differ makes the first difference of a port network: by running the
 * first scenario with one of them changed alone.
 *
 * <p>Each timer, each reading and the seed is tried alone; what is left, estate and events, only as a whole, for an event without the
 * link it strikes makes no scenario.
 */
final class DecisiveValue {
    private final History a;
    private final Map<List<Change>, Scenario> candidates = new LinkedHashMap<>();
    private final List<Change> all;
    private final Detail detail;
    private final ParallelRuns runs;
    private List<Optional<Trial>> trials = List.of();

    /**
     * @param changes everything in which the scenario of {@code b} differs from that of {@code a}
     * @param detail with which {@code a} was run
     */
    DecisiveValue(History a, Scenario b, List<Change> changes, Detail detail, ParallelRuns runs) {
        this.a = a;
        this.detail = detail;
        this.runs = runs;
        this.all = changes;
        Timers before = a.scenario().estate().timers();
        Timers after = b.estate().timers();
        for (Change change : changes) {
            if (change.isTimer()) {
                candidates.put(List.of(change), a.scenario().with(changed(before, after, change.timer())));
            }
        }
        List<Change> seed = changes.stream().filter(Change::isSeed).toList();
        if (!seed.isEmpty()) {
            candidates.put(seed, a.scenario().withSeed(b.seed()));
        }
        List<Change> rest = changes.stream()
                .filter(change -> !change.isTimer() && !change.isSeed())
                .toList();
        if (!rest.isEmpty()) {
            candidates.put(rest, b.with(before).withSeed(a.scenario().seed()));
        }
    }

    private static Timers changed(Timers before, Timers after, String key) {
        Optional<TimerSetting> setting = Keyed.find(TimerSetting.class, key);
        if (setting.isPresent()) {
            return before.with(setting.get(), after.get(setting.get()));
        }
        return key.equals("reading") ? before.with(after.reading()) : before.with(after.callsDrop());
    }

    /** What makes the first difference of a port network that both scenarios have. */
    PnComparison.Cause of(int portNetwork, Divergence divergence) {
        if (candidates.size() == 1) {
            return new PnComparison.Cause(onTheWay(all, divergence), true);
        }
        List<List<Change>> each = List.copyOf(candidates.keySet());
        if (trials.isEmpty()) {
            List<Scenario> scenarios = List.copyOf(candidates.values());
            trials = runs.run("looking for the cause", each.size(), number -> run(scenarios.get(number)))
                    .results();
        }
        List<Change> alone = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            if (departs(portNetwork, trials.get(i), divergence)) {
                alone.addAll(onTheWay(each.get(i), divergence));
            }
        }
        return alone.isEmpty() ? new PnComparison.Cause(all, false) : new PnComparison.Cause(alone, true);
    }

    private static boolean departs(int number, Optional<Trial> trial, Divergence divergence) {
        return trial.isPresent()
                && trial.get().departure(number).filter(divergence::isLike).isPresent();
    }

    /** A run with some of the changes alone; none if that is too much for one run. */
    private Optional<Trial> run(Scenario candidate) {
        return Simulation.runIfPossible(candidate, detail).map(run -> new Trial(a, run, new DivergenceSearch(a, run)));
    }

    private record Trial(History a, History run, DivergenceSearch divergences) {
        Optional<Divergence> departure(int number) {
            Optional<PnHistory> there = run.findPortNetwork(number);
            Optional<PnHistory> here = a.findPortNetwork(number);
            return there.isEmpty() || here.isEmpty() ? Optional.empty() : divergences.of(here.get(), there.get());
        }
    }

    /** Of several changes those that speak of something in the chain of causes, if there are such. */
    private static List<Change> onTheWay(List<Change> changes, Divergence divergence) {
        List<Change> named = changes.stream()
                .filter(change -> divergence.chain().stream().anyMatch(entry -> names(change, entry)))
                .toList();
        return named.isEmpty() ? changes : named;
    }

    private static boolean names(Change change, TraceEntry entry) {
        String key = change.key()
                .replaceFirst("^port-networks\\.", "pn-")
                .replaceFirst("^servers\\.survivable-cores\\.", "sc-");
        return List.of(key.split("[ ,.]+")).contains(entry.subject().name());
    }
}
