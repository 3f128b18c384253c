package org.ipsisim.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.History;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.TimeScale;

/** How many phones of each population are in service over time, drawn in text: a digit for each stretch, in tenths. */
final class PhoneLines {
    private static final int MOST_ROWS = 12;
    private static final int WIDEST_NAME = 24;

    private PhoneLines() {}

    /** Writes a line for each population, those first that lost most; nothing for a run without phones. */
    static void write(History history, TextPage page) throws IOException {
        List<PopulationHistory> rows = history.sip().mostAffected(MOST_ROWS);
        if (rows.isEmpty()) {
            return;
        }
        TextStyle style = page.style();
        int width = rows.stream()
                .mapToInt(phones ->
                        Math.min(WIDEST_NAME, phones.population().name().length()))
                .max()
                .orElse(0);
        String margin = " ".repeat(width + 4);
        TimeScale scale = new TimeScale(history.moments(), style.width() - margin.length());
        page.line(margin + Ink.FAINT.paint(scale.labels(style.width() - margin.length()), style));
        page.line(margin + Ink.FAINT.paint(scale.ruler(style.unicode()), style));
        for (PopulationHistory phones : rows) {
            String name = phones.population().name();
            String shown = name.length() <= WIDEST_NAME ? name : name.substring(0, WIDEST_NAME);
            page.line("  " + TerminalText.pad(shown, width, false) + "  "
                    + line(phones, scale, history.duration(), style));
        }
        page.blank();
        page.paragraph(
                "  ",
                "SIP phones: " + (style.unicode() ? "─" : "-")
                        + " all in service; 0 to 9, how many tenths of them. Each mark is "
                        + Words.duration(scale.step())
                        + " and shows the fewest.",
                Ink.FAINT);
    }

    private static String line(PopulationHistory phones, TimeScale scale, long duration, TextStyle style) {
        return PhoneMarks.of(phones, 0, scale.step(), duration - 1).stream()
                .map(marks -> marks.ink().paint(marks.text(style), style))
                .collect(Collectors.joining());
    }
}
