package org.ipsisim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the parts into which the runs of a study are split, so that each can be made on another machine.
 *
 * @param number from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
    /** Most parts of a study. */
    public static final int MOST = 10_000;

    /** The only part of a study that is not split. */
    public static final Shard WHOLE = new Shard(1, 1);

    /** Checks the numbers. */
    public Shard {
        if (number < 1 || of < number || of > MOST) {
            throw new IllegalArgumentException(number + "/" + of);
        }
    }

    /** Its numbers, from 0: they are dealt to the parts in turn. */
    public int[] numbers(int count) {
        return IntStream.range(0, count)
                .filter(number -> number % of == this.number - 1)
                .toArray();
    }

    /** Its items of a list, dealt in the same way. */
    public <T> List<T> of(List<T> all) {
        List<T> own = new ArrayList<>();
        for (int number : numbers(all.size())) {
            own.add(all.get(number));
        }
        return own;
    }

    /** Where its block begins if a number of pieces is split into blocks of neighbours; it ends where the next one begins. */
    public int begin(int count) {
        return (int) ((long) count * (number - 1) / of);
    }

    /** Where its own block ends; this piece is not part of it. */
    public int end(int count) {
        return (int) ((long) count * number / of);
    }

    /** As in {@code 3/20}. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
