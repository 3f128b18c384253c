package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.study.Cost;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Subjects;
import org.ipsisim.study.Variant;

/**
 * Two runs side by side.
 *
 * @param a the first
 * @param b the second
 * @param changes everything in which the second scenario differs from the first
 * @param portNetworks by number, those of both
 * @param phones populations of phones, those of both, in the order of the first
 */
public record Comparison(
        Side a,
        Side b,
        List<Change> changes,
        List<Compared<Integer, PnHistory>> portNetworks,
        List<Compared<String, PopulationHistory>> phones) {
    /** Keeps copies of the lists. */
    public Comparison {
        changes = List.copyOf(changes);
        portNetworks = List.copyOf(portNetworks);
        phones = List.copyOf(phones);
    }

    /**
     * One of the two runs.
     *
     * @param variant what was run
     * @param history what happened
     */
    public record Side(Variant variant, History history) {
        /** What it cost, all port networks added up. */
        public Cost cost() {
            return Cost.of(history);
        }
    }

    /**
     * Runs two variants and compares what happened.
     *
     * @param detail what counts: with {@link Detail#RESETS} silences without a reset are no difference
     */
    public static Comparison of(Variant a, Variant b, Detail detail, ParallelRuns runs) {
        List<History> histories =
                runs.run("running", 2, i -> (i == 0 ? a : b).run(detail)).results();
        return of(new Side(a, histories.get(0)), new Side(b, histories.get(1)), detail, runs);
    }

    private static Comparison of(Side a, Side b, Detail detail, ParallelRuns runs) {
        Scenario scenarioB = b.history().scenario();
        List<Change> changes = Change.between(a.history().scenario(), scenarioB);
        DecisiveValue causes = new DecisiveValue(a.history(), scenarioB, changes, detail, runs);
        DivergenceSearch divergences = new DivergenceSearch(a.history(), b.history());
        SortedSet<Integer> numbers = new TreeSet<>();
        a.history().portNetworks().forEach(pn -> numbers.add(pn.portNetwork().number()));
        b.history().portNetworks().forEach(pn -> numbers.add(pn.portNetwork().number()));
        List<Compared<Integer, PnHistory>> portNetworks = new ArrayList<>();
        for (int number : numbers) {
            Optional<Divergence> divergence = divergences.ofPn(number);
            portNetworks.add(new Compared<>(
                    number,
                    a.history().findPortNetwork(number),
                    b.history().findPortNetwork(number),
                    divergence,
                    divergence.map(difference -> causes.of(number, difference))));
        }
        return new Comparison(a, b, changes, portNetworks, phones(a, b, divergences, causes));
    }

    private static List<Compared<String, PopulationHistory>> phones(
            Side a, Side b, DivergenceSearch divergences, DecisiveValue causes) {
        Set<String> names =
                new LinkedHashSet<>(Subjects.of(a.history().scenario().estate()).populations());
        names.addAll(Subjects.of(b.history().scenario().estate()).populations());
        return names.stream()
                .map(name -> {
                    Optional<Divergence> divergence = divergences.ofPhones(name);
                    return new Compared<>(
                            name,
                            a.history().sip().findPopulation(name),
                            b.history().sip().findPopulation(name),
                            divergence,
                            divergence.map(difference -> causes.of(name, difference)));
                })
                .toList();
    }

    /** Whether something that happened differs: a port network fares differently, or the main servers do. */
    public boolean differs() {
        return a.history().serverInterchanges() != b.history().serverInterchanges()
                || portNetworks.stream().anyMatch(Compared::differs)
                || phones.stream().anyMatch(Compared::differs);
    }

    /** When the shorter run ends, in milliseconds: nothing later is compared. */
    public long duration() {
        return Math.min(a.history().duration(), b.history().duration());
    }

    /** The moments of the longer run. */
    Moments moments() {
        return new Moments(a.history.scenario().clock(), Math.max(a.history.duration(), b.history.duration()));
    }

    /** The run in which a divergence is told. */
    Side side(Divergence divergence) {
        return divergence.inB() ? b : a;
    }
}
