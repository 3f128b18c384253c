package org.ipsisim.traffic;

import java.util.Arrays;

/** The calls in progress of one direction: a heap of numbers with the earliest end on top. */
final class CallsUp {
    /** Receives calls that leave the heap before their end. */
    interface Taker {
        /**
         * Takes one call.
         *
         * @param answered when its set-up is over, in milliseconds
         * @param end when it is over, in milliseconds
         */
        void take(long answered, long end);
    }

    /** Replaces the time of answer of a call that has been frozen. */
    private static final long FROZEN = Long.MIN_VALUE;

    private long[] ends = new long[16];
    private long[] answers = new long[16];
    private int size;

    int size() {
        return size;
    }

    void add(long answered, long end) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            answers = Arrays.copyOf(answers, 2 * size);
        }
        rise(size++, answered, end);
    }

    /**
     * Removes the calls that are over by a time.
     *
     * @return how many
     */
    int removeEnded(long now) {
        int before = size;
        while (size > 0 && ends[0] <= now) {
            size--;
            sink(0, answers[size], ends[size]);
        }
        return before - size;
    }

    /** Removes the calls that are not answered by a time, and passes them on. */
    void takeInSetUp(long now, Taker taker) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (answers[i] > now) {
                taker.take(answers[i], ends[i]);
            } else {
                answers[kept] = answers[i];
                ends[kept++] = ends[i];
            }
        }
        if (kept < size) {
            size = kept;
            order();
        }
    }

    /** Removes all calls, and passes them on. */
    void takeAll(Taker taker) {
        for (int i = 0; i < size; i++) {
            taker.take(answers[i], ends[i]);
        }
        size = 0;
    }

    /** How many calls are not answered by a time. */
    int inSetUp(long now) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += answers[i] > now ? 1 : 0;
        }
        return count;
    }

    /**
     * Marks all calls as frozen; all are answered.
     *
     * @return how many were not before
     */
    int freeze() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += answers[i] == FROZEN ? 0 : 1;
            answers[i] = FROZEN;
        }
        return count;
    }

    private void order() {
        for (int i = (size >> 1) - 1; i >= 0; i--) {
            sink(i, answers[i], ends[i]);
        }
    }

    private void rise(int from, long answered, long end) {
        int place = from;
        while (place > 0 && end < ends[(place - 1) >> 1]) {
            int parent = (place - 1) >> 1;
            put(place, answers[parent], ends[parent]);
            place = parent;
        }
        put(place, answered, end);
    }

    private void sink(int from, long answered, long end) {
        int place = from;
        int child = 2 * place + 1;
        while (child < size) {
            if (child + 1 < size && ends[child + 1] < ends[child]) {
                child++;
            }
            if (ends[child] >= end) {
                break;
            }
            put(place, answers[child], ends[child]);
            place = child;
            child = 2 * place + 1;
        }
        put(place, answered, end);
    }

    private void put(int place, long answered, long end) {
        answers[place] = answered;
        ends[place] = end;
    }
}
