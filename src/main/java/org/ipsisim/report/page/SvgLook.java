package org.ipsisim.report.page;

import java.util.Set;
import org.ipsisim.document.Markup;
import org.ipsisim.estate.PnState;
import org.ipsisim.report.timeline.BandStyle;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Hatch;

/** The shared style in SVG's terms; plain colours first, so that programs without style sheets draw it too. */
public final class SvgLook {
    private SvgLook() {}

    /** What fills a band: its colour, or a pattern of colour and lines. */
    public static String fill(PnState state, ChartStyle style) {
        BandStyle band = style.band(state);
        return band.hatch() == Hatch.NONE ? band.fill() : "url(#tl-" + state.key() + ")";
    }

    /** The hatchings of these states. */
    static String patterns(Set<PnState> states, ChartStyle style) {
        Markup patterns = new Markup();
        String size = String.valueOf(Hatch.SPACING);
        for (PnState state : states) {
            BandStyle band = style.band(state);
            if (band.hatch() != Hatch.NONE) {
                patterns.open(
                        "pattern",
                        "id",
                        "tl-" + state.key(),
                        "width",
                        size,
                        "height",
                        size,
                        "patternUnits",
                        "userSpaceOnUse");
                patterns.empty("rect", "width", size, "height", size, "fill", band.fill());
                patterns.empty("path", "d", lines(band.hatch()), "stroke", band.lines());
                patterns.close();
            }
        }
        return patterns.toString();
    }

    /** The style sheet: what depends on a dark page, and what presentation attributes cannot say. */
    static String css(ChartStyle style) {
        StringBuilder css = new StringBuilder("\n.tl text{fill:" + style.ink() + "}");
        css.append(".tl .tl-muted{fill:").append(style.muted()).append("}\n");
        css.append(".tl .tl-on{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}\n");
        for (PnState state : PnState.values()) {
            BandStyle band = style.band(state);
            css.append(label(state, band.ink(), band.fill()));
        }
        css.append("@media screen and (prefers-color-scheme:dark){\n");
        css.append(".tl text{fill:#e6eaed}.tl .tl-muted{fill:#a3adb5}.tl-paper{fill:#14181b}\n");
        css.append(".tl-axis{stroke:#a3adb5}.tl-grid{stroke:#343b41}.tl-area{fill:#56b4e9}\n");
        for (PnState state : PnState.values()) {
            BandStyle band = style.band(state);
            if (!band.fill().equals(band.darkFill())) {
                css.append(".tl-" + state.key() + "{fill:" + band.darkFill() + "}");
                css.append(label(state, band.darkInk(), band.darkFill()));
            }
        }
        return css.append("}\n").toString();
    }

    private static String label(PnState state, String ink, String fill) {
        return ".tl .tl-on-" + state.key() + "{fill:" + ink + ";stroke:" + fill + "}\n";
    }

    private static String lines(Hatch hatch) {
        int size = Hatch.SPACING;
        int half = size / 2;
        StringBuilder path = new StringBuilder();
        if (hatch.isRising()) {
            path.append("M-1 1L1 -1M0 " + size + "L" + size + " 0M" + (size - 1) + " " + (size + 1) + "L" + (size + 1)
                    + " " + (size - 1));
        }
        if (hatch.isFalling()) {
            path.append("M-1 " + (size - 1) + "L1 " + (size + 1) + "M0 0L" + size + " " + size + "M" + (size - 1)
                    + " -1L" + (size + 1) + " 1");
        }
        if (hatch.isHorizontal()) {
            path.append("M0 " + half + "H" + size);
        }
        if (hatch.isVertical()) {
            path.append("M" + half + " 0V" + size);
        }
        return path.toString();
    }
}
