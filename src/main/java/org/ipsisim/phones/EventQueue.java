package org.ipsisim.phones;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.ipsisim.kernel.Agenda;

/**
 * Events to come, in the order of time: numbers only, because storms bring millions of them. Those of the present second lie
 * in an array for each millisecond, those of the next minute in an array for each second, and the few that are due later in a
 * heap. A second has 1024 ms here.
 */
final class EventQueue {
    private static final int SECOND_BITS = 10;
    private static final int MILLIS = 1 << SECOND_BITS;
    private static final int SECONDS = Long.SIZE;

    /** Longer arrays are not kept, or all would grow with the storms that come their way. */
    private static final int KEPT = 256;

    private static final long[] NOTHING = {};

    private record Later(long time, long key) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            return Long.compare(time, other.time);
        }
    }

    /** Events of one second, in no order: of each its time and its key. */
    private static final class Second {
        private long[] events = new long[16];
        private int size;
        private long earliest = Agenda.NEVER;

        void add(long time, long key) {
            if (size == events.length) {
                events = Arrays.copyOf(events, 2 * size);
            }
            events[size++] = time;
            events[size++] = key;
            earliest = Math.min(earliest, time);
        }
    }

    private final Agenda agenda;
    private final long[][] keys = new long[MILLIS][];
    private final int[] counts = new int[MILLIS];
    private final long[] filled = new long[MILLIS / Long.SIZE];
    private final Second[] seconds = new Second[SECONDS];
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private int near;
    private long filledSeconds;
    private long[] taken = NOTHING;

    /** Arrays that are used anew, the latest first, for it is still in the caches. */
    private final long[][] spare = new long[MILLIS][];

    private int spares;

    EventQueue(Agenda agenda) {
        this.agenda = agenda;
        Arrays.setAll(keys, millisecond -> NOTHING);
        Arrays.setAll(seconds, second -> new Second());
    }

    /** Adds an event that is due now or later. */
    void add(long time, long key) {
        long ahead = (time >> SECOND_BITS) - (agenda.now() >> SECOND_BITS);
        if (ahead == 0) {
            addNear(time, key);
        } else if (ahead < SECONDS) {
            int second = place(time);
            seconds[second].add(time, key);
            filledSeconds |= 1L << second;
        } else {
            later.add(new Later(time, key));
        }
    }

    private static int place(long time) {
        return (int) (time >> SECOND_BITS) & SECONDS - 1;
    }

    private void addNear(long time, long key) {
        int millisecond = (int) time & MILLIS - 1;
        int count = counts[millisecond]++;
        if (count == keys[millisecond].length) {
            keys[millisecond] = count == 0 && spares > 0 ? spare[--spares] : grown(keys[millisecond]);
        }
        keys[millisecond][count] = key;
        filled[millisecond >> 6] |= 1L << millisecond;
        near++;
    }

    private static long[] grown(long[] events) {
        return Arrays.copyOf(events, Math.max(8, 2 * events.length));
    }

    /** When the next event is due, in milliseconds; {@link Agenda#NEVER} if there is none. */
    long nextTime() {
        long time = near == 0 ? Agenda.NEVER : nextNear();
        if (filledSeconds != 0) {
            int present = place(agenda.now());
            int ahead = Long.numberOfTrailingZeros(Long.rotateRight(filledSeconds, present));
            time = Math.min(time, seconds[present + ahead & SECONDS - 1].earliest);
        }
        return later.isEmpty() ? time : Math.min(time, later.peek().time);
    }

    private long nextNear() {
        int start = (int) agenda.now() & MILLIS - 1;
        int word = start >> 6;
        long bits = filled[word] & -1L << start;
        while (bits == 0) {
            bits = filled[++word];
        }
        return agenda.now() - start + (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** Takes all events of this instant; gives how many they are, in the order of their keys. */
    int takeAll() {
        beginSecond();
        int millisecond = (int) agenda.now() & MILLIS - 1;
        int count = counts[millisecond];
        if (taken.length > 0 && taken.length <= KEPT && spares < MILLIS) {
            spare[spares++] = taken;
        }
        taken = keys[millisecond];
        keys[millisecond] = NOTHING;
        counts[millisecond] = 0;
        filled[millisecond >> 6] &= ~(1L << millisecond);
        near -= count;
        if (count > 1) {
            Arrays.sort(taken, 0, count);
        }
        return count;
    }

    /** Looks at the events of the present second that are due less than so many milliseconds from now, in no order. */
    void look(int millis, LongConsumer at) {
        beginSecond();
        int first = (int) agenda.now() & MILLIS - 1;
        int end = Math.min(first + millis, MILLIS);
        for (int millisecond = first; millisecond < end; millisecond++) {
            for (int i = 0; i < counts[millisecond]; i++) {
                at.accept(keys[millisecond][i]);
            }
        }
    }

    /** What was put off until the present second is near now. */
    private void beginSecond() {
        int present = place(agenda.now());
        if ((filledSeconds & 1L << present) != 0) {
            Second second = seconds[present];
            for (int i = 0; i < second.size; i += 2) {
                addNear(second.events[i], second.events[i + 1]);
            }
            seconds[present] = new Second();
            filledSeconds &= ~(1L << present);
        }
        long end = (agenda.now() >> SECOND_BITS) + 1 << SECOND_BITS;
        while (!later.isEmpty() && later.peek().time < end) {
            Later event = later.remove();
            addNear(event.time, event.key);
        }
    }

    /** One of the events that were taken last. */
    long taken(int place) {
        return taken[place];
    }
}
