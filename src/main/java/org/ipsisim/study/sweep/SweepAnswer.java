package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Objective;

/**
 * What follows from a sweep.
 *
 * @param sweep what was run
 * @param objective by what settings are judged
 * @param preferred by what they are judged first instead; then the other criteria, in their order
 * @param front the numbers of the choices that nothing beats, ascending
 * @param values of the objective, by choice
 * @param regrets if there are several readings of the manuals: how much worse than the best choice under the same reading a
 *     choice is at most; empty otherwise
 * @param recommended the number of the choice to take: the one with the least regret, or else the least value of the
 *     objective; of choices that cost the same the one that is nearest to what is administered. Empty if none was run
 * @param sensitivities of the keys, the one that matters most first
 */
public record SweepAnswer(
        Sweep sweep,
        Objective objective,
        Optional<Criterion> preferred,
        List<Integer> front,
        List<Double> values,
        List<Double> regrets,
        OptionalInt recommended,
        List<Sensitivity> sensitivities) {
    /** Keeps copies of the lists. */
    public SweepAnswer {
        front = List.copyOf(front);
        values = List.copyOf(values);
        regrets = List.copyOf(regrets);
        sensitivities = List.copyOf(sensitivities);
    }

    /** The answer to a sweep. */
    public static SweepAnswer of(Sweep sweep, Objective objective, Optional<Criterion> preferred) {
        List<Double> values = sweep.costs().stream().map(objective::of).toList();
        List<Double> regrets = sweep.plan().readings().size() == 1 ? List.of() : regrets(sweep, objective);
        Comparator<Integer> order = Comparator.comparingInt(i -> 0);
        if (preferred.isEmpty()) {
            order = Comparator.comparingDouble((Integer i) -> regrets.isEmpty() ? 0 : regrets.get(i))
                    .thenComparingDouble(values::get);
        }
        for (Criterion criterion : Criterion.preferring(
                preferred.orElse(Criterion.CALLS), sweep.scenario().estate())) {
            order = order.thenComparingLong(i -> criterion.of(sweep.costs().get(i)));
        }
        order = order.thenComparingDouble(sweep.distances()::get).thenComparingInt(i -> i);
        OptionalInt best = IntStream.range(0, values.size())
                .boxed()
                .min(order)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        return new SweepAnswer(
                sweep,
                objective,
                preferred,
                ParetoFront.of(sweep.costs(), sweep.criteria()),
                values,
                regrets,
                best,
                Sensitivity.of(sweep));
    }

    /** For each choice, by how much the objective is worse than the best one can do under the reading where that is most. */
    private static List<Double> regrets(Sweep sweep, Objective objective) {
        double[] regrets = new double[sweep.costs().size()];
        for (int i = 0; i < sweep.plan().readings().size(); i++) {
            int reading = i;
            double[] values = sweep.readings().stream()
                    .mapToDouble(costs -> objective.of(costs.get(reading)))
                    .toArray();
            double best = DoubleStream.of(values).min().orElse(0);
            Arrays.setAll(regrets, choice -> Math.max(regrets[choice], values[choice] - best));
        }
        return DoubleStream.of(regrets).boxed().toList();
    }

    /** By what settings are judged, or by what those that are equal in the objective are. */
    public List<Criterion> preference() {
        return Criterion.preferring(
                preferred.orElse(Criterion.CALLS), sweep.scenario().estate());
    }

    /**
     * Where the recommended setting begins to cost more calls when one value is moved alone.
     *
     * @param axis of the key
     * @param inside the index of the last value that costs no more
     * @param outside the index of the value after it
     * @param calls that fail there
     */
    public record Edge(int axis, int inside, int outside, long calls) {}

    /** The edges around the recommended setting; none in a sweep that was stopped. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        Grid grid = sweep.plan().choices();
        for (int axis = 0; sweep.isWhole() && axis < grid.axes().size(); axis++) {
            for (int step = -1; step <= 1; step += 2) {
                findEdge(grid, axis, step).ifPresent(edges::add);
            }
        }
        return edges;
    }

    private Optional<Edge> findEdge(Grid grid, int axis, int step) {
        int[] values = grid.valuesOf(recommended.orElseThrow());
        int count = grid.axes().get(axis).values().size();
        long least = Criterion.CALLS.of(sweep.costs().get(recommended.orElseThrow()));
        for (int value = values[axis] + step; value >= 0 && value < count; value += step) {
            values[axis] = value;
            long calls = Criterion.CALLS.of(sweep.costs().get(grid.combinationOf(values)));
            if (calls > least) {
                return Optional.of(new Edge(axis, value - step, value, calls));
            }
        }
        return Optional.empty();
    }

    /** Whether a choice is one that nothing beats. */
    public boolean isOnFront(int choice) {
        return Collections.binarySearch(front, choice) >= 0;
    }

    /** The settings that nothing beats; of those that cost the same the one that is nearest to what is administered. */
    public List<Integer> distinctFront() {
        Map<List<Long>, Integer> nearest = new LinkedHashMap<>();
        for (int choice : front) {
            Cost cost = sweep.costs().get(choice);
            List<Long> objectives =
                    sweep.criteria().stream().map(o -> o.of(cost)).toList();
            nearest.merge(objectives, choice, this::nearer);
        }
        return nearest.values().stream().sorted().toList();
    }

    private int nearer(int one, int other) {
        return sweep.distances().get(other) < sweep.distances().get(one) ? other : one;
    }
}
