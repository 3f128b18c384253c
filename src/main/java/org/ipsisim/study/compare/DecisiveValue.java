package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.scenario.EffectiveValues;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.survivability.Simulation;

/**
 * Finds which of the values in which two scenarios differ makes the first difference of a port network, by running the
 * first scenario with one of them changed. If none makes it alone, values are left out of the second scenario as long as the
 * difference stays: what is left makes it together.
 */
final class DecisiveValue {
    /** Most runs that look for causes; beyond that, fewer values are left out. */
    private static final int MOST_RUNS = 200;

    private final History a;
    private final Scenario b;
    private final List<Change> all;
    private final Detail detail;
    private final ParallelRuns runs;
    private final Map<Set<Change>, Optional<DivergenceSearch>> trials = new HashMap<>();
    private boolean areSinglesTried;

    /**
     * @param changes everything in which the scenario of {@code b} differs from that of {@code a}
     * @param detail with which {@code a} was run
     */
    DecisiveValue(History a, Scenario b, List<Change> changes, Detail detail, ParallelRuns runs) {
        this.a = a;
        this.b = b;
        this.all = changes;
        this.detail = detail;
        this.runs = runs;
    }

    /** Where those that are compared depart from the first run in another one. */
    interface Departure {
        Optional<Divergence> in(DivergenceSearch search);
    }

    /** What makes the first difference of a port network that both scenarios have. */
    Compared.Cause of(int portNetwork, Divergence divergence) {
        return of(search -> search.ofPn(portNetwork), divergence);
    }

    /** What makes the first difference of a population of phones that both scenarios have. */
    Compared.Cause of(String population, Divergence divergence) {
        return of(search -> search.ofPhones(population), divergence);
    }

    private Compared.Cause of(Departure departure, Divergence divergence) {
        if (all.size() == 1) {
            return new Compared.Cause(all, true);
        }
        trySingles();
        List<Change> alone = all.stream()
                .filter(change -> isMadeBy(List.of(change), departure, divergence))
                .toList();
        return alone.isEmpty()
                ? new Compared.Cause(together(departure, divergence), false)
                : new Compared.Cause(alone, true);
    }

    /** Runs the first scenario with each value alone, unless there are too many. */
    private void trySingles() {
        if (!areSinglesTried && all.size() <= MOST_RUNS) {
            List<Optional<DivergenceSearch>> done = runs.run(
                            "looking for the cause", all.size(), number -> run(Set.of(all.get(number))))
                    .results();
            for (int i = 0; i < done.size(); i++) {
                trials.put(Set.of(all.get(i)), done.get(i));
            }
        }
        areSinglesTried = true;
    }

    /** The values that the difference needs: leaves out halves first, then fewer at a time. */
    private List<Change> together(Departure departure, Divergence divergence) {
        List<Change> needed = new ArrayList<>(all);
        for (int size = all.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < needed.size(); ) {
                List<Change> fewer = new ArrayList<>(needed);
                fewer.subList(from, Math.min(from + size, needed.size())).clear();
                if (!fewer.isEmpty() && isMadeBy(fewer, departure, divergence)) {
                    needed = fewer;
                } else {
                    from += size;
                }
            }
        }
        return needed;
    }

    /** Whether the first scenario with these values of the second departs in the same way; false if there is no room to try. */
    private boolean isMadeBy(List<Change> values, Departure departure, Divergence divergence) {
        Set<Change> key = Set.copyOf(values);
        if (!trials.containsKey(key) && trials.size() < MOST_RUNS) {
            trials.put(key, run(key));
        }
        return trials.getOrDefault(key, Optional.empty())
                .flatMap(departure::in)
                .filter(divergence::isLike)
                .isPresent();
    }

    /** A run with some of the values; none if they make no scenario, or one that is too large. */
    private Optional<DivergenceSearch> run(Set<Change> values) {
        Set<String> keys = values.stream().map(Change::key).collect(Collectors.toSet());
        return EffectiveValues.mixed(a.scenario(), b, keys)
                .flatMap(scenario -> Simulation.runIfPossible(scenario, detail))
                .map(run -> new DivergenceSearch(a, run));
    }
}
