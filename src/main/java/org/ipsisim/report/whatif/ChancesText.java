package org.ipsisim.report.whatif;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.history.Words;
import org.ipsisim.report.Ink;
import org.ipsisim.report.TextPage;
import org.ipsisim.report.TextStyle;
import org.ipsisim.report.TextTable;
import org.ipsisim.whatif.ChancePoint;
import org.ipsisim.whatif.Chances;

/** Chances for a person at a terminal: the answer, then for each length at which they change the shares of the runs. */
public final class ChancesText {
    private static final int MOST_ROWS = 60;

    private ChancesText() {}

    /** Writes the chances; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(Chances chances, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        ChancesWords words = new ChancesWords(chances);
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        for (ChanceRow row : ChanceRow.of(chances)) {
            write(row, page);
        }
        if (!ChanceRow.of(chances).isEmpty()) {
            page.blank();
            page.paragraph(
                    "",
                    "Shares of " + chances.seeds()
                            + " runs, in parentheses the 95 % confidence interval (Wilson); lengths"
                            + " in between are like their neighbours.",
                    Ink.FAINT);
        }
        out.flush();
    }

    private static void write(ChanceRow row, TextPage page) throws IOException {
        page.heading("Cuts of " + row.fault() + ", pn " + row.pns());
        TextTable table = new TextTable(0, ">length", ">costs something", ">a call", ">a failover");
        List<ChancePoint> changes = row.changes();
        for (ChancePoint point : changes.subList(0, Math.min(MOST_ROWS, changes.size()))) {
            table.row(
                    Ink.BOLD,
                    Words.duration(point.length()),
                    ChancesWords.shown(point.costs()),
                    ChancesWords.shown(point.calls()),
                    ChancesWords.shown(point.failovers()));
        }
        page.table(table);
        if (changes.size() > MOST_ROWS) {
            page.paragraph(
                    "  ", "and " + (changes.size() - MOST_ROWS) + " more; the CSV output has them all", Ink.FAINT);
        }
    }
}
