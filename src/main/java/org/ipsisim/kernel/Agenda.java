package org.ipsisim.kernel;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The clock and the queue of events to come: a binary heap of timers, ordered by time, then turn, then rank.
 *
 * <p>The heap consists of numbers only: the times, and the ids of the timers, which matter for nothing else. A timer that is armed while another one runs takes the place that this one left at the top,
 * which halves the work of a timer that re-arms itself. An agenda keeps its timers as long as it lives, but for those that
 * happen {@link #once}: their ids go to the next ones.
 */
public final class Agenda {
    /** The time of an event that does not happen. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A run has taken more steps than its agenda allows. */
    public static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooManySteps(long limit) {
            super("more than " + limit + " steps");
        }
    }

    /** Steps between two reports of how far a run is. */
    private static final long BETWEEN_REPORTS = 1_000_000;

    private static final int TURN_SHIFT = 60;
    private static final long MAX_RANK = (1L << TURN_SHIFT) - 1;
    private static final Turn[] TURNS = Turn.values();

    /** The id of timers that are spent; no timer in the heap has it. */
    private static final int SPENT = 0;

    /** Marks a timer that is not in the heap. */
    private static final int IDLE = -1;

    /** The time of the top while its timer runs: nothing rises above it. */
    private static final long VACANT = Long.MIN_VALUE;

    private Timer[] timers = new Timer[64];
    private int[] places = new int[64];
    private int timerCount = SPENT + 1;
    private int[] freeIds = new int[16];
    private int freeCount;

    private long[] times = new long[64];
    private int[] ids = new int[64];
    private int size;
    private boolean topIsVacant;

    private long now;
    private long presentOrder;
    private long events;
    private long steps;
    private final long stepLimit;
    private final LongConsumer progress;
    private long nextReport;

    /** An agenda without a limit. */
    public Agenda() {
        this(Long.MAX_VALUE);
    }

    /** An agenda that stops a run after some steps. */
    public Agenda(long stepLimit) {
        this(stepLimit, now -> {});
    }

    /**
     * An agenda that stops a run which does too much.
     *
     * @param stepLimit most steps: one for each timer that runs out, and those added with {@link #spend}
     * @param progress is told the present time in milliseconds, after each million steps or so
     */
    public Agenda(long stepLimit, LongConsumer progress) {
        this.stepLimit = stepLimit;
        this.progress = progress;
        this.nextReport = Math.min(stepLimit, BETWEEN_REPORTS);
        places[SPENT] = IDLE;
    }

    /**
     * Makes a timer.
     *
     * @param turn its place among what happens at one instant
     * @param rank its place within the turn, 0 to 2^60 - 1; timers that may be due together have different ranks
     * @param action what happens
     * @throws IllegalArgumentException if the rank is out of range
     */
    public Timer timer(Turn turn, long rank, Runnable action) {
        long order = order(turn, rank);
        return timer(newId(), order, false, action);
    }

    /**
     * Lets something happen once, and keeps nothing of it afterwards: for what comes and goes in great numbers, such as the
     * timers of transactions.
     *
     * @param time milliseconds, not before now
     * @param turn its place among what happens at one instant
     * @param rank its place within the turn, 0 to 2^60 - 1; what is due at one instant has different ranks
     * @param action what happens
     * @return a timer, armed; it can be moved or called off until it is due, and is spent then
     * @throws IllegalArgumentException if the time has passed or the rank is out of range
     */
    public Timer once(long time, Turn turn, long rank, Runnable action) {
        if (time < now) {
            throw new IllegalArgumentException("time " + time + " has passed, it is " + now);
        }
        long order = order(turn, rank);
        Timer timer = timer(freeCount > 0 ? freeIds[--freeCount] : newId(), order, true, action);
        timer.armAt(time);
        return timer;
    }

    private int newId() {
        if (timerCount == timers.length) {
            grow();
        }
        return timerCount++;
    }

    private static long order(Turn turn, long rank) {
        if (rank < 0 || rank > MAX_RANK) {
            throw new IllegalArgumentException("rank " + rank);
        }
        return ((long) turn.ordinal() << TURN_SHIFT) | rank;
    }

    private Timer timer(int id, long order, boolean once, Runnable action) {
        Timer timer = new Timer(this, id, order, once, action);
        timers[id] = timer;
        places[id] = IDLE;
        return timer;
    }

    /** Gives the id of a timer that happens once to the next one. */
    private void free(Timer timer) {
        if (freeCount == freeIds.length) {
            freeIds = Arrays.copyOf(freeIds, 2 * freeCount);
        }
        freeIds[freeCount++] = timer.id;
        timers[timer.id] = null;
        timer.id = SPENT;
    }

    /** The heap never holds more than all timers. */
    private void grow() {
        int capacity = 2 * timerCount;
        timers = Arrays.copyOf(timers, capacity);
        places = Arrays.copyOf(places, capacity);
        times = Arrays.copyOf(times, capacity);
        ids = Arrays.copyOf(ids, capacity);
    }

    /** The present time in milliseconds from the start. */
    public long now() {
        return now;
    }

    /** When the next timer is due, in milliseconds; {@link #NEVER} if none is armed. */
    public long nextTime() {
        if (!topIsVacant) {
            return size > 0 ? times[0] : NEVER;
        }
        return Math.min(size > 1 ? times[1] : NEVER, size > 2 ? times[2] : NEVER);
    }

    /** The turn of the present event. */
    public Turn turn() {
        return TURNS[(int) (presentOrder >>> TURN_SHIFT)];
    }

    /** Whether a timer armed for a time would have run already, or would be running. */
    public boolean hasPassed(Timer timer, long time) {
        return time < now || time == now && timer.order <= presentOrder;
    }

    /** How many timers have run out so far. */
    public long events() {
        return events;
    }

    /**
     * Counts work that one event causes beyond itself.
     *
     * @param count steps, 0 or more
     * @throws TooManySteps if the limit is passed
     */
    public void spend(long count) {
        steps += count;
        if (steps > nextReport) {
            report();
        }
    }

    private void report() {
        if (steps > stepLimit) {
            throw new TooManySteps(stepLimit);
        }
        nextReport = Math.min(stepLimit, steps + BETWEEN_REPORTS);
        progress.accept(now);
    }

    /** How much work was done so far: one step for each event, and those that were {@link #spend spent}. */
    public long steps() {
        return steps;
    }

    /** How many timers are armed. */
    int pending() {
        return topIsVacant ? size - 1 : size;
    }

    /** How many timers there is room for. */
    int capacity() {
        return timers.length;
    }

    /**
     * Runs every timer that is due before a time, and sets the clock to it.
     *
     * @param end milliseconds; timers due at this time stay armed
     * @throws IllegalStateException if an action calls it, or an earlier action has thrown an exception
     */
    public void runUntil(long end) {
        if (topIsVacant) {
            throw new IllegalStateException("an action has not come to its end");
        }
        while (size > 0 && times[0] < end) {
            runNext();
        }
        now = Math.max(now, end);
    }

    private void runNext() {
        Timer next = timers[ids[0]];
        now = times[0];
        presentOrder = next.order;
        events++;
        spend(1);
        places[next.id] = IDLE;
        times[0] = VACANT;
        topIsVacant = true;
        if (next.once) {
            free(next);
        }
        next.action.run();
        if (topIsVacant) {
            topIsVacant = false;
            removeAt(0);
        }
    }

    void arm(Timer timer, long time) {
        if (time < now) {
            throw new IllegalArgumentException("time " + time + " has passed, it is " + now);
        }
        if (timer.id == SPENT) {
            throw new IllegalStateException("the timer is spent");
        }
        int place = places[timer.id];
        if (place != IDLE) {
            move(place, timer.id, time);
        } else if (topIsVacant) {
            topIsVacant = false;
            sink(0, timer.id, time);
        } else {
            rise(size++, timer.id, time);
        }
    }

    boolean disarm(Timer timer) {
        int place = places[timer.id];
        if (place == IDLE) {
            return false;
        }
        places[timer.id] = IDLE;
        removeAt(place);
        if (timer.once) {
            free(timer);
        }
        return true;
    }

    boolean isArmed(Timer timer) {
        return places[timer.id] != IDLE;
    }

    long timeOf(Timer timer) {
        int place = places[timer.id];
        return place == IDLE ? NEVER : times[place];
    }

    private void removeAt(int place) {
        size--;
        if (place < size) {
            move(place, ids[size], times[size]);
        }
    }

    private void move(int place, int id, long time) {
        if (place > 0 && isBefore(time, id, (place - 1) >> 1)) {
            rise(place, id, time);
        } else {
            sink(place, id, time);
        }
    }

    private void rise(int from, int id, long time) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            if (!isBefore(time, id, parent)) {
                break;
            }
            put(place, ids[parent], times[parent]);
            place = parent;
        }
        put(place, id, time);
    }

    private void sink(int from, int id, long time) {
        int place = from;
        int right = 2 * place + 2;
        while (right <= size) {
            int child = right < size ? right - earlierIsLeft(right) : right - 1;
            if (isBefore(time, id, child)) {
                break;
            }
            put(place, ids[child], times[child]);
            place = child;
            right = 2 * place + 2;
        }
        put(place, id, time);
    }

    /** 1 or 0; without a branch, which the processor could not predict. */
    private int earlierIsLeft(int right) {
        long difference = times[right - 1] - times[right];
        if (difference == 0) {
            return timers[ids[right - 1]].order < timers[ids[right]].order ? 1 : 0;
        }
        return (int) (difference >>> (Long.SIZE - 1));
    }

    private boolean isBefore(long time, int id, int place) {
        long other = times[place];
        return time < other || time == other && timers[id].order < timers[ids[place]].order;
    }

    private void put(int place, int id, long time) {
        times[place] = time;
        ids[place] = id;
        places[id] = place;
    }
}
