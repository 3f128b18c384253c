package org.ipsisim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Markup;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Clock;
import org.ipsisim.report.timeline.EventLabels;
import org.ipsisim.report.timeline.EventMark;
import org.ipsisim.report.timeline.OutOfService;
import org.ipsisim.report.timeline.TextWidth;
import org.ipsisim.report.timeline.TimeTicks;
import org.ipsisim.report.timeline.Timeline;

/** The outage timeline as SVG: the same look as the PNG, text that can be selected, a tooltip for every band. */
public final class SvgTimeline {
    private static final int LEGEND_HEIGHT = 34;
    private static final int AXIS_HEIGHT = 44;
    /** Most bands with a tooltip each; a link that flaps all day makes more, too narrow to point at. */
    private static final int MOST_TOOLTIPS = 4000;

    private static final int AREA_GAP = 12;
    private static final int TITLE_LINE = 24;
    private static final int SUBTITLE_LINE = 18;

    /** How much wider bold text is. */
    private static final double BOLD = 1.1;

    private final Timeline timeline;
    private final ChartStyle style;
    private final List<EventLabels.Placed> labels;
    private final Markup svg = new Markup();

    private SvgTimeline(Timeline timeline) {
        this.timeline = timeline;
        this.style = ChartStyle.standard();
        this.labels = EventLabels.place(timeline.marks(), this::x, style);
    }

    /** A file of its own, with title and subtitle. */
    static String standalone(Timeline timeline) {
        return new SvgTimeline(timeline).draw(true);
    }

    /** A part of a page that has a title already. */
    public static String inline(Timeline timeline) {
        return new SvgTimeline(timeline).draw(false);
    }

    /**
     * Where the parts of {@link #inline} stand, in its units.
     *
     * @param left where the run begins
     * @param width from there to its end
     * @param top where the first row begins
     * @param row height of a row
     * @param bottom where the time axis stands
     */
    record Plot(int left, int width, int top, int row, int bottom) {}

    /** Where the parts of {@link #inline} stand. */
    static Plot plot(Timeline timeline) {
        SvgTimeline drawing = new SvgTimeline(timeline);
        ChartStyle style = drawing.style;
        return new Plot(style.left(), style.plotWidth(), drawing.top(0), drawing.rowHeight(), drawing.axis(0));
    }

    /** Where the rows begin below a head of this height. */
    private int top(int head) {
        return head + LEGEND_HEIGHT + EventLabels.lanes(labels) * ChartStyle.LANE_HEIGHT;
    }

    /** Where the time axis stands. */
    private int axis(int head) {
        int rows = timeline.rows().size() * rowHeight();
        return top(head) + rows + (timeline.outOfService().isEmpty() ? 0 : AREA_GAP + ChartStyle.AREA_HEIGHT);
    }

    private String draw(boolean standalone) {
        int head = standalone ? headHeight() : 0;
        int bands = top(head);
        int axis = axis(head);
        openRoot(axis + AXIS_HEIGHT, standalone);
        if (standalone) {
            svg.empty("rect", "class", "tl-paper", "width", "100%", "height", "100%", "fill", "#ffffff")
                    .line();
            head();
        }
        legend(head + LEGEND_HEIGHT / 2.0);
        timeAxis(axis);
        rows(bands);
        if (!timeline.outOfService().isEmpty()) {
            outOfService(axis);
        }
        marks(head + LEGEND_HEIGHT, bands, axis);
        return svg.close().toString();
    }

    private void openRoot(int height, boolean standalone) {
        List<String> attributes = new ArrayList<>(List.of(
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "tl",
                "viewBox",
                "0 0 " + style.width() + " " + height));
        if (standalone) {
            attributes.addAll(List.of("width", style.width() + "", "height", height + ""));
        }
        attributes.addAll(List.of("role", "img", "aria-labelledby", "tl-title tl-desc"));
        attributes.addAll(List.of("font-family", style.fontFamily(), "font-size", style.labelSize() + ""));
        svg.open("svg", attributes.toArray(String[]::new)).line();
        svg.leaf("title", "Timeline: " + timeline.title(), "id", "tl-title");
        svg.leaf("desc", timeline.subtitle(), "id", "tl-desc");
        svg.open("style").raw(SvgLook.css(style)).close();
        svg.open("defs").line().raw(SvgLook.patterns(timeline.states(), style)).close();
    }

