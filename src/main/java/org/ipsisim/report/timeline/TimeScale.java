package org.ipsisim.report.timeline;

import org.ipsisim.history.Moments;

/** Divides a time into columns of round length, with labelled ticks. */
public final class TimeScale {
    /** Columns from one label to the next, at least. */
    private static final int LABEL_COLUMNS = 9;

    private final Moments moments;
    private final long from;
    private final long step;

    /**
     * @param duration of the whole in milliseconds
     * @param most columns there is room for
     */
    public TimeScale(long duration, int most) {
        this(Moments.relative(duration), most);
    }

    /**
     * @param part of times from a start in milliseconds; the first column begins there or less than a column before
     * @param most columns there is room for, at least two
     */
    public TimeScale(Window part, int most) {
        this(Moments.relative(part.to()), part, most - 1);
    }

    /**
     * @param moments of the whole
     * @param most columns there is room for
     */
    public TimeScale(Moments moments, int most) {
        this(moments, new Window(0, moments.end()), most);
    }

    private TimeScale(Moments moments, Window part, int most) {
        this.moments = moments;
        this.step = TimeTicks.columns((part.length() + most - 1) / most, 1);
        this.from = part.from() / step * step;
    }

    /** Where the first column begins, in milliseconds. */
    public long from() {
        return from;
    }

    /** The length of one column in milliseconds. */
    public long step() {
        return step;
    }

    /** How many columns there are. */
    public int columns() {
        return (int) ((moments.end() - from + step - 1) / step);
    }

    /** The line of labels, at most {@code width} columns wide. */
    public String labels(int width) {
        int tick = tickColumns();
        StringBuilder line = new StringBuilder();
        for (int column = firstTick(tick); column <= columns(); column += tick) {
            String label = moments.mark(from + column * step);
            if (column >= line.length() && column + label.length() <= width) {
                line.append(" ".repeat(column - line.length())).append(label);
            }
        }
        return line.toString();
    }

    /** The line under the labels, with a tick where each label begins. */
    public String ruler(boolean unicode) {
        int tick = tickColumns();
        int first = firstTick(tick);
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns(); column++) {
            boolean at = (column - first) % tick == 0;
            line.append(unicode ? at ? '┬' : '─' : at ? '+' : '-');
        }
        return line.toString();
    }

    /** The time from one label to the next, in milliseconds. */
    public long tick() {
        return tickColumns() * step;
    }

    /** The first column with a label: where the clock shows a round time, if it does so where a column begins. */
    private int firstTick(int tick) {
        long past = moments.sinceMidnight() + from;
        return past % step == 0 ? Math.floorMod(-past / step, tick) : 0;
    }

    private int tickColumns() {
        return (int) (TimeTicks.columns(step * LABEL_COLUMNS, step) / step);
    }
}
