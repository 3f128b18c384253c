package org.ipsisim.kernel;

import java.util.Arrays;

/**
 * The clock and the queue of what is to happen: a binary heap of timers, ordered by time, then turn, then rank.
 *
 * <p>Keys lie beside each other in one array, so that a comparison does not touch a timer. A timer that is armed while
 * another one runs takes the place that this one left at the top, which halves the work of a timer that re-arms itself.
 */
public final class Agenda {
    /** The time of what does not happen. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int TURN_SHIFT = 60;
    private static final long MAX_RANK = (1L << TURN_SHIFT) - 1;

    private long[] keys = new long[2 * 64];
    private Timer[] timers = new Timer[64];
    private int size;
    private boolean topIsVacant;
    private long now;
    private Turn turn = Turn.CHANGE;
    private long events;

    /**
     * Makes a timer.
     *
     * @param turn its place among what happens at one instant
     * @param rank its place within the turn, 0 to 2^60 - 1; timers that may be due together have different ranks
     * @param action what happens
     * @throws IllegalArgumentException if the rank is out of range
     */
    public Timer timer(Turn turn, long rank, Runnable action) {
        if (rank < 0 || rank > MAX_RANK) {
            throw new IllegalArgumentException("rank " + rank);
        }
        return new Timer(this, ((long) turn.ordinal() << TURN_SHIFT) | rank, action);
    }

    /** The present time in milliseconds from the start. */
    public long now() {
        return now;
    }

    /** The turn of what happens at present. */
    public Turn turn() {
        return turn;
    }

    /** How many timers have run out so far. */
    public long events() {
        return events;
    }

    /**
     * Lets everything happen that is due before a time, and leaves the clock there.
     *
     * @param end milliseconds; what is due at this time is left waiting
     */
    public void runUntil(long end) {
        while (size > 0 && keys[0] < end) {
            runNext();
        }
        now = Math.max(now, end);
    }

    private void runNext() {
        Timer next = timers[0];
        now = keys[0];
        turn = TURNS[(int) (keys[1] >>> TURN_SHIFT)];
        events++;
        next.position = Timer.IDLE;
        topIsVacant = true;
        next.action.run();
        closeGap();
    }

    private static final Turn[] TURNS = Turn.values();

    void arm(Timer timer, long time) {
        if (time < now) {
            throw new IllegalArgumentException("time " + time + " has passed, it is " + now);
        }
        if (timer.position != Timer.IDLE) {
            move(timer.position, timer, time);
        } else if (topIsVacant) {
            topIsVacant = false;
            siftDown(0, timer, time);
        } else {
            ensureCapacity();
            siftUp(size++, timer, time);
        }
    }

    boolean disarm(Timer timer) {
        int position = timer.position;
        if (position == Timer.IDLE) {
            return false;
        }
        timer.position = Timer.IDLE;
        removeAt(position);
        return true;
    }

    long timeOf(Timer timer) {
        return timer.position == Timer.IDLE ? NEVER : keys[2 * timer.position];
    }

    private void closeGap() {
        if (topIsVacant) {
            topIsVacant = false;
            removeAt(0);
        }
    }

    private void removeAt(int position) {
        size--;
        Timer last = timers[size];
        long time = keys[2 * size];
        timers[size] = null;
        if (position < size) {
            move(position, last, time);
        }
    }

    private void move(int position, Timer timer, long time) {
        int parent = (position - 1) >> 1;
        if (position > 0 && !(topIsVacant && parent == 0) && isBefore(time, timer.order, parent)) {
            siftUp(position, timer, time);
        } else {
            siftDown(position, timer, time);
        }
    }

    private void siftUp(int from, Timer timer, long time) {
        int position = from;
        while (position > 0) {
            int parent = (position - 1) >> 1;
            if (topIsVacant && parent == 0 || !isBefore(time, timer.order, parent)) {
                break;
            }
            place(position, timers[parent], keys[2 * parent]);
            position = parent;
        }
        place(position, timer, time);
    }

    private void siftDown(int from, Timer timer, long time) {
        int position = from;
        int child = 2 * position + 1;
        while (child < size) {
            if (child + 1 < size && isBefore(keys[2 * child + 2], keys[2 * child + 3], child)) {
                child++;
            }
            if (isBefore(time, timer.order, child)) {
                break;
            }
            place(position, timers[child], keys[2 * child]);
            position = child;
            child = 2 * position + 1;
        }
        place(position, timer, time);
    }

    private boolean isBefore(long time, long order, int position) {
        long other = keys[2 * position];
        return time < other || time == other && order < keys[2 * position + 1];
    }

    private void place(int position, Timer timer, long time) {
        keys[2 * position] = time;
        keys[2 * position + 1] = timer.order;
        timers[position] = timer;
        timer.position = position;
    }

    private void ensureCapacity() {
        if (size == timers.length) {
            timers = Arrays.copyOf(timers, 2 * size);
            keys = Arrays.copyOf(keys, 4 * size);
        }
    }
}
