package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.TimeScale;
import org.ipsisim.report.timeline.Window;

/** Draws what cuts cost by their length, one mark for each stretch of lengths, with the worst outcome in it. */
final class BandDrawing {
    private static final int WIDEST_LABEL = 24;

    private final List<Row> rows;
    private final Window lengths;

    /** Bands with a label before them. */
    record Row(String label, List<CutBands.Band> bands) {
        private String shown() {
            return label.length() <= WIDEST_LABEL ? label : label.substring(0, WIDEST_LABEL - 2) + "..";
        }
    }

    /** @param lengths that are drawn, or values of a setting, in milliseconds */
    BandDrawing(List<Row> rows, Window lengths) {
        this.rows = rows;
        this.lengths = lengths;
    }

    void write(TextPage page) throws IOException {
        TextStyle style = page.style();
        int labelWidth =
                rows.stream().mapToInt(row -> row.shown().length()).max().orElse(0);
        String margin = " ".repeat(labelWidth + 4);
        int room = style.width() - margin.length();
        TimeScale scale = new TimeScale(lengths, room);
        page.line(margin + Ink.FAINT.paint(scale.labels(room), style));
        page.line(margin + Ink.FAINT.paint(scale.ruler(style.unicode()), style));
        Set<WorstOutcome> used = EnumSet.noneOf(WorstOutcome.class);
        for (Row row : rows) {
            String label = row.shown();
            page.line(
                    "  " + label + " ".repeat(labelWidth - label.length()) + "  " + bar(row.bands, scale, style, used));
        }
        page.blank();
        StringBuilder legend = new StringBuilder(" ");
        used.forEach(mark -> legend.append(' ')
                .append(mark.paint(1, style))
                .append(' ')
                .append(mark.words())
                .append("  "));
        page.line(legend.toString());
        page.paragraph(
                "  ",
                "Each mark covers " + Words.duration(scale.step()) + " and shows the worst outcome in it.",
                Ink.FAINT);
    }

    /** The same bands in a chart; each names the longest length in it, where a longer one costs something else. */
    static BandRow row(String name, List<CutBands.Band> bands, long upTo) {
        String label = name.length() <= WIDEST_LABEL ? name : name.substring(0, WIDEST_LABEL - 1) + "…";
        return new BandRow(label, bands.stream().map(band -> drawn(band, upTo)).toList());
    }

    private static BandRow.Band drawn(CutBands.Band band, long upTo) {
        WorstOutcome fate = band.outcome().fate();
        String text = band.to() < upTo ? Words.duration(band.to()) : "";
        return new BandRow.Band(band.from(), band.to(), fate.look(), "", List.of(text), true);
    }

    private static String bar(List<CutBands.Band> bands, TimeScale scale, TextStyle style, Set<WorstOutcome> used) {
        WorstOutcome[] marks = new WorstOutcome[scale.columns()];
        for (CutBands.Band band : bands) {
            WorstOutcome mark = band.outcome().fate();
            for (long column = (band.from() - scale.from()) / scale.step();
                    column < marks.length && scale.from() + column * scale.step() <= band.to();
                    column++) {
                WorstOutcome before = marks[(int) column];
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
