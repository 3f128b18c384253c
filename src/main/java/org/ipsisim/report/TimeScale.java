package org.ipsisim.report;

import org.ipsisim.history.Words;

/** Divides a stretch of time into the columns of a timeline, each a round time long, with labelled ticks. */
public final class TimeScale {
    private static final long[] ROUND = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1000,
        2000,
        3000,
        5000,
        6000,
        10_000,
        12_000,
        15_000,
        20_000,
        30_000,
        60_000,
        90_000,
        120_000,
        180_000,
        240_000,
        300_000,
        360_000,
        600_000,
        720_000,
        900_000,
        1_200_000,
        1_800_000,
        3_600_000,
        5_400_000,
        7_200_000,
        10_800_000,
        14_400_000,
        21_600_000,
        43_200_000,
        86_400_000
    };

    /** Columns from one label to the next, at least. */
    private static final int LABEL_COLUMNS = 9;

    private final long duration;
    private final long step;

    /**
     * @param duration of the whole in milliseconds
     * @param most columns there is room for
     */
    public TimeScale(long duration, int most) {
        this.duration = duration;
        this.step = round((duration + most - 1) / most, 1);
    }

    /** The time that one column stands for, in milliseconds. */
    public long step() {
        return step;
    }

    /** How many columns there are. */
    public int columns() {
        return (int) ((duration + step - 1) / step);
    }

    /** The line of labels, at most {@code width} columns wide. */
    public String labels(int width) {
        int tick = tickColumns();
        StringBuilder line = new StringBuilder();
        for (int column = 0; column <= columns(); column += tick) {
            String label = Words.duration(column * step);
            if (column + label.length() <= width) {
                line.append(" ".repeat(column - line.length())).append(label);
            }
        }
        return line.toString();
    }

    /** The line under the labels, with a tick where each label begins. */
    public String ruler(boolean unicode) {
        int tick = tickColumns();
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns(); column++) {
            boolean at = column % tick == 0;
            line.append(unicode ? at ? '┬' : '─' : at ? '+' : '-');
        }
        return line.toString();
    }

    /** The time from one label to the next, in milliseconds. */
    public long tick() {
        return tickColumns() * step;
    }

    private int tickColumns() {
        return (int) (round(step * LABEL_COLUMNS, step) / step);
    }

    /** The least round time that is no less than {@code least} and a multiple of {@code unit}. */
    private static long round(long least, long unit) {
        for (long time : ROUND) {
            if (time >= least && time % unit == 0) {
                return time;
            }
        }
        long day = ROUND[ROUND.length - 1];
        long days = (least + day - 1) / day * day;
        return (days + unit - 1) / unit * unit;
    }
}
