package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * How much the choice of one key matters.
 *
 * @param axis index of the key among the choices
 * @param effects by objective: how far the means of its values lie apart, all other keys taking all of theirs
 * @param shares the same as a share of the whole range of the objective, 0 to 1
 */
public record Sensitivity(int axis, Map<Criterion, Double> effects, Map<Criterion, Double> shares) {
    /** Of every key of a whole sweep, the one that matters most first; empty if the sweep was stopped. */
    public static List<Sensitivity> of(Sweep sweep) {
        List<Sensitivity> all = new ArrayList<>();
        if (sweep.isWhole()) {
            for (int axis = 0; axis < sweep.plan().choices().axes().size(); axis++) {
                all.add(of(axis, sweep));
            }
        }
        all.sort(Comparator.comparingDouble((Sensitivity s) -> -s.weight()).thenComparingInt(Sensitivity::axis));
        return List.copyOf(all);
    }

    /** All objectives together: the sum of the shares. */
    public double weight() {
        return shares.values().stream().mapToDouble(share -> share).sum();
    }

    /** How far the means of its values lie apart. */
    public double effect(Criterion objective) {
        return effects.getOrDefault(objective, 0.0);
    }

    /** The same as a share of the whole range, 0 to 1. */
    public double share(Criterion objective) {
        return shares.getOrDefault(objective, 0.0);
    }

    private static Sensitivity of(int axis, Sweep sweep) {
        Map<Criterion, Double> effects = new EnumMap<>(Criterion.class);
        Map<Criterion, Double> shares = new EnumMap<>(Criterion.class);
        for (Criterion objective : sweep.criteria()) {
            double effect = effect(axis, objective, sweep);
            LongSummaryStatistics values =
                    sweep.costs().stream().mapToLong(objective::of).summaryStatistics();
            long range = sweep.costs().isEmpty() ? 0 : values.getMax() - values.getMin();
            effects.put(objective, effect);
            shares.put(objective, range == 0 ? 0 : effect / range);
        }
        return new Sensitivity(axis, effects, shares);
    }

    private static double effect(int axis, Criterion objective, Sweep sweep) {
        Grid grid = sweep.plan().choices();
        int count = grid.axes().get(axis).values().size();
        long[] sums = new long[count];
        for (int choice = 0; choice < sweep.costs().size(); choice++) {
            sums[grid.valuesOf(choice)[axis]] += objective.of(sweep.costs().get(choice));
        }
        LongSummaryStatistics values = Arrays.stream(sums).summaryStatistics();
        return (double) (values.getMax() - values.getMin())
                / ((double) sweep.costs().size() / count);
    }
}
