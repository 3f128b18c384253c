package org.ipsisim.study.sweep;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ipsisim.study.Cost;

/**
 * What follows from a sweep.
 *
 * @param sweep what was run
 * @param preference by what settings are judged, the most important objective first
 * @param front the numbers of the choices that nothing beats, ascending
 * @param recommended the number of the choice to take: the best by the first objective, among these the best by the next
 *     one, and so on; of choices that cost the same the one that is nearest to what is administered. Empty if none was
 *     run
 * @param sensitivities of the keys, the one that matters most first
 */
public record SweepAnswer(
        Sweep sweep,
        List<Objective> preference,
        List<Integer> front,
        OptionalInt recommended,
        List<Sensitivity> sensitivities) {
    /** Keeps copies of the lists. */
    public SweepAnswer {
        preference = List.copyOf(preference);
        front = List.copyOf(front);
        sensitivities = List.copyOf(sensitivities);
    }

    /** The answer to a sweep. */
    public static SweepAnswer of(Sweep sweep, Objective preferred) {
        List<Objective> preference = Objective.preferring(preferred);
        return new SweepAnswer(
                sweep, preference, ParetoFront.of(sweep.costs()), best(sweep, preference), Sensitivity.of(sweep));
    }

    private static OptionalInt best(Sweep sweep, List<Objective> preference) {
        Comparator<Integer> order = Comparator.comparingInt(i -> 0);
        for (Objective objective : preference) {
            order = order.thenComparingLong(i -> objective.of(sweep.costs().get(i)));
        }
        order = order.thenComparingDouble(i -> sweep.distances().get(i)).thenComparingInt(i -> i);
        return IntStream.range(0, sweep.costs().size())
                .boxed()
                .min(order)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
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
                    Arrays.stream(Objective.values()).map(o -> o.of(cost)).toList();
            nearest.merge(objectives, choice, this::nearer);
        }
        return nearest.values().stream().sorted().toList();
    }

    private int nearer(int one, int other) {
        return sweep.distances().get(other) < sweep.distances().get(one) ? other : one;
    }
}
