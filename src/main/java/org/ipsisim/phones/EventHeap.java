package org.ipsisim.phones;

import java.util.Arrays;
import org.ipsisim.kernel.Agenda;

/** Events to come, ordered by time, then by key: numbers only, because storms bring millions of them. */
final class EventHeap {
    private long[] times = new long[64];
    private long[] keys = new long[64];
    private int size;

    /** When the next event is due, in milliseconds; {@link Agenda#NEVER} if there is none. */
    long nextTime() {
        return size == 0 ? Agenda.NEVER : times[0];
    }

    void add(long time, long key) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
        }
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            if (!isBefore(time, key, parent)) {
                break;
            }
            times[place] = times[parent];
            keys[place] = keys[parent];
            place = parent;
        }
        times[place] = time;
        keys[place] = key;
    }

    /** Takes the next event, and gives its key. */
    long take() {
        final long taken = keys[0];
        long time = times[--size];
        long key = keys[size];
        int place = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && isBefore(times[child + 1], keys[child + 1], child)) {
                child++;
            }
            if (isBefore(time, key, child)) {
                break;
            }
            times[place] = times[child];
            keys[place] = keys[child];
            place = child;
            child = 2 * place + 1;
        }
        times[place] = time;
        keys[place] = key;
        return taken;
    }

    private boolean isBefore(long time, long key, int place) {
        return time < times[place] || time == times[place] && key < keys[place];
    }
}
