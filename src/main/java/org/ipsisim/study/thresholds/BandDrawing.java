package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.TimeScale;
import org.ipsisim.study.WorstOutcome;

/** Draws what cuts cost by their length, one mark for each stretch of lengths, with the worst outcome in it. */
final class BandDrawing {
    private static final int WIDEST_LABEL = 24;

    private enum Mark {
        NOTHING(WorstOutcome.NOTHING, "nothing", '─', '-', Ink.GREEN),
        WARM(WorstOutcome.WARM_RESET, "warm reset", '░', 'w', Ink.ORANGE),
        COLD(WorstOutcome.COLD_RESET, "cold reset", '▓', 'C', Ink.VERMILION),
        RESTART(WorstOutcome.RESTART, "restart", '▒', 'r', Ink.SKY),
        DOWN(WorstOutcome.DOWN, "down", '×', 'X', Ink.GREY),
        FAILOVER(WorstOutcome.FAILOVER, "failover", '█', '#', Ink.PURPLE);

        private final WorstOutcome fate;
        private final String legend;
        private final char unicode;
        private final char ascii;
        private final Ink ink;

        Mark(WorstOutcome fate, String legend, char unicode, char ascii, Ink ink) {
            this.fate = fate;
            this.legend = legend;
            this.unicode = unicode;
            this.ascii = ascii;
            this.ink = ink;
        }

        static Mark of(WorstOutcome fate) {
            for (Mark mark : values()) {
                if (mark.fate == fate) {
                    return mark;
                }
            }
            throw new IllegalArgumentException(fate.key());
        }

        String paint(int times, TextStyle style) {
            return ink.paint(String.valueOf(style.unicode() ? unicode : ascii).repeat(times), style);
        }
    }

    /** The ink of the worst that cuts of a band bring about. */
    static Ink ink(WorstOutcome fate) {
        return Mark.of(fate).ink;
    }

    private final List<CutRow<PnBands>> rows;
    private final long upTo;

    BandDrawing(List<CutRow<PnBands>> rows, long upTo) {
        this.rows = rows;
        this.upTo = upTo;
    }

    void write(TextPage page) throws IOException {
        TextStyle style = page.style();
        int labelWidth = 0;
        for (CutRow<PnBands> row : rows) {
            labelWidth = Math.max(labelWidth, label(row).length());
        }
        String margin = " ".repeat(labelWidth + 4);
        int room = style.width() - margin.length();
        TimeScale scale = new TimeScale(upTo, room);
        page.line(margin + Ink.FAINT.paint(scale.labels(room), style));
        page.line(margin + Ink.FAINT.paint(scale.ruler(style.unicode()), style));
        Set<Mark> used = EnumSet.noneOf(Mark.class);
        for (CutRow<PnBands> row : rows) {
            String label = label(row);
            page.line("  " + label + " ".repeat(labelWidth - label.length()) + "  "
                    + bar(row.first().bands(), scale, style, used));
        }
        page.blank();
        StringBuilder legend = new StringBuilder(" ");
        used.forEach(mark -> legend.append(' ')
                .append(mark.paint(1, style))
                .append(' ')
                .append(mark.legend)
                .append("  "));
        page.line(legend.toString());
        page.paragraph(
                "  ",
                "Each mark covers " + Words.duration(scale.step()) + " and shows the worst outcome in it.",
                Ink.FAINT);
    }

    private static String label(CutRow<PnBands> row) {
        String label = row.fault() + " pn " + row.pns();
        return label.length() <= WIDEST_LABEL ? label : label.substring(0, WIDEST_LABEL - 2) + "..";
    }

    private static String bar(List<Band> bands, TimeScale scale, TextStyle style, Set<Mark> used) {
        Mark[] marks = new Mark[scale.columns()];
        for (Band band : bands) {
            Mark mark = Mark.of(band.outcome().fate());
            for (long column = band.from() / scale.step();
                    column < marks.length && column * scale.step() <= band.to();
                    column++) {
                Mark before = marks[(int) column];
                marks[(int) column] = before == null || mark.compareTo(before) > 0 ? mark : before;
            }
        }
        StringBuilder bar = new StringBuilder();
        int from = 0;
        while (from < marks.length) {
            int to = from;
            while (to < marks.length && marks[to] == marks[from]) {
                to++;
            }
            if (marks[from] == null) {
                bar.append(" ".repeat(to - from));
            } else {
                used.add(marks[from]);
                bar.append(marks[from].paint(to - from, style));
            }
            from = to;
        }
        return bar.toString();
    }
}
