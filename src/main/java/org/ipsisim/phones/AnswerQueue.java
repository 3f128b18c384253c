package org.ipsisim.phones;

import java.util.Arrays;

/** Requests that wait for their answers, first in, first out, each with the time at which its answer leaves. */
final class AnswerQueue {
    private long[] times = new long[16];
    private long[] keys = new long[16];
    private long[] sent = new long[16];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** When the next answer leaves. */
    long time() {
        return times[first];
    }

    /** The request that is answered next. */
    long key() {
        return keys[first];
    }

    /** When that request was sent, or earlier. */
    long sentAt() {
        return sent[first];
    }

    void add(long time, long key, long sentAt) {
        if (size == times.length) {
            grow();
        }
        int place = first + size++ & times.length - 1;
        times[place] = time;
        keys[place] = key;
        sent[place] = sentAt;
    }

    void remove() {
        first = first + 1 & times.length - 1;
        size--;
    }

    private void grow() {
        times = grown(times);
        keys = grown(keys);
        sent = grown(sent);
    }

    /** Twice as long, with what has come round to the front behind the rest. */
    private long[] grown(long[] numbers) {
        long[] more = Arrays.copyOf(numbers, 2 * numbers.length);
        System.arraycopy(numbers, 0, more, numbers.length, first);
        return more;
    }
}
