package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One objective over the two keys that matter most; all other keys have their recommended values.
 *
 * @param answer the sweep
 * @param objective what is shown
 * @param down index of the key with a row for each value
 * @param across index of the key with a column for each value
 */
public record HeatMap(SweepAnswer answer, Criterion objective, int down, int across) {
    /** The maps of a whole sweep over two keys or more: one for each objective that is not the same everywhere. */
    public static List<HeatMap> of(SweepAnswer answer) {
        List<Integer> keys = answer.sensitivities().stream()
                .map(Sensitivity::axis)
                .filter(axis -> axes(answer).get(axis).values().size() > 1)
                .limit(2)
                .sorted(Comparator.comparing(
                        axis -> -axes(answer).get(axis).values().size()))
                .toList();
        List<HeatMap> maps = new ArrayList<>();
        for (Criterion objective : answer.sweep().criteria()) {
            if (keys.size() == 2) {
                HeatMap map = new HeatMap(answer, objective, keys.get(0), keys.get(1));
                if (map.least() < map.most()) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    private static List<Axis> axes(SweepAnswer answer) {
        return answer.sweep().plan().choices().axes();
    }

    /** The key with a row for each value. */
    public Axis rows() {
        return axes(answer).get(down);
    }

    /** The key with a column for each value. */
    public Axis columns() {
        return axes(answer).get(across);
    }

    /** The value in a cell. */
    public long value(int row, int column) {
        return objective.of(answer.sweep().costs().get(choice(row, column)));
    }

    /** The choice that a cell stands for. */
    public int choice(int row, int column) {
        Grid grid = answer.sweep().plan().choices();
        int[] values = grid.valuesOf(answer.recommended().orElseThrow());
        values[down] = row;
        values[across] = column;
        return grid.combinationOf(values);
    }

    /** The least value. */
    public long least() {
        return cells().min().orElseThrow();
    }

    /** The greatest value. */
    public long most() {
        return cells().max().orElseThrow();
    }

    private LongStream cells() {
        return IntStream.range(0, rows().values().size())
                .boxed()
                .flatMapToLong(
                        row -> IntStream.range(0, columns().values().size()).mapToLong(column -> value(row, column)));
    }

    /** What the other keys are set to, in words; empty if there are no others. */
    public Optional<String> others() {
        Grid grid = answer.sweep().plan().choices();
        List<String> settings = grid.settings(answer.recommended().orElseThrow());
        List<String> others = new ArrayList<>();
        for (int axis = 0; axis < settings.size(); axis++) {
            if (axis != down && axis != across) {
                others.add(settings.get(axis));
            }
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", others));
    }
}
