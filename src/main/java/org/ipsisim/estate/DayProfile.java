package org.ipsisim.estate;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A share that changes at certain times, the same every day; the days of a profile begin with the run.
 *
 * @param steps in the order of their times; before the first one, the last one of the previous day applies; without steps
 *     the share is always 1
 * @param clock how many milliseconds after a midnight the wall clock is at time 0 of the run, from a moment of the run on:
 *     a new value where the clock is put forward or back; before the first moment its value holds; empty for a run that
 *     begins at midnight
 */
public record DayProfile(List<Step> steps, SortedMap<Long, Long> clock) {
    /** A share of 1 all day. */
    public static final DayProfile ALWAYS = new DayProfile(List.of());

    /** The time of a change that never happens. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Length of a day in milliseconds. */
    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * A time of each day of the profile and the share from then on.
     *
     * @param from after the start of the run, 0 to less than a day
     * @param share 0 or more
     */
    public record Step(Duration from, double share) {
        /** @throws IllegalArgumentException if a value is out of range */
        public Step {
            if (from.isNegative() || from.compareTo(Duration.ofDays(1)) >= 0) {
                throw new IllegalArgumentException(from + " is not a time of day");
            }
            if (!(share >= 0) || Double.isInfinite(share)) {
                throw new IllegalArgumentException("share " + share + " is not 0 or more");
            }
        }
    }

    /**
     * Keeps a copy of the steps.
     *
     * @throws IllegalArgumentException if the steps are not in the order of their times
     */
    public DayProfile {
        steps = List.copyOf(steps);
        clock = Collections.unmodifiableSortedMap(new TreeMap<>(clock));
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("steps are not in the order of their times");
            }
        }
    }

    /** The steps in a run that begins at midnight. */
    public DayProfile(List<Step> steps) {
        this(steps, new TreeMap<>());
    }

    private long ahead(long millis) {
        if (clock.isEmpty()) {
            return 0;
        }
        SortedMap<Long, Long> until = clock.headMap(millis + 1);
        return Objects.requireNonNull(clock.get(until.isEmpty() ? clock.firstKey() : until.lastKey()));
    }

    /**
     * The share at a time.
     *
     * @param millis from the start of the run; before it if negative
     */
    public double shareAt(long millis) {
        if (steps.isEmpty()) {
            return 1;
        }
        long time = Math.floorMod(millis + ahead(millis), DAY);
        double share = steps.get(steps.size() - 1).share();
        for (int i = 0; i < steps.size() && steps.get(i).from().toMillis() <= time; i++) {
            share = steps.get(i).share();
        }
        return share;
    }

    /**
     * The next time after a given one at which the share changes; {@link #NEVER} if it never does.
     *
     * @param millis from the start of the run; before it if negative
     */
    public long nextChangeAfter(long millis) {
        double share = shareAt(millis);
        long ahead = ahead(millis);
        SortedMap<Long, Long> later = clock.tailMap(millis + 1);
        long change = later.isEmpty() ? NEVER : later.firstKey();
        long midnight = millis - Math.floorMod(millis + ahead, DAY);
        for (int day = 0; day < 2; day++) {
            for (Step step : steps) {
                long from = midnight + day * DAY + step.from().toMillis();
                if (from > millis && from < change && step.share() != share) {
                    return from;
                }
            }
        }
        return change == NEVER || shareAt(change) != share ? change : nextChangeAfter(change);
    }
}
