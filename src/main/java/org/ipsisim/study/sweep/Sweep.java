package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measures;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;

/**
 * What each of many settings costs.
 *
 * @param plan what was tried
 * @param scenario as it stands, with none of the values
 * @param now what the scenario as it stands costs; empty if it cannot be run under the circumstances, or the sweep was
 *     stopped before
 * @param costs what each choice costs, added up over the circumstances, by the number of the choice; the first ones if
 *     the sweep was stopped
 * @param readings the same under each reading of the manuals, if there are several of them among the circumstances
 * @param single what each choice costs under each circumstance, each counted once
 * @param singleNow what the scenario as it stands costs under each circumstance; empty if that is not known
 * @param distances how far each of these choices is from what is administered
 */
public record Sweep(
        SweepPlan plan,
        Scenario scenario,
        Optional<Cost> now,
        List<Cost> costs,
        List<List<Cost>> readings,
        List<List<Cost>> single,
        List<Cost> singleNow,
        List<Double> distances) {
    /** Keeps copies of the lists. */
    public Sweep {
        costs = List.copyOf(costs);
        readings = List.copyOf(readings);
        single = List.copyOf(single);
        singleNow = List.copyOf(singleNow);
        distances = List.copyOf(distances);
    }

    /**
     * Carries out a plan.
     *
     * @param scenario as it stands, with none of the values
     * @throws RefusedSettings if the scenario is wrong with some of the values; then nothing was run
     */
    public static Sweep of(SweepPlan plan, Scenario scenario, ParallelRuns runs) throws RefusedSettings {
        Optional<SweptScenarios> scenarios = read(plan, runs);
        if (scenarios.isEmpty()) {
            return new Sweep(plan, scenario, Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        List<Cost> now = now(plan, Shard.WHOLE, runs);
        int each = plan.runsOfEach();
        List<Cost> costs = new ArrayList<>();
        List<List<Cost>> readings = new ArrayList<>();
        List<List<Cost>> single = new ArrayList<>();
        Measures measures = measures(scenarios.get());
        List<Cost> all = run(plan, scenarios.get(), Shard.WHOLE, runs);
        for (int first = 0; first + each <= all.size(); first += each) {
            single.add(all.subList(first, first + each));
            List<Cost> ofChoice = byReading(plan, measures, all.subList(first, first + each));
            readings.add(ofChoice);
            costs.add(measures.sum(ofChoice.stream()));
        }
        List<Double> distances = new ArrayList<>();
        for (int choice = 0; choice < costs.size(); choice++) {
            distances.add(distance(plan.choices().valuesOf(choice), scenarios.get(), scenario));
        }
        Optional<Cost> sum = now.isEmpty() ? Optional.empty() : Optional.of(sum(plan, now));
        return new Sweep(plan, scenario, sum, costs, readings, single, now, distances);
    }

    /**
     * Makes the runs of one shard, for the record.
     *
     * @throws RefusedSettings if the scenario is wrong with some of the values; then nothing was run
     */
    public static void make(SweepPlan plan, Shard shard, ParallelRuns runs) throws RefusedSettings {
        Optional<SweptScenarios> scenarios = read(plan, runs);
        if (scenarios.isPresent()) {
            now(plan, shard, runs);
            run(plan, scenarios.get(), shard, runs);
        }
    }

    private static Optional<SweptScenarios> read(SweepPlan plan, ParallelRuns runs) throws RefusedSettings {
        return SweptScenarios.read(plan.source(), plan.all(), runs);
    }

    private static List<Cost> run(SweepPlan plan, SweptScenarios scenarios, Shard shard, ParallelRuns runs) {
        return run(plan, "running", "run", shard.numbers((int) plan.all().size()), scenarios, runs)
                .results();
    }

    /** Runs with what all port networks cost together. */
    private static ParallelRuns.Done<Cost> run(
            SweepPlan plan, String what, String name, int[] numbers, SweptScenarios scenarios, ParallelRuns runs) {
        Measures measures = measures(scenarios);
        RunKind<Cost> kind = new RunKind<>(number -> name + " " + number, Cost::write, measures::read);
        return runs.run(
                what,
                numbers,
                kind,
                number -> measures.of(scenarios.variant(number).run(Detail.LOSSES), plan.weights()));
    }

    private static Measures measures(SweptScenarios scenarios) {
        return Measures.of(scenarios.variant(0).scenario().estate());
    }

    /** What is counted. */
    public Measures measures() {
        return Measures.of(scenario.estate());
    }

    /** By what the settings are judged. */
    public List<Criterion> criteria() {
        return Criterion.of(scenario.estate());
    }

    /** Adds up the runs of one choice, each as often as its circumstance counts. */
    private static List<Cost> byReading(SweepPlan plan, Measures measures, List<Cost> single) {
        List<Cost> costs =
                new ArrayList<>(Collections.nCopies((int) plan.readings().size(), measures.none()));
        for (int i = 0; i < single.size(); i++) {
            int reading = plan.readingOf(i);
            costs.set(reading, costs.get(reading).plus(single.get(i).times(plan.weightOf(i))));
        }
        return costs;
    }

    /** What the scenario costs as it stands, under each circumstance; empty if it cannot be run, or is not. */
    private static List<Cost> now(SweepPlan plan, Shard shard, ParallelRuns runs) {
        try {
            int[] numbers = shard.numbers(plan.runsOfEach());
            return SweptScenarios.read(plan.source(), plan.circumstances(), runs)
                    .map(scenarios -> run(plan, "running as it stands", "as it stands", numbers, scenarios, runs))
                    .filter(ParallelRuns.Done::isWhole)
                    .map(ParallelRuns.Done::results)
                    .orElse(List.of());
        } catch (RefusedSettings e) {
            return List.of();
        }
    }

    private static Cost sum(SweepPlan plan, List<Cost> costs) {
        Measures measures = costs.get(0).measures();
        return measures.sum(byReading(plan, measures, costs).stream());
    }

    private static double distance(int[] values, SweptScenarios scenarios, Scenario scenario) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += scenarios.distance(i, values[i], scenario);
        }
        return sum;
    }

    /** Whether every choice was run. */
    public boolean isWhole() {
        return costs.size() == plan.choices().size();
    }
}
