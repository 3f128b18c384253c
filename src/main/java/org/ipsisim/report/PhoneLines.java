package org.ipsisim.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.TimeScale;

/** How many phones of each population are in service over time, drawn in text: a digit for each stretch, in tenths. */
final class PhoneLines {
    private static final int MOST_ROWS = 12;
    private static final int TENTHS = 10;
    private static final int WIDEST_NAME = 24;

    private PhoneLines() {}

    /** Writes a line for each population, those first that lost most; nothing for a run without phones. */
    static void write(History history, TextPage page) throws IOException {
        List<PopulationHistory> rows = Lists.first(
                history.sip().populations().stream()
                        .sorted(Comparator.comparingLong(
                                phones -> -phones.outage().total()))
                        .toList(),
                MOST_ROWS);
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
        TimeScale scale = new TimeScale(history.duration(), style.width() - margin.length());
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
        int[] fewest = new int[(int) ((duration - 1) / scale.step()) + 1];
        int all = phones.population().size();
        Arrays.fill(fewest, all);
        List<PhoneSample> samples = phones.samples();
        for (int i = 0; i < samples.size(); i++) {
            long to = i + 1 < samples.size() ? samples.get(i + 1).at() : duration;
            int inService = samples.get(i).in(PhoneState.IN_SERVICE);
            int last = (int) ((Math.min(to, duration) - 1) / scale.step());
            for (int column = (int) (samples.get(i).at() / scale.step()); column <= last; column++) {
                fewest[column] = Math.min(fewest[column], inService);
            }
        }
        StringBuilder line = new StringBuilder();
        for (int start = 0; start < fewest.length; ) {
            int next = start;
            while (next < fewest.length && mark(fewest[next], all) == mark(fewest[start], all)) {
                next++;
            }
            int mark = mark(fewest[start], all);
            String one = mark == TENTHS ? style.unicode() ? "─" : "-" : String.valueOf(mark);
            Ink ink = mark == TENTHS ? Ink.GREEN : mark == 0 ? Ink.PURPLE : Ink.ORANGE;
            line.append(ink.paint(one.repeat(next - start), style));
            start = next;
        }
        return line.toString();
    }

    /** Tenths in service, rounded down; ten only if all are. */
    private static int mark(int inService, int all) {
        return (int) ((long) inService * TENTHS / all);
    }
}
