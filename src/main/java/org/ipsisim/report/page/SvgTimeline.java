package org.ipsisim.report.page;

import static org.ipsisim.document.Markup.number;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipsisim.document.Markup;
import org.ipsisim.estate.WallClock;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Pen;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.TimelineLayout;

/** The outage timeline as SVG: text that can be selected, a tooltip for every band. */
public final class SvgTimeline implements Pen {
    private final Markup svg = new Markup();

    private final String id;

    private final boolean zoomable;

    private SvgTimeline(String id, boolean zoomable) {
        this.id = id;
        this.zoomable = zoomable;
    }

    /** A file of its own, with title and subtitle. */
    static String standalone(Timeline timeline) {
        return new SvgTimeline("tl", false).draw(timeline, true);
    }

    /** A part of a page that has a title already. */
    public static String inline(Timeline timeline) {
        return inline(timeline, "tl");
    }

    /** A part of a page with a script that zooms it. */
    static String zoomable(Timeline timeline) {
        return new SvgTimeline("tl", true).draw(timeline, false);
    }

    /**
     * A part of a page that has other drawings.
     *
     * @param id that no other drawing of the page has
     */
    public static String inline(Timeline timeline, String id) {
        return new SvgTimeline(id, false).draw(timeline, false);
    }

    private String draw(Timeline timeline, boolean standalone) {
        TimelineLayout layout = new TimelineLayout(timeline, standalone, zoomable || timeline.isZoomed());
        Set<BandState> styled = new TreeSet<>(BandState.OF_PORT_NETWORKS);
        styled.addAll(timeline.states());
        int width = ChartStyle.WIDTH;
        int height = layout.height();
        svg.fill("<svg xmlns='http://www.w3.org/2000/svg' class='tl' viewBox='0 0 % %'", width, height);
        if (standalone) {
            svg.fill(" width='%' height='%'", width, height);
        }
        if (zoomable) {
            svg.fill(
                    " data-left='%' data-width='%' data-end='%'",
                    timeline.left(), timeline.width(), timeline.duration());
            svg.fill(
                    " data-from='%' data-to='%'",
                    timeline.window().from(), timeline.window().to());
            timeline.moments()
                    .clock()
                    .map(WallClock::start)
                    .ifPresent(start -> svg.fill(
                            " data-start='%' data-zone='%'",
                            start.toInstant().toEpochMilli(),
                            start.getZone().equals(ZoneOffset.UTC) ? "UTC" : start.getZone()));
        }
        svg.fill(" role='img' aria-labelledby='%-title %-desc' font-family='%'", id, id, ChartStyle.FONT_FAMILY);
        svg.fill(
                " font-size='%'>\n<title id='%-title'>Timeline: %</title>\n",
                ChartStyle.LABEL_SIZE, id, timeline.title());
        svg.fill("<desc id='%-desc'>%</desc>\n", id, timeline.subtitle());
        svg.open("style").raw(SvgLook.css(styled, "tl"));
        boolean hasAreas = timeline.rows().stream().anyMatch(row -> row.area().isPresent());
        svg.raw(hasAreas ? SvgLook.DARK_AREAS : "").close();
        svg.open("defs").line().raw(SvgLook.patterns(timeline.states(), "tl")).close();
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
    public void begin(Part part, Box box) {
        String place = "x='" + number(box.x()) + "' y='" + number(box.y()) + "' width='" + number(box.width())
                + "' height='" + number(box.height()) + "'";
        if (part == Part.PLOT) {
            svg.fill("<clipPath id='tl-plot-%'><rect " + place + "/></clipPath>\n", id);
            svg.open("g", "class", "tl-plot", "clip-path", "url(#tl-plot-" + id + ")");
        } else {
            svg.open("g", "class", "tl-" + part.name().toLowerCase(Locale.ROOT), "data-y", number(box.y()));
        }
        svg.fill(part == Part.STRIP ? "<rect " + place + " fill='none' pointer-events='all'/>" : "")
                .line();
    }

    @Override
    public boolean beginHidden(String tooltip) {
        if (zoomable) {
            svg.open("g", "display", "none").inline("title", tooltip);
        }
        return zoomable;
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
        svg.fill("<path class='%' d='%' ", tone == Tone.GRID ? "tl-grid" : "tl-axis", path);
        svg.fill("stroke='%'/>\n", tone.color());
    }

    @Override
    public void write(Lettering look, Point at, String words) {
        BandState on = look.on();
        String tone = look.tone() == Tone.INK ? "tl-ink" : "tl-muted";
        svg.fill(
                "<text class='%' x='%' y='%'",
                on == null ? tone : "tl-on tl-on-" + on.key(), number(at.x()), number(at.y()));
        if (look.anchor() != Anchor.START) {
            svg.fill(" text-anchor='%'", look.anchor().name().toLowerCase(Locale.ROOT));
        }
        if (look.size() != ChartStyle.LABEL_SIZE) {
            svg.fill(" font-size='%'", look.size());
        }
        svg.fill(look.bold() ? " font-weight='bold'" : "");
        if (look.upright()) {
            svg.fill(" transform='rotate(-90 %)'", place(at));
        }
        svg.fill(">%</text>\n", words);
    }
}