    private List<String> title() {
        return TextWidth.wrap(timeline.title(), style.titleSize() * BOLD, style.textWidth());
    }

    private List<String> subtitle() {
        return TextWidth.wrap(timeline.subtitle(), style.subtitleSize(), style.textWidth());
    }

    private int headHeight() {
        return 16 + title().size() * TITLE_LINE + subtitle().size() * SUBTITLE_LINE;
    }

    private void head() {
        int y = 8;
        for (String line : title()) {
            y += TITLE_LINE;
            text("tl-ink", ChartStyle.MARGIN, y, style.titleSize(), line, "font-weight", "bold");
        }
        y += 4;
        for (String line : subtitle()) {
            y += SUBTITLE_LINE;
            text("tl-muted", ChartStyle.MARGIN, y, style.subtitleSize(), line);
        }
    }

    private void legend(double middle) {
        double x = ChartStyle.MARGIN;
        for (PnState state : timeline.states()) {
            rect(state, x, middle - 6, 22, 12);
            svg.line();
            text("tl-ink", x + 28, middle + 4, style.labelSize(), state.phase());
            x += 46 + TextWidth.of(state.phase(), style.labelSize());
        }
    }

    private void timeAxis(int y) {
        TimeTicks ticks = TimeTicks.over(timeline.duration());
        line("tl-axis", style.left(), y, style.left() + style.plotWidth(), y, style.muted());
        for (long time : ticks.times()) {
            line("tl-axis", x(time), y, x(time), y + 4, style.muted());
            text("tl-ink", x(time), y + 17, style.labelSize(), ticks.label(time), "text-anchor", "middle");
        }
        String unit = "time from the start (" + ticks.unit() + ")";
        double middle = style.left() + style.plotWidth() / 2.0;
        text("tl-muted", middle, y + 36, style.labelSize(), unit, "text-anchor", "middle");
    }

    private void rows(int top) {
        double inset = rowHeight() * (1 - ChartStyle.BAND_SHARE) / 2;
        long bands =
                timeline.rows().stream().mapToLong(row -> row.bands().size()).sum();
        for (int i = 0; i < timeline.rows().size(); i++) {
            BandRow row = timeline.rows().get(i);
            double y = top + i * rowHeight();
            double middle = y + rowHeight() / 2.0 + 4;
            svg.open("g").line();
            text("tl-ink", style.left() - 6, middle, style.labelSize(), row.name(), "text-anchor", "end");
            if (bands <= MOST_TOOLTIPS) {
                bandsWithTooltips(row, y + inset, rowHeight() - 2 * inset);
            } else {
                bandsInOne(row, y + inset, rowHeight() - 2 * inset);
            }
            svg.close();
        }
        int size = style.bandLabelSize(timeline.rows().size());
        for (Timeline.BandLabel label : timeline.labels(style)) {
            PnState state = label.band().state();
            double y = top + label.row() * rowHeight() + rowHeight() / 2.0 + size * 0.36;
            text("tl-on tl-on-" + state.key(), x(label.at()), y, size, label.text());
        }
    }

    private void bandsWithTooltips(BandRow row, double y, double height) {
        for (PnSpan band : row.bands()) {
            svg.open("g").inline("title", tooltip(row, band));
            rect(band.state(), x(band.from()), y, x(band.to()) - x(band.from()), height);
            svg.close();
        }
    }

