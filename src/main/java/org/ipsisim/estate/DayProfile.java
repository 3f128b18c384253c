package org.ipsisim.estate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A share that changes at certain times of the day, the same every day.
 *
 * @param steps in the order of their times; before the first one, the last one of the previous day applies; without steps
 *     the share is always 1
 * @param clock by which the times are; without one the run begins at midnight
 */
public record DayProfile(List<Step> steps, Optional<WallClock> clock) {
    /** A share of 1 all day. */
    public static final DayProfile ALWAYS = new DayProfile(List.of());

    /** The time of a change that never happens. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Length of a day in milliseconds. */
    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * A time of the day and the share from then on.
     *
     * @param from after midnight, 0 to less than a day
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
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("steps are not in the order of their times");
            }
        }
    }

    /** The steps in a run that begins at midnight. */
    public DayProfile(List<Step> steps) {
        this(steps, Optional.empty());
    }

    /** How many milliseconds after a midnight the run began, by the clock as it is put at a moment. */
    private long ahead(long millis) {
        return clock.isEmpty() ? 0 : clock.get().sinceEpoch(millis) - millis;
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
        if (steps.stream().allMatch(step -> step.share() == share)) {
            return NEVER;
        }
        long ahead = ahead(millis);
        long change = clock.flatMap(its -> its.nextChangeAfter(millis)).orElse(NEVER);
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
