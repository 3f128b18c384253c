package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.BandRow.Band;
import org.ipsisim.report.timeline.Pen.Anchor;
import org.ipsisim.report.timeline.Pen.Box;
import org.ipsisim.report.timeline.Pen.Lettering;
import org.ipsisim.report.timeline.Pen.Point;
import org.ipsisim.report.timeline.Pen.Tone;
import org.jspecify.annotations.Nullable;

/** Places everything in an outage timeline, for every pen; in CSS pixels. */
public final class TimelineLayout {
    private static final int LEGEND_HEIGHT = 34;
    private static final int LEGEND_LINE = 22;
    private static final int AXIS_HEIGHT = 44;
    private static final int AREA_GAP = 16;
    /** Height of the area of a row. */
    private static final int ROW_AREA_HEIGHT = 40;

    private static final int ROW_AREA_GAP = 14;
    /** The whole run below the part that is drawn large. */
    private static final int STRIP_HEIGHT = 14;

    private static final int STRIP_GAP = 24;
    private static final int TITLE_LINE = 24;
    private static final int SUBTITLE_LINE = 18;
    /** Most bands with a tooltip each; a link that flaps all day makes more, too narrow to point at. */
    private static final int MOST_TOOLTIPS = 4000;
    /** Most events outside the window that a page can move into it. */
    private static final int MOST_HIDDEN = 300;
    /** How much wider bold text is. */
    private static final double BOLD = 1.1;
    /** From the middle of a line of text to its baseline, as a share of the font size. */
    private static final double DROP = 0.36;

    private final Timeline timeline;
    private final List<EventLabels.Placed> labels;
    private final int head;
    private final int left;
    private final int width;
    private final int labelsTop;
    private final int top;
    private final boolean hasStrip;

    /** @param titled whether title and subtitle stand above the timeline */
    public TimelineLayout(Timeline timeline, boolean titled) {
        this(timeline, titled, timeline.isZoomed());
    }

    /** @param hasStrip whether the whole run stands below the timeline in a strip */
    public TimelineLayout(Timeline timeline, boolean titled, boolean hasStrip) {
        this.timeline = timeline;
        this.left = timeline.left();
        this.width = timeline.width();
        this.hasStrip = hasStrip;
        this.labels = EventLabels.place(
                timeline.marks().stream().filter(mark -> isShown(mark.at())).toList(), this::x);
        this.head = titled ? 16 + title().size() * TITLE_LINE + subtitle().size() * SUBTITLE_LINE : 0;
        this.labelsTop = head + LEGEND_HEIGHT + (legend().size() - 1) * LEGEND_LINE;
        this.top = labelsTop + EventLabels.lanes(labels) * ChartStyle.LANE_HEIGHT;
    }

    /** Height of the whole drawing. */
    public int height() {
        return bottom() + AXIS_HEIGHT + (hasStrip ? STRIP_HEIGHT + STRIP_GAP : 0);
    }

    /** Where the first row begins. */
    public int top() {
        return top;
    }

    /** Height of a row. */
    public int rowHeight() {
        return ChartStyle.rowHeight(timeline.rows().size());
    }

    /** Where the time axis is. */
    public int bottom() {
        return bottomOfRows() + timeline.areas().size() * (AREA_GAP + ChartStyle.AREA_HEIGHT);
    }

    private int bottomOfRows() {
        return topOf(timeline.rows().size());
    }

    /** Where a row begins: below those before it, and their areas. */
    private int topOf(int row) {
        long areas = timeline.rows().stream()
                .limit(row)
                .filter(each -> each.area().isPresent())
                .count();
        return top + row * rowHeight() + (int) areas * (ROW_AREA_GAP + ROW_AREA_HEIGHT);
    }

