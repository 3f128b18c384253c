package org.ipsisim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Markup;
import org.ipsisim.estate.PnState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Pen;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.TimelineLayout;

/** The outage timeline as SVG: text that can be selected, a tooltip for every band. */
public final class SvgTimeline implements Pen {
    private final ChartStyle style = ChartStyle.standard();
    private final Markup svg = new Markup();

    private SvgTimeline() {}

    /** A file of its own, with title and subtitle. */
    static String standalone(Timeline timeline) {
        return new SvgTimeline().draw(timeline, true);
    }

    /** A part of a page that has a title already. */
    public static String inline(Timeline timeline) {
        return new SvgTimeline().draw(timeline, false);
    }

    private String draw(Timeline timeline, boolean standalone) {
        TimelineLayout layout = new TimelineLayout(timeline, standalone);
        List<String> attributes = new ArrayList<>(List.of(
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "tl",
                "viewBox",
                "0 0 " + style.width() + " " + layout.height()));
        if (standalone) {
            attributes.addAll(List.of("width", style.width() + "", "height", layout.height() + ""));
        }
        attributes.addAll(List.of("role", "img", "aria-labelledby", "tl-title tl-desc"));
        attributes.addAll(List.of("font-family", style.fontFamily(), "font-size", style.labelSize() + ""));
        svg.open("svg", attributes.toArray(String[]::new)).line();
        svg.leaf("title", "Timeline: " + timeline.title(), "id", "tl-title");
        svg.leaf("desc", timeline.subtitle(), "id", "tl-desc");
        svg.open("style").raw(SvgLook.css(style)).close();
        svg.open("defs").line().raw(SvgLook.patterns(timeline.states(), style)).close();
        if (standalone) {
            svg.empty("rect", "class", "tl-paper", "width", "100%", "height", "100%", "fill", "#ffffff")
                    .line();
        }
        layout.draw(this);
        return svg.close().toString();
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
    public void end() {
        svg.close();
    }

    @Override
    public void fill(PnState state, List<Box> boxes) {
        String look = "tl-" + state.key();
        String fill = SvgLook.fill(state, style);
        if (boxes.size() == 1) {
            Box box = boxes.get(0);
            svg.empty(
                    "rect",
                    "class",
                    look,
                    "x",
                    number(box.x()),
                    "y",
                    number(box.y()),
                    "width",
                    number(box.width()),
                    "height",
                    number(box.height()),
                    "fill",
                    fill);
            return;
        }
        StringBuilder path = new StringBuilder();
        for (Box box : boxes) {
            String across = number(box.width());
            path.append("M" + number(box.x()) + " " + number(box.y()));
            path.append("h" + across + "v" + number(box.height()) + "h-" + across + "z");
        }
        svg.empty("path", "class", look, "d", path.toString(), "fill", fill).line();
    }

    @Override
    public void area(List<Point> outline) {
        StringBuilder path = new StringBuilder();
        outline.forEach(
                point -> path.append(path.isEmpty() ? "M" : "L").append(number(point.x()) + " " + number(point.y())));
        svg.empty("path", "class", "tl-area", "d", path.append("Z").toString(), "fill", style.accent());
    }

    @Override
    public void line(Tone tone, Point from, Point to) {
        boolean grid = tone == Tone.GRID;
        String path = "M" + number(from.x()) + " " + number(from.y()) + "L" + number(to.x()) + " " + number(to.y());
        svg.empty(
                        "path",
                        "class",
                        grid ? "tl-grid" : "tl-axis",
                        "d",
                        path,
                        "stroke",
                        grid ? style.grid() : style.muted())
                .line();
    }

    @Override
    public void text(Tone tone, Point at, Anchor anchor, String words) {
        if (anchor == Anchor.START) {
            write(look(tone), at, words);
        } else {
            write(look(tone), at, words, "text-anchor", anchor == Anchor.END ? "end" : "middle");
        }
    }

    @Override
    public void heading(Tone tone, Point at, int size, boolean bold, String words) {
        if (bold) {
            write(look(tone), at, words, "font-size", size + "", "font-weight", "bold");
        } else {
            write(look(tone), at, words, "font-size", size + "");
        }
    }

    @Override
    public void upright(Tone tone, Point middle, String words) {
        String turn = "rotate(-90 " + number(middle.x()) + " " + number(middle.y()) + ")";
        write(look(tone), middle, words, "text-anchor", "middle", "transform", turn);
    }

    @Override
    public void label(PnState on, Point at, int size, String words) {
        String look = "tl-on tl-on-" + on.key();
        if (size == style.labelSize()) {
            write(look, at, words);
        } else {
            write(look, at, words, "font-size", size + "");
        }
    }

    private static String look(Tone tone) {
        return tone == Tone.INK ? "tl-ink" : "tl-muted";
    }

    private void write(String look, Point at, String words, String... more) {
        List<String> attributes = new ArrayList<>(List.of("class", look, "x", number(at.x()), "y", number(at.y())));
        attributes.addAll(List.of(more));
        svg.leaf("text", words, attributes.toArray(String[]::new));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
