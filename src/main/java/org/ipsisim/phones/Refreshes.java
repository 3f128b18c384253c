package org.ipsisim.phones;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The phones of a population that a session manager has a registration of, by when in its cycle each one refreshes (U8).
 * Refreshes are not events: how many fall into a stretch of time is counted when somebody asks.
 */
final class Refreshes {
    private static final int MOST_BUCKETS = 1024;
    private static final int PHONES_PER_BUCKET = 16;
    private static final int NONE = -1;

    private final long period;
    private final int[] heads;
    private final int[] counts;
    private final int[] next;
    private final int[] previous;
    private final int[] phases;
    private int size;

    /** @param period from one refresh of a phone to the next, in milliseconds */
    Refreshes(int phones, long period) {
        this.period = period;
        int buckets = Math.max(1, Math.min(MOST_BUCKETS, phones / PHONES_PER_BUCKET));
        heads = new int[buckets];
        Arrays.fill(heads, NONE);
        counts = new int[buckets];
        next = new int[phones];
        previous = new int[phones];
        phases = new int[phones];
    }

    int size() {
        return size;
    }

    private int bucket(long phase) {
        return (int) (phase * heads.length / period);
    }

    /** Adds a phone that refreshes whole periods after a time. */
    void add(int phone, long time) {
        int phase = (int) Math.floorMod(time, period);
        int bucket = bucket(phase);
        phases[phone] = phase;
        previous[phone] = NONE;
        next[phone] = heads[bucket];
        if (heads[bucket] != NONE) {
            previous[heads[bucket]] = phone;
        }
        heads[bucket] = phone;
        counts[bucket]++;
        size++;
    }

    void remove(int phone) {
        int bucket = bucket(phases[phone]);
        if (previous[phone] == NONE) {
            heads[bucket] = next[phone];
        } else {
            next[previous[phone]] = next[phone];
        }
        if (next[phone] != NONE) {
            previous[next[phone]] = previous[phone];
        }
        counts[bucket]--;
        size--;
    }

    /** Calls an action for each phone, which may remove it. */
    void forEach(IntConsumer action) {
        for (int head : heads) {
            int phone = head;
            while (phone != NONE) {
                int following = next[phone];
                action.accept(phone);
                phone = following;
            }
        }
    }

    /** How many times in a stretch of time a phone of it is whole periods away from its own time, summed over the phones. */
    long count(long from, long to) {
        if (size == 0 || to <= from) {
            return 0;
        }
        long length = to - from;
        long begin = Math.floorMod(from, period);
        long rest = length % period;
        long end = begin + rest;
        long partial = end <= period ? between(begin, end) : between(begin, period) + between(0, end - period);
        return length / period * size + partial;
    }

    private long between(long begin, long end) {
        if (begin >= end) {
            return 0;
        }
        int first = bucket(begin);
        int last = bucket(end - 1);
        if (first == last) {
            return within(first, begin, end);
        }
        long count = within(first, begin, period) + within(last, 0, end);
        for (int bucket = first + 1; bucket < last; bucket++) {
            count += counts[bucket];
        }
        return count;
    }

    private long within(int bucket, long begin, long end) {
        long count = 0;
        for (int phone = heads[bucket]; phone != NONE; phone = next[phone]) {
            if (phases[phone] >= begin && phases[phone] < end) {
                count++;
            }
        }
        return count;
    }
}
