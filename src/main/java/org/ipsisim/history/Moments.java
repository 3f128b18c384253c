package org.ipsisim.history;

import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.WallClock;

/**
 * How results write moments of a run: on the customer's clock if the scenario has a {@code start}, otherwise as the time
 * from the start. Lengths of time are not moments: {@link Words#duration} writes them.
 *
 * @param clock the customer's, if there is one
 * @param end how long the run is, in milliseconds
 */
public record Moments(Optional<WallClock> clock, long end) {
    private static final long SECOND = 1000;

    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** The moments of a run of a scenario. */
    public static Moments of(Scenario scenario) {
        return new Moments(scenario.clock(), scenario.duration().toMillis());
    }

    /** Times from the start, in something that takes so many milliseconds. */
    public static Moments relative(long end) {
        return new Moments(Optional.empty(), end);
    }

    /** What they are, for an axis: {@code time from the start}, or {@code time in America/Chicago, 2026-11-13}. */
    public String axis() {
        return clock.map(its -> "time" + its.zoneName().map(" in "::concat).orElse("") + ", " + its.dates(end))
                .orElse("time from the start");
    }

    /** How long the run is, and on the clock from when to when: {@code 2h}, or {@code 2h (14:00:00 to 16:00:00)}. */
    public String length() {
        return Words.duration(end)
                + clock.map(its -> " (" + its.text(0, end) + " to " + its.text(end, end) + "; " + axis() + ")")
                        .orElse("");
    }

    /**
     * A moment: {@code 14:31:22} on the clock, which has no milliseconds; without one to the millisecond,
     * {@code 31m22.004s}.
     */
    public String exact(long at) {
        return clock.isPresent() ? clock.get().text(at, end) : Words.duration(at);
    }

    /** A moment to the second, as {@link #exact}; without a clock to the millisecond in the first second. */
    public String rounded(long at) {
        return exact(at < SECOND || clock.isPresent() ? at : (at + SECOND / 2) / SECOND * SECOND);
    }

    /** A length of time between two moments: on the clock in whole seconds, unless it is shorter. */
    public String lasting(long millis) {
        return Words.duration(clock.isPresent() && millis >= SECOND ? (millis + SECOND / 2) / SECOND * SECOND : millis);
    }

    /**
     * A round moment below an axis: {@code 31m}, or on the clock {@code 14:31}, with seconds if there are any; the date
     * instead at midnight.
     */
    public String mark(long at) {
        return clock.map(its -> its.mark(at)).orElseGet(() -> Words.duration(at));
    }

    /** Milliseconds from midnight on the clock to the start of the run; 0 without a clock. */
    public long sinceMidnight() {
        return clock.map(WallClock::sinceMidnight).orElse(0L);
    }

    /** A moment in ISO 8601 on the clock; empty without one. */
    public String iso(long at) {
        return clock.map(its -> its.iso(at)).orElse("");
    }

    /** A moment in figures, as charts and columns have it: {@code 14:31:22}, or {@code 31:22}, {@code 2:01:15.02}. */
    public String figures(long at) {
        if (clock.isPresent()) {
            return clock.get().text(at, end);
        }
        String whole = at < HOUR ? at / MINUTE + ":" : at / HOUR + ":" + WallClock.two(at % HOUR / MINUTE) + ":";
        String fraction = at % SECOND == 0
                ? ""
                : "." + Long.toString(SECOND + at % SECOND).substring(1).replaceFirst("0+$", "");
        return whole + WallClock.two(at % MINUTE / SECOND) + fraction;
    }
}
