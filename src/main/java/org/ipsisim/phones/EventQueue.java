package org.ipsisim.phones;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.ipsisim.kernel.Agenda;

/**
 * Events to come, in the order of time: numbers only, because storms bring millions of them. Those of the next minute lie in a
 * bucket for each millisecond; the few that are due later wait in a heap.
 */
final class EventQueue {
    private static final int BUCKETS = 1 << 16;
    private static final int NONE = -1;

    private record Later(long time, long key) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            return Long.compare(time, other.time);
        }
    }

    private final Agenda agenda;
    private final int[] heads = new int[BUCKETS];
    private final long[] filled = new long[BUCKETS / Long.SIZE];
    private final long[] filledWords = new long[BUCKETS / Long.SIZE / Long.SIZE];
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private long[] keys = new long[64];
    private int[] following = new int[64];
    private int used;
    private int free = NONE;
    private int near;
    private long[] taken = new long[64];

    EventQueue(Agenda agenda) {
        this.agenda = agenda;
        Arrays.fill(heads, NONE);
    }

    /** Adds an event that is due now or later. */
    void add(long time, long key) {
        if (time - agenda.now() >= BUCKETS) {
            later.add(new Later(time, key));
        } else {
            addNear(time, key);
        }
    }

    private void addNear(long time, long key) {
        int node = free;
        if (node != NONE) {
            free = following[node];
        } else {
            node = used++;
            if (node == keys.length) {
                keys = Arrays.copyOf(keys, 2 * node);
                following = Arrays.copyOf(following, 2 * node);
            }
        }
        int bucket = (int) time & BUCKETS - 1;
        keys[node] = key;
        following[node] = heads[bucket];
        heads[bucket] = node;
        filled[bucket >> 6] |= 1L << bucket;
        filledWords[bucket >> 12] |= 1L << (bucket >> 6);
        near++;
    }

    /** When the next event is due, in milliseconds; {@link Agenda#NEVER} if there is none. */
    long nextTime() {
        long time = near == 0 ? Agenda.NEVER : nextNear();
        return later.isEmpty() ? time : Math.min(time, later.peek().time);
    }

    private long nextNear() {
        int start = (int) agenda.now() & BUCKETS - 1;
        int bucket = nextBucket(start);
        if (bucket == NONE) {
            bucket = nextBucket(0);
        }
        return agenda.now() + (bucket - start & BUCKETS - 1);
    }

    /** The first bucket from a place on that is not empty; -1 if there is none. */
    private int nextBucket(int from) {
        int word = from >> 6;
        long bits = filled[word] & -1L << from;
        if (bits == 0 && ++word < filled.length) {
            int group = word >> 6;
            long words = filledWords[group] & -1L << word;
            while (words == 0 && ++group < filledWords.length) {
                words = filledWords[group];
            }
            if (words != 0) {
                word = (group << 6) + Long.numberOfTrailingZeros(words);
                bits = filled[word];
            }
        }
        return bits == 0 ? NONE : (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** Takes all events of this instant; gives how many they are, in the order of their keys. */
    int takeAll() {
        long now = agenda.now();
        while (!later.isEmpty() && later.peek().time - now < BUCKETS) {
            Later event = later.remove();
            addNear(event.time, event.key);
        }
        int bucket = (int) now & BUCKETS - 1;
        int count = 0;
        int node = heads[bucket];
        while (node != NONE) {
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, 2 * count);
            }
            taken[count++] = keys[node];
            int next = following[node];
            following[node] = free;
            free = node;
            node = next;
        }
        empty(bucket);
        near -= count;
        Arrays.sort(taken, 0, count);
        return count;
    }

    private void empty(int bucket) {
        int word = bucket >> 6;
        heads[bucket] = NONE;
        filled[word] &= ~(1L << bucket);
        if (filled[word] == 0) {
            filledWords[word >> 6] &= ~(1L << word);
        }
    }

    /** One of the events that were taken last. */
    long taken(int place) {
        return taken[place];
    }
}
