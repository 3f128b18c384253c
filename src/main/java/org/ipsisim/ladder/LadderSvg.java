package org.ipsisim.ladder;

import java.util.List;
import org.ipsisim.document.Markup;
import org.ipsisim.document.TerminalText;

/** A ladder as a drawing: repeats are pale, lost messages end in a cross. */
public final class LadderSvg {
    private static final int WIDTH = 860;
    private static final int LEFT = 150;
    private static final int RIGHT = 80;
    private static final int TOP = 70;
    private static final int ARROW_HEIGHT = 44;
    private static final int NOTE_HEIGHT = 24;
    private static final int SMALL_HEIGHT = 14;
    /** About how wide a character of small text is. */
    private static final int SMALL_WIDTH = 6;

    private static final String STYLE = "svg.ladder{font:13px sans-serif;background:#fff;display:block;width:100%;"
            + "min-width:44rem;max-width:" + WIDTH + "px;height:auto}"
            + ".ladder text{fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}"
            + ".ladder .small{font-size:11px;fill:#555}.ladder .rule{font-size:11px;fill:#0072b2}"
            + ".ladder line{stroke:#999}.ladder .arrow{stroke:#0072b2;stroke-width:1.6}"
            + ".ladder .again{stroke-opacity:.45;stroke-dasharray:5 4}.ladder .lost{stroke:#d55e00}"
            + ".ladder polygon{fill:#0072b2}.ladder polygon.again{fill-opacity:.45}"
            + "@media screen and (prefers-color-scheme:dark){svg.ladder{background:#14181b}"
            + ".ladder text{fill:#e6eaed;stroke:#14181b}.ladder .small{fill:#a3adb5}.ladder .rule{fill:#6cb8e6}"
            + ".ladder line{stroke:#59636b}.ladder .arrow{stroke:#6cb8e6}.ladder .lost{stroke:#ff9a76}"
            + ".ladder polygon{fill:#6cb8e6}}@media print{svg.ladder{min-width:0}}";

    private final Ladder ladder;

    private LadderSvg(Ladder ladder) {
        this.ladder = ladder;
    }

    /** The drawing as a document of its own. */
    public static String of(Ladder ladder) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inline(ladder);
    }

    /** The drawing as part of a page. */
    public static String inline(Ladder ladder) {
        return new LadderSvg(ladder).drawn();
    }

    private String drawn() {
        Markup rungs = new Markup();
        int y = TOP + 16;
        for (Ladder.Rung rung : ladder.rungs()) {
            if (rung instanceof Ladder.Arrow arrow) {
                y = arrow(rungs, arrow, y);
            } else if (rung instanceof Ladder.Note note) {
                margin(rungs, y, "rule", note.rule(), note.at());
                String who = ladder.ends().get(note.end()).name();
                text(rungs, LEFT - 44, y, "start", "small", who + ": " + note.text());
                y += NOTE_HEIGHT;
            }
        }
        Markup svg = new Markup();
        svg.fill(
                "<svg xmlns='http://www.w3.org/2000/svg' class='ladder' role='img' viewBox='0 0 % %' width='%' height='%'>\n"
                        + "<title>%</title>\n<style>",
                WIDTH, y, WIDTH, y, ladder.title() + ": " + ladder.outcome());
        svg.raw(STYLE + "</style>\n");
        for (int end = 0; end < ladder.ends().size(); end++) {
            text(svg, place(end), TOP - 36, "middle", "", ladder.ends().get(end).name());
            text(
                    svg,
                    place(end),
                    TOP - 20,
                    "middle",
                    "small",
                    ladder.ends().get(end).address());
            stroke(svg, place(end), TOP - 10, place(end), y - 10, "");
        }
        return svg.raw(rungs + "</svg>\n").toString();
    }

    private int place(int end) {
        int ends = ladder.ends().size();
        return ends == 1 ? WIDTH / 2 : LEFT + end * (WIDTH - LEFT - RIGHT) / (ends - 1);
    }

    /** @return where the next rung begins */
    private int arrow(Markup svg, Ladder.Arrow arrow, int y) {
        int from = place(arrow.from());
        int to = place(arrow.to());
        int middle = (from + to) / 2;
        int direction = to > from ? 1 : -1;
        boolean isLost = arrow.transfer().isLost();
        String kind = (arrow.transfer().isRepeat() ? " again" : "") + (isLost ? " lost" : "");
        int end = isLost ? to - direction * 40 : to - direction;
        margin(svg, y, "", arrow.name(), arrow.at());
        stroke(svg, from, y, end, y, "arrow" + kind);
        if (isLost) {
            stroke(svg, end - 6, y - 6, end + 6, y + 6, "arrow lost");
            stroke(svg, end - 6, y + 6, end + 6, y - 6, "arrow lost");
        } else {
            int back = end - direction * 9;
            svg.fill("<polygon class='%' points='%,% %,% %,%'/>\n", kind.strip(), end, y, back, y - 4, back, y + 4);
        }
        text(svg, middle, y - 4, "middle", "", arrow.label());
        List<String> fields = TerminalText.wrap(LadderText.fields(arrow), Math.abs(to - from) / SMALL_WIDTH);
        for (int i = 0; i < fields.size(); i++) {
            text(svg, middle, y + 16 + i * SMALL_HEIGHT, "middle", "small", fields.get(i));
        }
        return y + ARROW_HEIGHT + (fields.size() - 1) * SMALL_HEIGHT;
    }

    private static void margin(Markup svg, int y, String kind, String name, long at) {
        text(svg, 8, y, "start", kind, name);
        text(svg, LEFT - 60, y, "end", "small", LadderText.time(at));
    }

    private static void text(Markup svg, int x, int y, String anchor, String kind, String text) {
        svg.fill("<text x='%' y='%' text-anchor='%' class='%'>%</text>\n", x, y, anchor, kind, text);
    }

    private static void stroke(Markup svg, int x1, int y1, int x2, int y2, String kind) {
        svg.fill("<line x1='%' y1='%' x2='%' y2='%' class='%'/>\n", x1, y1, x2, y2, kind);
    }
}
