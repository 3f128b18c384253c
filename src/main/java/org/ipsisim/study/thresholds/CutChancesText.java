package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.Words;

/** Chances for a person at a terminal: the answer, then for each length at which they change the shares of the runs. */
public final class CutChancesText {
    private static final int MOST_ROWS = 60;

    private CutChancesText() {}

    /** Writes the chances; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(CutChances chances, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        CutChancesWords words = new CutChancesWords(chances);
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        for (CutChanceRow row : CutChanceRow.of(chances)) {
            write(row, page);
        }
        if (!CutChanceRow.of(chances).isEmpty()) {
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

    private static void write(CutChanceRow row, TextPage page) throws IOException {
        page.heading("Cuts of " + row.fault() + ", pn " + row.pns());
        TextTable table = new TextTable(0, ">length", ">costs something", ">a call", ">a failover");
        List<CutChancePoint> changes = row.changes();
        for (CutChancePoint point : changes.subList(0, Math.min(MOST_ROWS, changes.size()))) {
            table.row(
                    Ink.BOLD,
                    Words.duration(point.length()),
                    CutChancesWords.shown(point.costs()),
                    CutChancesWords.shown(point.calls()),
                    CutChancesWords.shown(point.failovers()));
        }
        page.table(table);
        if (changes.size() > MOST_ROWS) {
            page.paragraph(
                    "  ", "and " + (changes.size() - MOST_ROWS) + " more; the CSV output has them all", Ink.FAINT);
        }
    }
}
