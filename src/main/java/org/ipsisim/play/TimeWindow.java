package org.ipsisim.play;

import java.util.stream.LongStream;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.TimeScale;

/**
 * The stretch of a run that a timeline shows.
 *
 * @param from its start in milliseconds
 * @param step the time that one column stands for, in milliseconds
 * @param tick the time from one label to the next, in milliseconds
 * @param columns how many columns there are
 */
record TimeWindow(long from, long step, long tick, int columns) {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /** The lengths to choose from besides the whole run. */
    private static final long[] LENGTHS = {
        30 * 24 * HOUR, 7 * 24 * HOUR, 24 * HOUR, 6 * HOUR, HOUR, 15 * MINUTE, 4 * MINUTE
    };

    /** Longer runs begin zoomed in. */
    private static final long LONG_RUN = 2 * HOUR;

    /** Where the present moment stands in the window, as a share of its width. */
    private static final double PRESENT = 0.85;

    /** The highest zoom; 0 shows the whole run. */
    static int mostZoom(long duration) {
        return (int) lengths(duration).count();
    }

    /** The zoom at the start. */
    static int usualZoom(long duration) {
        return duration > LONG_RUN
                ? (int) lengths(duration).filter(length -> length >= HOUR).count()
                : 0;
    }

    /** The lengths that are shorter than a run. */
    private static LongStream lengths(long duration) {
        return LongStream.of(LENGTHS).filter(length -> length < duration);
    }

    /** The window at a moment. */
    static TimeWindow at(long now, int zoom, long duration, int columns) {
        long length = length(zoom, duration);
        TimeScale scale = new TimeScale(length, columns);
        long shown = scale.step() * columns;
        long from = Math.max(0, Math.min(now - (long) (shown * PRESENT), duration - shown));
        long start = (from + scale.step() - 1) / scale.step() * scale.step();
        return new TimeWindow(start, scale.step(), scale.tick(), columns);
    }

    /** How much of a run a zoom shows, such as {@code 1h}; empty for all of it. */
    static String name(int zoom, long duration) {
        return zoom == 0 ? "" : Words.duration(length(zoom, duration));
    }

    private static long length(int zoom, long duration) {
        return zoom == 0
                ? duration
                : lengths(duration).skip(zoom - 1L).findFirst().orElse(duration);
    }

    /** The labels of the columns. */
    String labels(Moments moments) {
        StringBuilder line = new StringBuilder();
        for (long at = from + Math.floorMod(-from - moments.sinceMidnight(), tick);
                at < from + columns * step;
                at += tick) {
            int column = (int) ((at - from) / step);
            String label = moments.mark(at);
            if (column >= line.length() && column + label.length() <= columns) {
                line.append(" ".repeat(column - line.length())).append(label).append(' ');
            }
        }
        return line.toString();
    }
}
