package org.ipsisim.heartbeat;

import java.util.ArrayDeque;
import java.util.Deque;

/** What matters of beats that lie ahead: where nothing arrives for long (M4), and where several in a row are missed (M22). */
final class Pauses implements Deliveries {
    private final long interval;
    private final Deque<Pause> silences = new ArrayDeque<>(1);
    private final Deque<Pause> rows = new ArrayDeque<>(1);
    private long shortest = Long.MAX_VALUE;
    private long heard;
    private long missedFrom;

    /**
     * A silence from one arrival to the next, in milliseconds; or beats missed in a row, from the first to the last.
     */
    private record Pause(long from, long to) {}

    Pauses(long interval) {
        this.interval = interval;
    }

    /** Whether silences of a length, and longer ones, have not been noted before; from now on they are. */
    boolean notesFrom(long silence) {
        boolean isShorter = silence < shortest;
        shortest = Math.min(shortest, silence);
        return isShorter;
    }

    /**
     * Begins anew.
     *
     * @param lastArrival of what was sent before
     * @param firstMissed the first of the beats missed in a row before, or else the first beat
     */
    void begin(long lastArrival, long firstMissed) {
        silences.clear();
        rows.clear();
        heard = lastArrival;
        missedFrom = firstMissed;
    }

    @Override
    public void add(Stretch next) {
        long first = -Math.floorDiv(-next.from(), interval);
        long last = next.lastBeat(interval);
        if (last < first) {
            return;
        }
        if (next.delivers()) {
            hear(first * interval + next.latency());
            heard = Math.max(heard, last * interval + next.latency());
            missedFrom = last + 1;
        } else if (last - missedFrom + 1 >= HeartbeatPath.BEATS_REMEMBERED) {
            if (!rows.isEmpty() && rows.peekLast().from == missedFrom) {
                rows.pollLast();
            }
            rows.addLast(new Pause(missedFrom, last));
        }
    }

    @Override
    public void addArrival(long sent, long arrival) {
        hear(arrival);
    }

    private void hear(long arrival) {
        if (arrival - heard > shortest) {
            silences.addLast(new Pause(heard, arrival));
        }
        heard = Math.max(heard, arrival);
    }

    /** The last arrival. */
    long heard() {
        return heard;
    }

    /** The arrival after which the first silence begins that is longer than one and not over at a time, if there is one. */
    long firstSilence(long time, long longerThan) {
        while (!silences.isEmpty() && silences.peekFirst().to <= time) {
            silences.pollFirst();
        }
        for (Pause silence : silences) {
            if (silence.to - silence.from > longerThan) {
                return silence.from;
            }
        }
        return TcpConnection.UNKNOWN;
    }

    /** The arrival after which the last silence of all begins, if that is longer than one. */
    long lastSilence(long longerThan) {
        Pause last = silences.peekLast();
        return last != null && last.to - last.from > longerThan ? last.from : TcpConnection.UNKNOWN;
    }

    /** The first beat after one at which the last {@code count} beats, three or more, are all missed, if there is one. */
    long firstRow(int count, long beat) {
        while (!rows.isEmpty() && rows.peekFirst().to <= beat) {
            rows.pollFirst();
        }
        for (Pause row : rows) {
            long all = Math.max(row.from, beat - count + 2) + count - 1;
            if (all <= row.to) {
                return all;
            }
        }
        return TcpConnection.UNKNOWN;
    }
}
