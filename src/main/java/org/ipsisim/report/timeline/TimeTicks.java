package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.ipsisim.estate.WallClock;
import org.ipsisim.history.Moments;

/**
 * The marks of a time axis, at round times.
 *
 * @param step milliseconds between two marks
 * @param moments of what
 */
public record TimeTicks(long step, Moments moments) {
    private static final int MOST = 11;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    /** Round times for the marks of an axis. */
    private static final List<Long> MARKS = roundTimes(1, 2, 5, 10, 15, 20, 30);
    /** Round times for the columns of a timeline in text, which are fewer and need a closer fit. */
    private static final List<Long> COLUMNS = roundTimes(1, 2, 3, 5, 6, 10, 12, 15, 20, 30);

    private static List<Long> roundTimes(long... ofSecondOrMinute) {
        List<Long> times = new ArrayList<>();
        add(times, 1, 1, 2, 5, 10, 20, 50, 100, 200, 500);
        add(times, SECOND, ofSecondOrMinute);
        add(times, MINUTE, ofSecondOrMinute);
        add(times, HOUR, 1, 2, 3, 4, 6, 12);
        return times;
    }

    private static void add(List<Long> times, long unit, long... numbers) {
        for (long number : numbers) {
            times.add(number * unit);
        }
    }

    /** At most eleven marks for something that takes this many milliseconds. */
    public static TimeTicks over(long duration) {
        return over(Moments.relative(duration));
    }

    /** At most eleven marks for a run; at round times of the customer's clock, if it has one. */
    public static TimeTicks over(Moments moments) {
        return over(moments, new Window(0, moments.end()));
    }

    /** At most eleven marks for a part of a run. */
    static TimeTicks over(Moments moments, Window part) {
        return new TimeTicks(round(MARKS, part.length() / MOST + 1, 1), moments);
    }

    /**
     * The shortest round time for columns, such as 500 ms, 12 s, 3 h or 2 days, that is at least {@code least} and a
     * multiple of {@code unit}; all in milliseconds.
     */
    static long columns(long least, long unit) {
        return round(COLUMNS, least, unit);
    }

    private static long round(List<Long> times, long least, long unit) {
        for (long time : times) {
            if (time >= least && time % unit == 0) {
                return time;
            }
        }
        long days = (least + DAY - 1) / DAY * DAY;
        return (days + unit - 1) / unit * unit;
    }

    /** The times of the marks in milliseconds, from 0 or the first round time of the clock. */
    public List<Long> times() {
        return times(new Window(0, moments.end()));
    }

    /** Those within a part of the run. */
    List<Long> times(Window part) {
        long first = part.from() + Math.floorMod(-moments.sinceMidnight() - part.from(), step);
        return LongStream.rangeClosed(0, Math.floorDiv(part.to() - first, step))
                .mapToObj(n -> first + n * step)
                .toList();
    }

    /**
     * A time as this axis writes it: {@code m:ss}, for steps in whole minutes of a long run {@code h:mm}; on the
     * customer's clock {@code 14:31}, with seconds if the steps have them, and a date at midnight.
     */
    public String label(long millis) {
        if (moments.clock().isPresent()) {
            return moments.mark(millis);
        }
        return isInHours() ? millis / HOUR + ":" + WallClock.two(millis % HOUR / MINUTE) : moments.figures(millis);
    }

    /** What the labels count, for the end of the axis. */
    public String unit() {
        return isInHours() ? "h:mm" : moments.clock().isPresent() || moments.end() >= 2 * HOUR ? "h:mm:ss" : "m:ss";
    }

    private boolean isInHours() {
        return (moments.clock().isPresent() || moments.end() >= 2 * HOUR) && step % MINUTE == 0;
    }
}