    /** Draws everything. */
    public void draw(Pen pen) {
        if (head > 0) {
            drawHead(pen);
        }
        drawLegend(pen);
        drawAxis(pen);
        drawScales(pen);
        pen.begin(Pen.Part.PLOT, new Box(left, top - 1, width, bottom() - top + 1));
        drawRows(pen);
        eachArea((area, bottom, height) -> drawArea(pen, area, bottom, height));
        pen.end();
        drawMarks(pen);
        if (hasStrip) {
            drawStrip(pen);
        }
    }

    private List<String> title() {
        return TextWidth.wrap(timeline.title(), ChartStyle.TITLE_SIZE * BOLD, ChartStyle.TEXT_WIDTH);
    }

    private List<String> subtitle() {
        return timeline.subtitle().isEmpty()
                ? List.of()
                : TextWidth.wrap(timeline.subtitle(), ChartStyle.SUBTITLE_SIZE, ChartStyle.TEXT_WIDTH);
    }

    private void drawHead(Pen pen) {
        int y = 8;
        for (String line : title()) {
            y += TITLE_LINE;
            heading(pen, Tone.INK, y, ChartStyle.TITLE_SIZE, line);
        }
        y += 4;
        for (String line : subtitle()) {
            y += SUBTITLE_LINE;
            heading(pen, Tone.MUTED, y, ChartStyle.SUBTITLE_SIZE, line);
        }
    }

    private static void heading(Pen pen, Tone tone, int y, int size, String line) {
        Lettering look = new Lettering(tone, null, size, tone == Tone.INK, Anchor.START, false);
        pen.write(look, new Point(ChartStyle.MARGIN, y), line);
    }

    /** The states of each line of the legend. */
    private List<List<BandState>> legend() {
        List<List<BandState>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        double x = ChartStyle.MARGIN;
        for (BandState state : timeline.states()) {
            double width = legendWidth(state);
            if (x > ChartStyle.MARGIN && x + width > ChartStyle.WIDTH) {
                lines.add(new ArrayList<>());
                x = ChartStyle.MARGIN;
            }
            lines.get(lines.size() - 1).add(state);
            x += width;
        }
        return lines;
    }

    private static double legendWidth(BandState state) {
        return 46 + TextWidth.of(state.legend(), ChartStyle.LABEL_SIZE);
    }

    private void drawLegend(Pen pen) {
        double middle = head + LEGEND_HEIGHT / 2.0;
        for (List<BandState> line : legend()) {
            double x = ChartStyle.MARGIN;
            for (BandState state : line) {
                pen.fill(state, List.of(new Box(x, middle - 6, 22, 12)));
                pen.text(Tone.INK, new Point(x + 28, middle + 4), Anchor.START, state.legend());
                x += legendWidth(state);
            }
            middle += LEGEND_LINE;
        }
    }

    private void drawAxis(Pen pen) {
        int y = bottom();
        TimeTicks ticks = TimeTicks.over(timeline.moments(), timeline.window());
        pen.line(Tone.MUTED, new Point(left, y), new Point(left + width, y));
        pen.begin(Pen.Part.TICKS, new Box(left, y, width, AXIS_HEIGHT));
        for (long time : ticks.times(timeline.window())) {
            pen.line(Tone.MUTED, new Point(x(time), y), new Point(x(time), y + 4));
            pen.text(Tone.INK, new Point(x(time), y + 17), Anchor.MIDDLE, ticks.label(time));
        }
        pen.end();
        pen.text(
                Tone.MUTED,
                new Point(left + width / 2.0, y + 36),
                Anchor.MIDDLE,
                timeline.axis() + " (" + ticks.unit() + ")");
    }

