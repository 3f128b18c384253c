package org.ipsisim.ladder;

import org.ipsisim.document.Markup;

/** A ladder as a drawing: repeats are pale, lost messages end in a cross. */
public final class LadderSvg {
    private static final int WIDTH = 860;
    private static final int LEFT = 150;
    private static final int RIGHT = 80;
    private static final int TOP = 70;
    private static final int ARROW_HEIGHT = 44;
    private static final int NOTE_HEIGHT = 24;
    private static final String STYLE = "svg.ladder{font:13px sans-serif;background:#fff}"
            + ".ladder text{fill:#1a1a1a}.ladder .small{font-size:11px;fill:#555}.ladder .rule{font-size:11px;fill:#0072b2}"
            + ".ladder line{stroke:#999}.ladder .arrow{stroke:#0072b2;stroke-width:1.6}"
            + ".ladder .again{stroke-opacity:.4;stroke-dasharray:5 4}.ladder .lost{stroke:#d55e00}"
            + ".ladder polygon{fill:#0072b2}.ladder polygon.again{fill-opacity:.4}";

    private final Ladder ladder;
    private final Markup svg = new Markup();

    private LadderSvg(Ladder ladder) {
        this.ladder = ladder;
    }

    /** The drawing as a document of its own. */
    public static String of(Ladder ladder) {
        Markup drawing = new Markup();
        write(ladder, drawing);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing;
    }

    /** Writes the drawing into a page. */
    static void write(Ladder ladder, Markup page) {
        page.raw(new LadderSvg(ladder).drawn());
    }

    private String drawn() {
        int height = TOP + 30;
        for (Ladder.Rung rung : ladder.rungs()) {
            height += rung instanceof Ladder.Arrow ? ARROW_HEIGHT : NOTE_HEIGHT;
        }
        svg.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "ladder",
                        "role",
                        "img",
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "width",
                        String.valueOf(WIDTH),
                        "height",
                        String.valueOf(height))
                .line();
        svg.leaf("title", ladder.title() + ": " + ladder.outcome());
        svg.open("style").raw(STYLE).close();
        for (int end = 0; end < ladder.ends().size(); end++) {
            text(place(end), TOP - 36, "middle", "", ladder.ends().get(end).name());
            text(place(end), TOP - 20, "middle", "small", ladder.ends().get(end).address());
            stroke(place(end), TOP - 10, place(end), height - 20, "");
        }
        int y = TOP + 16;
        for (Ladder.Rung rung : ladder.rungs()) {
            if (rung instanceof Ladder.Arrow arrow) {
                arrow(arrow, y);
                y += ARROW_HEIGHT;
            } else if (rung instanceof Ladder.Note note) {
                text(8, y, "start", "rule", note.rule());
                text(LEFT - 60, y, "end", "small", ladder.time(note.at()));
                text(
                        LEFT - 44,
                        y,
                        "start",
                        "small",
                        ladder.ends().get(note.end()).name() + ": " + note.text());
                y += NOTE_HEIGHT;
            }
        }
        svg.close();
        return svg.toString();
    }

    private int place(int end) {
        int ends = ladder.ends().size();
        return ends == 1 ? WIDTH / 2 : LEFT + end * (WIDTH - LEFT - RIGHT) / (ends - 1);
    }

    private void arrow(Ladder.Arrow arrow, int y) {
        int from = place(arrow.from());
        int to = place(arrow.to());
        int direction = to > from ? 1 : -1;
        boolean isLost = arrow.transfer().isLost();
        String kind = (arrow.transfer().isRepeat() ? " again" : "") + (isLost ? " lost" : "");
        int end = isLost ? to - direction * 40 : to - direction;
        text(8, y, "start", "", arrow.name());
        text(LEFT - 60, y, "end", "small", ladder.time(arrow.at()));
        text(
                (from + to) / 2,
                y - 4,
                "middle",
                "",
                Highlights.label(arrow.transfer().message()));
        text((from + to) / 2, y + 16, "middle", "small", fields(arrow));
        stroke(from, y, end, y, "arrow" + kind);
        if (isLost) {
            stroke(end - 6, y - 6, end + 6, y + 6, "arrow lost");
            stroke(end - 6, y + 6, end + 6, y - 6, "arrow lost");
        } else {
            int back = end - direction * 9;
            svg.empty(
                            "polygon",
                            "class",
                            kind.strip(),
                            "points",
                            end + "," + y + " " + back + "," + (y - 4) + " " + back + "," + (y + 4))
                    .line();
        }
    }

    private static String fields(Ladder.Arrow arrow) {
        if (arrow.transfer().isRepeat()) {
            return arrow.transfer().isLost() ? "again, lost" : "again";
        }
        return String.join(", ", Highlights.of(arrow.transfer().message()))
                + (arrow.transfer().isLost() ? ", lost" : "");
    }

    private void text(int x, int y, String anchor, String kind, String text) {
        svg.open("text", "x", String.valueOf(x), "y", String.valueOf(y), "text-anchor", anchor, "class", kind)
                .text(text)
                .close();
    }

    private void stroke(int x1, int y1, int x2, int y2, String kind) {
        svg.empty(
                        "line",
                        "x1",
                        String.valueOf(x1),
                        "y1",
                        String.valueOf(y1),
                        "x2",
                        String.valueOf(x2),
                        "y2",
                        String.valueOf(y2),
                        "class",
                        kind)
                .line();
    }
}
