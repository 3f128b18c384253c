package org.ipsisim.report.timeline;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
    /** Round times for the marks of an axis. */
    private static final long[] MARKS = roundTimes(1, 2, 5, 10, 15, 20, 30);
    /** Round times for the columns of a timeline in text, which are fewer and need a closer fit. */
    private static final long[] COLUMNS = roundTimes(1, 2, 3, 5, 6, 10, 12, 15, 20, 30);

    private static long[] roundTimes(long... ofSecondOrMinute) {
        return Stream.of(
                        LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500),
                        LongStream.of(ofSecondOrMinute).map(number -> number * SECOND),
                        LongStream.of(ofSecondOrMinute).map(number -> number * MINUTE),
                        LongStream.of(1, 2, 3, 4, 6, 12).map(number -> number * HOUR))
                .flatMapToLong(times -> times)
                .toArray();
    }

    /** At most eleven marks for a run of this many milliseconds. */
    public static TimeTicks over(long duration) {
        return new TimeTicks(round(MARKS, duration / MOST + 1, 1), duration);
    }

    /**
     * The shortest round time for columns, such as 500 ms, 12 s, 3 h or 2 days, that is at least {@code least} and a
     * multiple of {@code unit}; all in milliseconds.
     */
    static long columns(long least, long unit) {
        return round(COLUMNS, least, unit);
    }

    private static long round(long[] times, long least, long unit) {
        for (long time : times) {
            if (time >= least && time % unit == 0) {
                return time;
            }
        }
        long days = (least + DAY - 1) / DAY * DAY;
        return (days + unit - 1) / unit * unit;
    }

    /** The times of the marks in milliseconds, from 0. */
    public List<Long> times() {
        return times(0, duration);
    }

    /** The times of the marks from a time to another one. */
    List<Long> times(long from, long to) {
        return LongStream.rangeClosed((from + step - 1) / step, to / step)
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