    private void drawRows(Pen pen) {
        long bands =
                timeline.rows().stream().mapToLong(row -> row.bands().size()).sum();
        for (int i = 0; i < timeline.rows().size(); i++) {
            BandRow row = timeline.rows().get(i);
            if (bands <= MOST_TOOLTIPS) {
                for (Band band : row.bands()) {
                    pen.begin(tooltip(row, band));
                    pen.fill(band.state(), List.of(box(i, band)));
                    pen.end();
                }
            } else {
                Map<BandState, List<Box>> boxes = new TreeMap<>();
                for (Band band : row.bands()) {
                    boxes.computeIfAbsent(band.state(), state -> new ArrayList<>())
                            .add(box(i, band));
                }
                boxes.forEach(pen::fill);
            }
        }
        int size = ChartStyle.bandLabelSize(timeline.rows().size());
        for (Timeline.BandLabel label : timeline.labels()) {
            Point at = new Point(x(label.at()), middle(label.row()) + size * DROP);
            pen.write(
                    new Lettering(Tone.INK, label.band().state(), size, false, Anchor.START, false), at, label.text());
        }
    }

    /** Where the middle of a row's bands is. */
    public double middle(int row) {
        return topOf(row) + 0.5 * rowHeight();
    }

    private Box box(int row, Band band) {
        double height = rowHeight() * ChartStyle.BAND_SHARE;
        return new Box(x(band.from()), middle(row) - height / 2, x(band.to()) - x(band.from()), height);
    }

    private String tooltip(BandRow row, Band band) {
        return row.name() + ": " + band.state().words() + ", "
                + timeline.moments().figures(band.from()) + " to "
                + timeline.moments().figures(band.to()) + " (" + Words.duration(band.to() - band.from()) + "), "
                + band.note();
    }

    /** Draws an area above a line. */
    private interface AreaDrawing {
        void draw(Area area, int bottom, int height);
    }

    private void eachArea(AreaDrawing drawing) {
        for (int i = 0; i < timeline.rows().size(); i++) {
            int below = topOf(i) + rowHeight() + ROW_AREA_HEIGHT;
            timeline.rows().get(i).area().ifPresent(area -> drawing.draw(area, below, ROW_AREA_HEIGHT));
        }
        int bottom = bottomOfRows();
        for (Area area : timeline.areas()) {
            bottom += AREA_GAP + ChartStyle.AREA_HEIGHT;
            drawing.draw(area, bottom, ChartStyle.AREA_HEIGHT);
        }
    }

    /** Names of the rows, and scales of the areas. */
    private void drawScales(Pen pen) {
        for (int i = 0; i < timeline.rows().size(); i++) {
            Point at = new Point(left - 6, middle(i) + 4);
            pen.text(Tone.INK, at, Anchor.END, timeline.rows().get(i).name());
        }
        eachArea((area, bottom, height) -> drawScale(pen, area, bottom, height));
    }

    private void drawScale(Pen pen, Area area, int bottom, int height) {
        int peak = Math.max(1, area.peak());
        double unit = (double) height / peak;
        for (int count : peak <= 2 || height < ChartStyle.AREA_HEIGHT
                ? new int[] {0, peak}
                : new int[] {0, (peak + 1) / 2, peak}) {
            double y = bottom - count * unit;
            pen.line(Tone.GRID, new Point(left, y), new Point(left + width, y));
            pen.text(Tone.MUTED, new Point(left - 6, y + 4), Anchor.END, String.valueOf(count));
        }
        pen.write(
                new Lettering(Tone.MUTED, null, ChartStyle.LABEL_SIZE, false, Anchor.MIDDLE, true),
                new Point(16, bottom - height / 2.0),
                area.name());
    }

    private void drawArea(Pen pen, Area area, int bottom, int height) {
        double unit = (double) height / Math.max(1, area.peak());
        List<Point> outline = new ArrayList<>(List.of(new Point(x(0), bottom)));
        for (Area.Step step : area.steps()) {
            double y = bottom - step.count() * unit;
            outline.add(new Point(x(step.from()), y));
            outline.add(new Point(x(step.to()), y));
        }
        outline.add(new Point(outline.get(outline.size() - 1).x(), bottom));
        pen.begin(area.tooltip());
        pen.area(height == ROW_AREA_HEIGHT, outline);
        pen.end();
    }

