package org.ipsisim.study;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A row of whole numbers that grows, or is read from its beginning. */
public final class NumberRow {
    private long[] values;
    private int size;
    private int next;

    public NumberRow() {
        this.values = new long[16];
    }

    public NumberRow(long[] values) {
        this.values = values;
        this.size = values.length;
    }

    /** Adds numbers. */
    public void add(long... more) {
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
    }

    /** Adds 1 for true, 0 for false. */
    public void add(boolean flag) {
        add(flag ? 1 : 0);
    }

    /** Adds how many there are, then each in ascending order. */
    public void addSet(Collection<Integer> some) {
        add(some.size());
        new TreeSet<>(some).forEach(each -> add(each));
    }

    public long[] all() {
        return Arrays.copyOf(values, size);
    }

    public boolean hasNext() {
        return next < size;
    }

    /**
     * The next number.
     *
     * @throws IndexOutOfBoundsException if there is no more
     */
    public long next() {
        if (next >= size) {
            throw new IndexOutOfBoundsException(next);
        }
        return values[next++];
    }

    /**
     * The next numbers.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public long[] next(int count) {
        if (count > size - next) {
            throw new IndexOutOfBoundsException(next);
        }
        next += count;
        return Arrays.copyOfRange(values, next - count, next);
    }

    /** Whether the next number is not 0. */
    public boolean nextFlag() {
        return next() != 0;
    }

    /**
     * The next number as an {@code int}.
     *
     * @throws ArithmeticException if it is too large
     */
    public int nextInt() {
        return Math.toIntExact(next());
    }

    /** What {@link #addSet} has added. */
    public Set<Integer> nextSet() {
        Set<Integer> set = new TreeSet<>();
        for (int count = nextInt(); count > 0; count--) {
            set.add(nextInt());
        }
        return Set.copyOf(set);
    }
}
