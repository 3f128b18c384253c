package org.ipsisim.report.timeline;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The marks of a time axis, at round times.
 *
 * @param step milliseconds between two marks
 * @param duration length of the run in milliseconds
 */
public record TimeTicks(long step, long duration) {
    private static final int MOST = 11;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY
    };

    /** At most eleven marks for a run of this many milliseconds. */
    public static TimeTicks over(long duration) {
        for (long step : STEPS) {
            if (duration / step < MOST) {
                return new TimeTicks(step, duration);
            }
        }
        long days = duration / (DAY * (MOST - 1)) + 1;
        return new TimeTicks(days * DAY, duration);
    }

    /** The times of the marks in milliseconds, from 0. */
    public List<Long> times() {
        return LongStream.rangeClosed(0, duration / step)
                .mapToObj(n -> n * step)
                .toList();
    }

    /** A time as this axis writes it: {@code m:ss}, for steps in whole minutes of a long run {@code h:mm}. */
    public String label(long millis) {
        return isInHours() ? Clock.hoursAndMinutes(millis) : Clock.at(millis);
    }

    /** What the labels count, for the end of the axis. */
    public String unit() {
        return isInHours() ? "h:mm" : "m:ss";
    }

    private boolean isInHours() {
        return duration >= 2 * HOUR && step % MINUTE == 0;
    }
}
