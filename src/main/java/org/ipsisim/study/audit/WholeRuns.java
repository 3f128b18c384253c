package org.ipsisim.study.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.study.Fault;
import org.ipsisim.study.Measures;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Variant;

/** Runs of the whole estate, or of a part of it that is an estate of its own. */
final class WholeRuns {
    private final AuditPlan plan;

    WholeRuns(AuditPlan plan) {
        this.plan = plan;
    }

    /**
     * What faults of one length do to the port networks of an estate, by number.
     *
     * @param interchanges when an operator makes the standby main server active, in milliseconds
     */
    SortedMap<Integer, PnTrial> run(
            Estate estate, List<Fault> faults, long length, List<Long> interchanges, Detail detail) {
        FaultSet set = new FaultSet(faults);
        Scenario scenario = plan.with(estate, set, length);
        List<ScenarioEvent> events = new ArrayList<>(scenario.events());
        interchanges.forEach(at -> events.add(new ScenarioEvent.Interchange(Duration.ofMillis(at), true)));
        return trials(history(scenario.withEvents(events), set, length, detail), AuditPlan.AT + length);
    }

    /** What happens when faults of one length strike an estate. */
    History history(Estate estate, FaultSet set, long length, Detail detail) {
        return history(plan.with(estate, set, length), set, length, detail);
    }

    private static History history(Scenario scenario, FaultSet set, long length, Detail detail) {
        List<String> settings = List.of(set.name() + " failed for " + length + " ms");
        return new Variant(settings, scenario).run(detail);
    }

    private static SortedMap<Integer, PnTrial> trials(History history, long faultsEnd) {
        SortedMap<Integer, PnTrial> trials = new TreeMap<>();
        for (PnHistory pn : history.portNetworks()) {
            trials.put(pn.portNetwork().number(), PnTrial.of(pn, history, faultsEnd));
        }
        return trials;
    }

    /**
     * Runs each set of faults with each length on the whole estate.
     *
     * @param listed is given the clusters that were on a list
     * @return the first results, or all
     */
    List<FaultResult> all(String what, List<FaultSet> sets, ParallelRuns runs, Set<Integer> listed) {
        int lengths = plan.lengths().size();
        int[] numbers = Shard.WHOLE.numbers(Math.multiplyExact(sets.size(), lengths));
        List<Outcome> outcomes = runs.run(
                        what,
                        numbers,
                        kind(sets),
                        number -> outcome(
                                sets.get(number / lengths), plan.lengths().get(number % lengths)))
                .results();
        List<FaultResult> results = new ArrayList<>();
        for (int i = 0; i < outcomes.size() / lengths; i++) {
            List<Outcome> each = outcomes.subList(i * lengths, (i + 1) * lengths);
            each.forEach(outcome -> listed.addAll(outcome.listed()));
            results.add(new FaultResult(
                    sets.get(i), each.stream().map(Outcome::cost).toList()));
        }
        return results;
    }

    /** What faults cost, and the clusters that were on a list of some port network. */
    private record Outcome(FaultCost cost, Set<Integer> listed) {}

    /** A set after the other, with each length: the components of the cost in their order, how many are listed, and those. */
    private RunKind<Outcome> kind(List<FaultSet> sets) {
        int lengths = plan.lengths().size();
        return new RunKind<>(
                number -> name(sets.get(number / lengths), plan.lengths().get(number % lengths)),
                (outcome, row) -> {
                    outcome.cost.write(row);
                    row.addSet(outcome.listed);
                },
                row -> new Outcome(FaultCost.read(measures(), row), row.nextSet()));
    }

    private static String name(FaultSet set, long length) {
        return set.name() + " for " + length + " ms" + (set.delay() == 0 ? "" : ", " + set.delay() + " ms apart");
    }

    private Outcome outcome(FaultSet set, long length) {
        Estate estate = plan.scenario().estate();
        History history = history(estate, set, length, Detail.RESETS);
        long faultsEnd = AuditPlan.AT + set.delay() + length;
        SortedMap<Integer, PnTrial> trials = trials(history, faultsEnd);
        Set<Integer> listed = new TreeSet<>();
        trials.values().forEach(trial -> listed.addAll(trial.listed()));
        FaultCost cost = FaultCost.of(length, trials, false, estate.main().cluster());
        return new Outcome(
                measures().hasPhones()
                        ? cost.withPhones(measures().of(history.sip()), phonesOut(history, faultsEnd))
                        : cost,
                Set.copyOf(listed));
    }

    private Measures measures() {
        return FaultCost.measures(plan.scenario().estate());
    }

    /** How many phones are not in service just before a time. */
    private static int phonesOut(History history, long time) {
        return history.sip().populations().stream()
                .mapToInt(phones ->
                        phones.population().size() - phones.sampleAt(time - 1).in(PhoneState.IN_SERVICE))
                .sum();
    }
}