    private void drawMarks(Pen pen) {
        int hidden = 0;
        for (EventMark mark : timeline.marks()) {
            String tooltip = timeline.moments().figures(mark.at()) + " " + mark.label();
            if (!isShown(mark.at())) {
                if (hidden++ < MOST_HIDDEN && pen.beginHidden(tooltip)) {
                    pen.text(Tone.INK, new Point(x(mark.at()) + 4, labelsTop + 11), Anchor.START, mark.label());
                    pen.line(Tone.MUTED, new Point(x(mark.at()), labelsTop), new Point(x(mark.at()), bottom()));
                    pen.end();
                }
                continue;
            }
            pen.begin(tooltip);
            double top = top();
            for (EventLabels.Placed label : labels) {
                if (label.mark().equals(mark)) {
                    top = labelsTop + label.lane() * ChartStyle.LANE_HEIGHT;
                    Anchor anchor = label.isBefore() ? Anchor.END : Anchor.START;
                    double x = label.isBefore() ? label.to() : label.from();
                    pen.text(Tone.INK, new Point(x, top + 11), anchor, mark.label());
                }
            }
            pen.line(Tone.MUTED, new Point(x(mark.at()), top), new Point(x(mark.at()), bottom()));
            pen.end();
        }
    }

    private boolean isShown(long at) {
        return at >= timeline.window().from() && at <= timeline.window().to();
    }

    private double x(long at) {
        return left
                + (double) (at - timeline.window().from()) / timeline.window().length() * width;
    }

    /** The whole run in one row, in each column the worst state of all rows; a frame around what is drawn large. */
    private void drawStrip(Pen pen) {
        double y = height() - STRIP_GAP + 6 - STRIP_HEIGHT;
        double perMilli = (double) width / timeline.duration();
        pen.begin(Pen.Part.STRIP, new Box(left, y - 4, width, STRIP_HEIGHT + 8));
        pen.text(Tone.MUTED, new Point(left - 6, y + STRIP_HEIGHT - 3), Anchor.END, "whole run");
        worst(perMilli).forEach((state, boxes) -> {
            pen.begin(state.words());
            pen.fill(
                    state,
                    boxes.stream()
                            .map(box -> new Box(box.x(), y, box.width(), STRIP_HEIGHT))
                            .toList());
            pen.end();
        });
        double middle = (timeline.window().from() + timeline.window().to()) * perMilli / 2;
        double length = Math.max(8, timeline.window().length() * perMilli);
        pen.frame(new Box(left + middle - length / 2 - 1, y - 3, length + 2, STRIP_HEIGHT + 6));
        pen.end();
        for (long time : new long[] {0, timeline.duration()}) {
            TimeTicks ticks = TimeTicks.over(timeline.moments());
            Anchor anchor = time == 0 ? Anchor.START : Anchor.END;
            pen.text(Tone.INK, new Point(left + time * perMilli, y + STRIP_HEIGHT + 14), anchor, ticks.label(time));
        }
    }

    private Map<BandState, List<Box>> worst(double perMilli) {
        @Nullable BandState[] columns = new BandState[width];
        for (BandRow row : timeline.rows()) {
            for (Band band : row.bands()) {
                int end = (int) Math.min(width - 1, Math.ceil(band.to() * perMilli) - 1);
                for (int x = (int) (band.from() * perMilli); x <= end; x++) {
                    BandState before = columns[x];
                    columns[x] = before == null || before.compareTo(band.state()) < 0 ? band.state() : before;
                }
            }
        }
        Map<BandState, List<Box>> boxes = new TreeMap<>();
        int from = 0;
        for (int x = 1; x <= width; x++) {
            if (x == width || !Objects.equals(columns[x], columns[from])) {
                Optional<BandState> state = Optional.ofNullable(columns[from]);
                Box box = new Box(left + from, 0, x - from, STRIP_HEIGHT);
                state.ifPresent(one ->
                        boxes.computeIfAbsent(one, key -> new ArrayList<>()).add(box));
                from = x;
            }
        }
        return boxes;
    }
}
