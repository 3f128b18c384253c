package org.ipsisim.report.page;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.document.Markup;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Hatch;

/** The shared style in SVG's terms; plain colours first, so that programs without style sheets draw it too. */
final class SvgLook {
    private SvgLook() {}

    /** What fills a band: its colour, or a pattern of colour and lines. */
    static String fill(BandState state) {
        return fill(state, "tl");
    }

    /** @param id begins the names of the patterns in this drawing */
    static String fill(BandState state, String id) {
        return state.hatch() == Hatch.NONE ? state.fill() : "url(#" + id + "-" + state.key() + ")";
    }

    /** The hatchings of these states. */
    static String patterns(Collection<BandState> states, String id) {
        Markup patterns = new Markup();
        Set<String> keys = new HashSet<>();
        for (BandState state : states) {
            if (state.hatch() != Hatch.NONE && keys.add(state.key())) {
                int size = state.hatch().tile();
                patterns.fill(
                        "<pattern id='%-%' width='%' height='%' patternUnits='userSpaceOnUse'>"
                                + "<rect width='%' height='%' fill='%'/><path d='%' stroke='%'/></pattern>\n",
                        id, state.key(), size, size, size, size, state.fill(), lines(state.hatch()), state.lines());
            }
        }
        return patterns.toString();
    }

    /** The style sheet: what depends on a dark page, and what presentation attributes cannot say. */
    static String css(Collection<BandState> states, String id) {
        StringBuilder css = new StringBuilder("\n.tl text{fill:" + ChartStyle.INK + "}");
        css.append(".tl .tl-muted{fill:" + ChartStyle.MUTED + "}\n");
        css.append(".tl .tl-on{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}\n");
        Set<String> keys = new HashSet<>();
        List<BandState> looks =
                states.stream().filter(state -> keys.add(state.key())).toList();
        looks.forEach(state -> css.append(label(state, state.ink(), state.fill())));
        css.append("@media screen and (prefers-color-scheme:dark){\n");
        css.append(".tl text{fill:#e6eaed}.tl .tl-muted{fill:#a3adb5}.tl-paper{fill:" + ChartStyle.DARK_PAPER + "}\n");
        css.append(".tl-axis{stroke:#a3adb5}.tl-grid{stroke:#343b41}.tl-area{fill:#56b4e9}.tl-frame{stroke:#e6eaed}\n");
        for (BandState state : looks) {
            if (!state.fill().equals(state.darkFill())) {
                boolean plain = state.hatch() == Hatch.NONE;
                css.append(plain ? ".tl-" : "#" + id + "-").append(state.key()).append(plain ? "" : " rect");
                css.append("{fill:" + state.darkFill() + "}");
                css.append(plain ? "" : "#" + id + "-" + state.key() + " path{stroke:" + state.fill() + "}");
                css.append(label(state, state.darkInk(), state.darkFill()));
            }
        }
        return css.append("}\n").toString();
    }

    /** What a dark page needs besides where a row has an area. */
    static final String DARK_AREAS = "@media screen and (prefers-color-scheme:dark){.tl-service{fill:#2f8570}}\n";

    private static String label(BandState state, String ink, String fill) {
        return ".tl .tl-on-" + state.key() + "{fill:" + ink + ";stroke:" + fill + "}\n";
    }

    private static String lines(Hatch hatch) {
        String path = hatch.has('/') ? "M-1 1L1 -1M0 6L6 0M5 7L7 5" : "";
        path += hatch.has('\\') ? "M-1 5L1 7M0 0L6 6M5 -1L7 1" : "";
        path += (hatch.has('-') ? "M0 3H6" : "") + (hatch.has('|') ? "M3 0V6" : "");
        int[] dots = hatch.dots();
        for (int i = 0; i < dots.length; i += 2) {
            path += "M" + dots[i] + " " + dots[i + 1] + "h" + Hatch.DOT;
        }
        return path;
    }
}
