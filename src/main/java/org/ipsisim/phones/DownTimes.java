package org.ipsisim.phones;

import java.util.Arrays;
import org.ipsisim.kernel.Agenda;

/** When a session manager was not reached, as far back as it still matters. */
final class DownTimes {
    private final long kept;
    private long[] from = new long[4];
    private long[] to = new long[4];
    private int first;
    private int end;
    private long since = Agenda.NEVER;

    /** @param kept how far back times matter, in milliseconds */
    DownTimes(long kept) {
        this.kept = kept;
    }

    boolean isDown() {
        return since != Agenda.NEVER;
    }

    void begin(long now) {
        since = now;
    }

    void end(long now) {
        while (first < end && to[first] < now - kept) {
            first++;
        }
        if (since < now) {
            if (end == from.length) {
                makeRoom();
            }
            from[end] = since;
            to[end++] = now;
        }
        since = Agenda.NEVER;
    }

    private void makeRoom() {
        int size = end - first;
        int capacity = size > from.length / 2 ? 2 * from.length : from.length;
        long[] newFrom = new long[capacity];
        long[] newTo = new long[capacity];
        System.arraycopy(from, first, newFrom, 0, size);
        System.arraycopy(to, first, newTo, 0, size);
        from = newFrom;
        to = newTo;
        first = 0;
        end = size;
    }

    /** Since when it has not been reached without a break; {@link Agenda#NEVER} if it is reached. */
    long since() {
        return since;
    }

    /** Whether it was not reached at a time up to now. */
    boolean includes(long time) {
        return time >= since || beginOf(time) <= time;
    }

    /** The begin of the first down time that is not over before a time: at the time or earlier if it includes it. */
    long beginOf(long time) {
        int place = Arrays.binarySearch(to, first, end, time + 1);
        int next = place >= 0 ? place : -place - 1;
        return next < end ? from[next] : since;
    }

    /** The first time, not before another one, at which several keep-alives in a row, the last one then, are not answered. */
    long firstMissed(long notBefore, long interval, int misses) {
        long time = notBefore;
        int ago = 0;
        while (ago < misses) {
            long sent = time - ago * interval;
            long begin = beginOf(sent);
            if (begin == Agenda.NEVER) {
                return Agenda.NEVER;
            }
            if (begin > sent) {
                time = begin + ago * interval;
                ago = 0;
            } else {
                ago++;
            }
        }
        return time;
    }
}
