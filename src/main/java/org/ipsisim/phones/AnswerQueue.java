package org.ipsisim.phones;

import java.util.Arrays;

/** Requests that wait for their answers, first in, first out, each with the time at which its answer leaves. */
final class AnswerQueue {
    private long[] times = new long[16];
    private long[] keys = new long[16];
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

    void add(long time, long key) {
        if (size == times.length) {
            grow();
        }
        int place = first + size++ & times.length - 1;
        times[place] = time;
        keys[place] = key;
    }

    void remove() {
        first = first + 1 & times.length - 1;
        size--;
    }

    private void grow() {
        int length = times.length;
        long[] newTimes = Arrays.copyOf(times, 2 * length);
        long[] newKeys = Arrays.copyOf(keys, 2 * length);
        System.arraycopy(times, 0, newTimes, length, first);
        System.arraycopy(keys, 0, newKeys, length, first);
        times = newTimes;
        keys = newKeys;
    }
}
