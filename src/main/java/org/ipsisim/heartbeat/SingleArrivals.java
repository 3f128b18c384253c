package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.kernel.Agenda;

/** What arrives on one way other than beats sent on time, in the order in which it was sent: over TCP, what was sent again. */
final class SingleArrivals {
    /** Nothing: over ideal transport, all that there ever is. Nothing may be added to it. */
    static final SingleArrivals NONE = new SingleArrivals();

    private final List<Single> list = new ArrayList<>(0);
    private long longestLatency;

    private record Single(long sent, long arrival) {}

    /** Adds one that is sent after all that have been added; both times in milliseconds. */
    void add(long sent, long arrival) {
        longestLatency = Math.max(longestLatency, arrival - sent);
        list.add(new Single(sent, arrival));
    }

    /** Forgets all that are sent from a time on. */
    void cutAt(long time) {
        forget(sentBefore(time), list.size());
    }

    /** Forgets all that were sent before a time. */
    void forgetSentBefore(long time) {
        forget(0, sentBefore(time));
    }

    /** Forgets those that arrived first, as far as they had arrived by a time; the last of their arrivals. */
    long forgetArrivedBy(long time) {
        long last = Long.MIN_VALUE;
        int arrived = 0;
        while (arrived < list.size() && list.get(arrived).arrival <= time) {
            last = Math.max(last, list.get(arrived++).arrival);
        }
        forget(0, arrived);
        return last;
    }

    /** The first arrival after a time, or the bound if none is earlier. */
    long firstAfter(long time, long bound) {
        long first = bound;
        for (int i = sentBefore(time - longestLatency + 1); i < list.size() && list.get(i).sent < first; i++) {
            long arrival = list.get(i).arrival;
            first = arrival > time ? Math.min(first, arrival) : first;
        }
        return first;
    }

    /** The last arrival up to a time, or the bound if none is later. */
    long lastUpTo(long time, long bound) {
        long last = bound;
        for (int i = sentBefore(time + 1) - 1; i >= 0 && list.get(i).sent + longestLatency > last; i--) {
            long arrival = list.get(i).arrival;
            last = arrival <= time ? Math.max(last, arrival) : last;
        }
        return last;
    }

    /** Whether all have arrived by a time. */
    boolean isOverBy(long time) {
        return firstAfter(time, Agenda.NEVER) == Agenda.NEVER;
    }

    private void forget(int from, int to) {
        if (from < to) {
            list.subList(from, to).clear();
        }
    }

    private int sentBefore(long time) {
        return Stretches.count(list, time, (single, at) -> single.sent < at);
    }
}