    private void bandsInOne(BandRow row, double y, double height) {
        Map<PnState, StringBuilder> paths = new EnumMap<>(PnState.class);
        String down = number(height);
        for (PnSpan band : row.bands()) {
            String across = number(x(band.to()) - x(band.from()));
            paths.computeIfAbsent(band.state(), state -> new StringBuilder())
                    .append("M" + number(x(band.from())) + " " + number(y))
                    .append("h" + across + "v" + down + "h-" + across + "z");
        }
        paths.forEach((state, path) -> svg.empty(
                        "path", "class", "tl-" + state.key(), "d", path.toString(), "fill", SvgLook.fill(state, style))
                .line());
    }

    private String tooltip(BandRow row, PnSpan band) {
        String controller = timeline.names().of(band.controller());
        return row.name() + ": " + band.state().phase() + ", " + Clock.at(band.from()) + " to " + Clock.at(band.to())
                + " (" + Words.duration(band.length()) + "), " + controller;
    }

    private void outOfService(int bottom) {
        int peak = timeline.peak();
        double unit = (double) ChartStyle.AREA_HEIGHT / peak;
        for (int count : peak <= 2 ? new int[] {0, peak} : new int[] {0, (peak + 1) / 2, peak}) {
            double y = bottom - count * unit;
            line("tl-grid", style.left(), y, style.left() + style.plotWidth(), y, style.grid());
            text("tl-muted", style.left() - 6, y + 4, style.labelSize(), "" + count, "text-anchor", "end");
        }
        double middle = bottom - ChartStyle.AREA_HEIGHT / 2.0;
        String turn = "rotate(-90 16 " + number(middle) + ")";
        text("tl-muted", 16, middle, style.labelSize(), "PNs out", "text-anchor", "middle", "transform", turn);
        StringBuilder path = new StringBuilder("M" + number(x(0)) + " " + bottom);
        for (OutOfService stretch : timeline.outOfService()) {
            path.append("V").append(number(bottom - stretch.count() * unit));
            path.append("H").append(number(x(stretch.to())));
        }
        path.append("V").append(bottom).append("Z");
        svg.open("g").inline("title", "Port networks out of service");
        svg.empty("path", "class", "tl-area", "d", path.toString(), "fill", style.accent());
        svg.close();
    }

    private void marks(int labelTop, int bandTop, int bottom) {
        for (EventMark mark : timeline.marks()) {
            svg.open("g").inline("title", Clock.at(mark.at()) + " " + mark.label());
            double top = bandTop;
            for (EventLabels.Placed label : labels) {
                if (label.mark().equals(mark)) {
                    top = labelTop + label.lane() * ChartStyle.LANE_HEIGHT;
                    String anchor = label.isBefore() ? "end" : "start";
                    double x = label.isBefore() ? label.to() : label.from();
                    text("tl-ink", x, top + 11, style.labelSize(), mark.label(), "text-anchor", anchor);
                }
            }
            line("tl-axis", x(mark.at()), top, x(mark.at()), bottom, style.muted());
            svg.close();
        }
    }

    private void rect(PnState state, double x, double y, double width, double height) {
        svg.empty(
                "rect",
                "class",
                "tl-" + state.key(),
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height),
                "fill",
                SvgLook.fill(state, style));
    }

    private void line(String look, double x1, double y1, double x2, double y2, String colour) {
        String path = "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2);
        svg.empty("path", "class", look, "d", path, "stroke", colour).line();
    }

    private void text(String look, double x, double y, int size, String text, String... more) {
        List<String> attributes = new ArrayList<>(List.of("class", look, "x", number(x), "y", number(y)));
        if (size != style.labelSize()) {
            attributes.addAll(List.of("font-size", size + ""));
        }
        attributes.addAll(List.of(more));
        svg.leaf("text", text, attributes.toArray(String[]::new));
    }

    private int rowHeight() {
        return style.rowHeight(timeline.rows().size());
    }

    private double x(long at) {
        return style.left() + (double) at / timeline.duration() * style.plotWidth();
    }

    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
