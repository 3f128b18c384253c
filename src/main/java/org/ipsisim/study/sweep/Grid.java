package org.ipsisim.study.sweep;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Every combination of the values of some keys; the values of the last key change fastest.
 *
 * @param axes the keys; without any there is one combination, which sets nothing
 */
public record Grid(List<Axis> axes) {
    /** Keeps a copy of the list. */
    public Grid {
        axes = List.copyOf(axes);
    }

    /** How many combinations there are; {@link Long#MAX_VALUE} if there are more than that. */
    public long size() {
        long size = 1;
        for (Axis axis : axes) {
            size = Math.multiplyHigh(size, axis.values().size()) > 0
                    ? Long.MAX_VALUE
                    : size * axis.values().size();
            if (size < 0 || size == Long.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
        }
        return size;
    }

    /** Which value each key has in a combination. */
    public int[] valuesOf(int combination) {
        int[] values = new int[axes.size()];
        int rest = combination;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int count = axes.get(i).values().size();
            values[i] = rest % count;
            rest /= count;
        }
        return values;
    }

    /** The combination in which the keys have some values. */
    public int combinationOf(int[] values) {
        int combination = 0;
        for (int i = 0; i < values.length; i++) {
            combination = combination * axes.get(i).values().size() + values[i];
        }
        return combination;
    }

    /** The assignments of a combination. */
    public List<String> settings(int combination) {
        int[] values = valuesOf(combination);
        return IntStream.range(0, values.length)
                .mapToObj(i -> axes.get(i).assignment(values[i]))
                .toList();
    }

    /** The values of a combination alone. */
    public List<String> texts(int combination) {
        int[] values = valuesOf(combination);
        return IntStream.range(0, values.length)
                .mapToObj(i -> axes.get(i).values().get(values[i]))
                .toList();
    }
}
