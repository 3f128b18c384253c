package org.ipsisim.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.TimeScale;

/**
 * Draws timelines with one mark for each stretch of time; of several states the worst shows.
 *
 * @param rows the timelines
 * @param mainCluster the cluster number of the main servers
 * @param moments of the run
 */
public record TimelineDrawing(List<TimelineRow> rows, int mainCluster, Moments moments) {
    /** A label of port networks is no wider than this; longer ones go on in the next line. */
    private static final int WIDEST_LABEL = 16;

    /** Writes the timelines of a run; port networks with the same one share a row. */
    static void write(History history, TextPage page) throws IOException {
        List<TimelineRow> rows = PnGroup.byTimeline(history).stream()
                .map(group -> new TimelineRow("pn " + group.numbers(), group.timeline()))
                .toList();
        if (!rows.isEmpty()) {
            new TimelineDrawing(rows, history.mainCluster(), history.moments()).write(page);
            if (!history.sip().isEmpty()) {
                page.blank();
            }
        }
    }

    /** Writes the scale, a line for each row, and the legend. */
    public void write(TextPage page) throws IOException {
        TextStyle style = page.style();
        List<List<String>> labels = new ArrayList<>();
        int labelWidth = 0;
        for (TimelineRow row : rows) {
            List<String> label = TerminalText.wrap(row.label(), WIDEST_LABEL);
            for (String part : label) {
                labelWidth = Math.max(labelWidth, part.length());
            }
            labels.add(label);
        }
        String margin = " ".repeat(labelWidth + 4);
        int room = style.width() - margin.length();
        TimeScale scale = new TimeScale(moments, room);
        page.line(margin + Ink.FAINT.paint(scale.labels(room), style));
        page.line(margin + Ink.FAINT.paint(scale.ruler(style.unicode()), style));
        Set<Mark> used = EnumSet.noneOf(Mark.class);
        for (int i = 0; i < rows.size(); i++) {
            List<String> label = labels.get(i);
            String bar = bar(rows.get(i).spans(), scale, style, used);
            page.line("  " + TerminalText.pad(label.get(0), labelWidth, false) + "  " + bar);
            for (int k = 1; k < label.size(); k++) {
                page.line("     " + label.get(k));
            }
        }
        page.blank();
        writeLegend(page, used, scale);
    }

    private String bar(List<PnSpan> spans, TimeScale scale, TextStyle style, Set<Mark> used) {
        long end = spans.get(spans.size() - 1).to() - 1;
        StringBuilder bar = new StringBuilder();
        for (MarkRun run : MarkRun.of(spans, mainCluster, 0, scale.step(), end)) {
            used.add(run.mark());
            bar.append(run.mark().ink().paint(run.text(run.mark().glyph(style)), style));
        }
        return bar.toString();
    }

    private void writeLegend(TextPage page, Set<Mark> used, TimeScale scale) throws IOException {
        TextStyle style = page.style();
        StringBuilder line = new StringBuilder("  ");
        int width = 2;
        for (Mark mark : used) {
            int entry = mark.legend().length() + 2;
            if (width > 2 && width + 3 + entry > style.width()) {
                page.line(line.toString());
                line.setLength(0);
                line.append("  ");
                width = 2;
            }
            if (width > 2) {
                line.append("   ");
                width += 3;
            }
            line.append(mark.ink().paint(String.valueOf(mark.glyph(style)), style));
            line.append(' ').append(mark.legend());
            width += entry;
        }
        page.line(line.toString());
        page.paragraph(
                "  ",
                "Each mark stands for " + Words.duration(scale.step()) + " and shows the worst of it.",
                Ink.FAINT);
    }
}
