package org.ipsisim.traffic;

import java.util.Arrays;

/** Calls that wait for a server, in the order in which they came. */
final class WaitingCalls {
    private long[] first = new long[4];
    private long[] holds = new long[4];
    private int size;

    int size() {
        return size;
    }

    /**
     * Adds a call.
     *
     * @param value what the owner stores about its set-up, in milliseconds
     * @param hold how long it lasts from its answer on, in milliseconds
     */
    void add(long value, long hold) {
        if (size == first.length) {
            first = Arrays.copyOf(first, 2 * size);
            holds = Arrays.copyOf(holds, 2 * size);
        }
        first[size] = value;
        holds[size++] = hold;
    }

    long setUp(int i) {
        return first[i];
    }

    long hold(int i) {
        return holds[i];
    }

    void clear() {
        size = 0;
    }
}
