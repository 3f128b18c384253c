package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * Places the labels of event marks in lanes above the bands, so that no label covers another or is crossed by a line.
 * Earlier marks come first; a mark that finds no room keeps its line and goes without a label.
 */
public final class EventLabels {
    private static final int MOST_LANES = 5;
    private static final double GAP = 8;
    private static final double OFFSET = 4;

    private final List<Placed> placed = new ArrayList<>();

    private EventLabels() {}

    /**
     * A label in its place.
     *
     * @param mark what it labels
     * @param lane 0 is the top
     * @param x where its line is
     * @param from left end of the text
     * @param to right end of the text
     */
    public record Placed(EventMark mark, int lane, double x, double from, double to) {
        /** Whether the text is to the left of its line, as it does near the right edge. */
        public boolean isBefore() {
            return to <= x;
        }
    }

    /**
     * The labels that have room.
     *
     * @param marks by time
     * @param toX where a time is, in the units of the drawing
     */
    public static List<Placed> place(List<EventMark> marks, LongToDoubleFunction toX) {
        EventLabels labels = new EventLabels();
        marks.forEach(mark -> labels.add(mark, toX.applyAsDouble(mark.at())));
        return List.copyOf(labels.placed);
    }

    /** How many lanes these labels need. */
    public static int lanes(List<Placed> labels) {
        return labels.stream().mapToInt(label -> label.lane() + 1).max().orElse(0);
    }

    private void add(EventMark mark, double x) {
        double width = TextWidth.of(mark.label(), ChartStyle.LABEL_SIZE);
        boolean before =
                x + OFFSET + width > ChartStyle.WIDTH - ChartStyle.RIGHT && x - OFFSET - width > ChartStyle.LEFT;
        double from = before ? x - OFFSET - width : x + OFFSET;
        for (int lane = 0; lane < MOST_LANES; lane++) {
            Placed candidate = new Placed(mark, lane, x, from, from + width);
            if (placed.stream().noneMatch(other -> collide(candidate, other))) {
                placed.add(candidate);
                return;
            }
        }
    }

    private static boolean collide(Placed a, Placed b) {
        if (a.lane() == b.lane()) {
            return Math.min(a.from(), a.x()) < Math.max(b.to(), b.x()) + GAP
                    && Math.min(b.from(), b.x()) < Math.max(a.to(), a.x()) + GAP;
        }
        Placed upper = a.lane() < b.lane() ? a : b;
        Placed lower = upper == a ? b : a;
        return upper.x() > lower.from() - 2 && upper.x() < lower.to() + 2;
    }
}
