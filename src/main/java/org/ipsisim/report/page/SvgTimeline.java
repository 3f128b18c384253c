package org.ipsisim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipsisim.document.Markup;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Pen;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.TimelineLayout;

/** The outage timeline as SVG: text that can be selected, a tooltip for every band. */
public final class SvgTimeline implements Pen {
    private final Markup svg = new Markup();

    private final String id;

    private SvgTimeline(String id) {
        this.id = id;
    }

    /** A file of its own, with title and subtitle. */
    static String standalone(Timeline timeline) {
        return new SvgTimeline("tl").draw(timeline, true);
    }

    /** A part of a page that has a title already. */
    public static String inline(Timeline timeline) {
        return inline(timeline, "tl");
    }

    /**
     * A part of a page that has other drawings.
     *
     * @param id that no other drawing of the page has
     */
    public static String inline(Timeline timeline, String id) {
        return new SvgTimeline(id).draw(timeline, false);
    }

    private String draw(Timeline timeline, boolean standalone) {
        TimelineLayout layout = new TimelineLayout(timeline, standalone);
        Set<BandState> styled = new TreeSet<>(BandState.OF_PORT_NETWORKS);
        styled.addAll(timeline.states());
        int width = ChartStyle.WIDTH;
        int height = layout.height();
        svg.fill("<svg xmlns='http://www.w3.org/2000/svg' class='tl' viewBox='0 0 % %'", width, height);
        if (standalone) {
            svg.fill(" width='%' height='%'", width, height);
        }
        svg.fill(" role='img' aria-labelledby='%-title %-desc' font-family='%'", id, id, ChartStyle.FONT_FAMILY);
        svg.fill(
                " font-size='%'>\n<title id='%-title'>Timeline: %</title>\n",
                ChartStyle.LABEL_SIZE, id, timeline.title());
        svg.fill("<desc id='%-desc'>%</desc>\n", id, timeline.subtitle());
        svg.open("style").raw(SvgLook.css(styled));
        boolean hasAreas = timeline.rows().stream().anyMatch(row -> row.area().isPresent());
        svg.raw(hasAreas ? SvgLook.DARK_AREAS : "").close();
        svg.open("defs").line().raw(SvgLook.patterns(timeline.states())).close();
        if (standalone) {
            svg.fill("<rect class='tl-paper' width='%' height='%' fill='#ffffff'/>\n", "100%", "100%");
        }
        layout.draw(this);
        return svg.raw("</svg>\n").toString();
    }

    @Override
    public void begin(String tooltip) {
        svg.open("g");
        if (tooltip.isEmpty()) {
            svg.line();
        } else {
            svg.inline("title", tooltip);
        }
    }

    @Override
    public void beginWithin(Box box) {
        svg.fill("<clipPath id='tl-plot-%'><rect x='%' y='%'", id, number(box.x()), number(box.y()));
        svg.fill(" width='%' height='%'/></clipPath>\n", number(box.width()), number(box.height()));
        svg.open("g", "clip-path", "url(#tl-plot-" + id + ")").line();
    }

    @Override
    public void frame(Box box) {
        svg.fill("<rect class='tl-frame' x='%' y='%' ", number(box.x()), number(box.y()));
        svg.fill("width='%' height='%' ", number(box.width()), number(box.height()));
        svg.fill("rx='2' fill='none' stroke='%' stroke-width='2'/>\n", ChartStyle.INK);
    }

    @Override
    public void end() {
        svg.close();
    }

    @Override
    public void fill(BandState state, List<Box> boxes) {
        String fill = SvgLook.fill(state);
        if (boxes.size() == 1) {
            Box box = boxes.get(0);
            svg.fill("<rect class='tl-%' x='%' y='%' ", state.key(), number(box.x()), number(box.y()));
            svg.fill("width='%' height='%' fill='%'/>", number(box.width()), number(box.height()), fill);
            return;
        }
        String path = boxes.stream().map(SvgTimeline::outline).collect(Collectors.joining());
        svg.fill("<path class='tl-%' d='%' fill='%'/>\n", state.key(), path, fill);
    }

    private static String outline(Box box) {
        String across = number(box.width());
        return "M" + number(box.x()) + " " + number(box.y()) + "h" + across + "v" + number(box.height()) + "h-" + across
                + "z";
    }

    @Override
    public void area(boolean soft, List<Point> outline) {
        String path = outline.stream().map(SvgTimeline::place).collect(Collectors.joining("L", "M", "Z"));
        svg.fill("<path class='%' d='%' ", soft ? "tl-service" : "tl-area", path);
        svg.fill("fill='%'/>", soft ? ChartStyle.SERVICE : ChartStyle.ACCENT);
    }

    private static String place(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    @Override
    public void line(Tone tone, Point from, Point to) {
        String path = "M" + place(from) + "L" + place(to);
        boolean grid = tone == Tone.GRID;
        svg.fill("<path class='%' d='%' ", grid ? "tl-grid" : "tl-axis", path);
        svg.fill("stroke='%'/>\n", grid ? ChartStyle.GRID : ChartStyle.MUTED);
    }

    @Override
    public void text(Tone tone, Point at, Anchor anchor, String words) {
        write(
                look(tone),
                at,
                anchor == Anchor.START ? "" : " text-anchor='" + (anchor == Anchor.END ? "end" : "middle") + "'",
                words);
    }

    @Override
    public void heading(Tone tone, Point at, int size, boolean bold, String words) {
        write(look(tone), at, " font-size='" + size + "'" + (bold ? " font-weight='bold'" : ""), words);
    }

    @Override
    public void upright(Tone tone, Point middle, String words) {
        String turn = "rotate(-90 " + place(middle) + ")";
        write(look(tone), middle, " text-anchor='middle' transform='" + turn + "'", words);
    }

    @Override
    public void label(BandState on, Point at, int size, String words) {
        String more = size == ChartStyle.LABEL_SIZE ? "" : " font-size='" + size + "'";
        write("tl-on tl-on-" + on.key(), at, more, words);
    }

    private static String look(Tone tone) {
        return tone == Tone.INK ? "tl-ink" : "tl-muted";
    }

    /** @param more attributes */
    private void write(String look, Point at, String more, String words) {
        svg.fill("<text class='%' x='%' y='%'" + more + ">%</text>\n", look, number(at.x()), number(at.y()), words);
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
