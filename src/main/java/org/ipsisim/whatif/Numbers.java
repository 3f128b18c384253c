package org.ipsisim.whatif;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A row of whole numbers that grows, or is read from its beginning. */
final class Numbers {
    private long[] values;
    private int size;
    private int next;

    Numbers() {
        this.values = new long[16];
    }

    Numbers(long[] values) {
        this.values = values;
        this.size = values.length;
    }

    void add(long... more) {
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
    }

    /** Adds how many there are, then each in ascending order. */
    void addSet(Collection<Integer> some) {
        add(some.size());
        new TreeSet<>(some).forEach(each -> add(each));
    }

    long[] all() {
        return Arrays.copyOf(values, size);
    }

    boolean hasNext() {
        return next < size;
    }

    /** @throws IndexOutOfBoundsException if there is no more */
    long next() {
        if (next >= size) {
            throw new IndexOutOfBoundsException(next);
        }
        return values[next++];
    }

    /** @throws ArithmeticException if it is too large */
    int nextInt() {
        return Math.toIntExact(next());
    }

    /** What {@link #addSet} has added. */
    Set<Integer> nextSet() {
        Set<Integer> set = new TreeSet<>();
        for (int count = nextInt(); count > 0; count--) {
            set.add(nextInt());
        }
        return Set.copyOf(set);
    }
}
