package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.Words;

/** Thresholds for a person at a terminal: the answer, the longest cuts that cost nothing, the bands drawn and listed. */
public final class ThresholdsText {
    private static final int MOST_ROWS = 40;

    private final Thresholds thresholds;
    private final ThresholdWords words;
    private final List<ThresholdRow> rows;
    private final TextPage page;

    private ThresholdsText(Thresholds thresholds, TextPage page) {
        this.thresholds = thresholds;
        this.words = new ThresholdWords(thresholds);
        this.rows = ThresholdRow.of(thresholds);
        this.page = page;
    }

    /** Writes the thresholds; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(Thresholds thresholds, Writer out, TextStyle style) throws IOException {
        new ThresholdsText(thresholds, new TextPage(out, style)).write();
        out.flush();
    }

    private void write() throws IOException {
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        if (!rows.isEmpty()) {
            writeLongest();
            List<ThresholdRow> drawn = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
            new BandDrawing(drawn, thresholds.plan().upTo()).write(page);
            writeBands();
        }
        if (!words.untouched().isEmpty()) {
            page.blank();
            page.paragraph("", words.untouched(), Ink.PLAIN);
        }
    }

    private void writeLongest() throws IOException {
        page.heading("The longest cut that still costs");
        TextTable table = new TextTable(2, "cut of", "pn", ">nothing", ">no call", ">no failover");
        boolean comesBack = false;
        for (ThresholdRow row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            table.row(
                    Ink.BOLD,
                    row.fault(),
                    row.pns(),
                    words.shown(row.bands(), PnOutcome::isFree),
                    words.shown(row.bands(), PnOutcome::keepsCalls),
                    words.shown(row.bands(), PnOutcome::stays));
            comesBack |= row.bands().comesBack(PnOutcome::isFree)
                    || row.bands().comesBack(PnOutcome::keepsCalls)
                    || row.bands().comesBack(PnOutcome::stays);
        }
        page.table(table);
        if (rows.size() > MOST_ROWS) {
            page.blank();
            page.paragraph("  ", "and " + (rows.size() - MOST_ROWS) + " more; the CSV output has them all", Ink.FAINT);
        }
        if (comesBack) {
            page.blank();
            page.paragraph("  ", "* Some longer cuts cost less again; see the bands.", Ink.FAINT);
        }
    }

    private void writeBands() throws IOException {
        page.heading("The edges");
        TextTable table = new TextTable(4, "cut of", "pn", ">longer than", ">up to", "costs");
        int shown = 0;
        for (ThresholdRow row : rows) {
            if (shown >= MOST_ROWS) {
                break;
            }
            String fault = row.fault();
            String pns = row.pns();
            long before = 0;
            for (Band band : row.bands().bands()) {
                if (band.to() == 0) {
                    continue;
                }
                table.row(
                        ink(band.outcome()),
                        fault,
                        pns,
                        Words.duration(band.from() == 0 ? 0 : before),
                        Words.duration(band.to()),
                        ThresholdWords.shown(band.outcome()));
                before = band.to();
                fault = "";
                pns = "";
                shown++;
            }
        }
        page.table(table);
    }

    private static Ink ink(PnOutcome outcome) {
        return switch (outcome.fate()) {
            case NOTHING -> Ink.GREEN;
            case WARM_RESET -> Ink.ORANGE;
            case COLD_RESET -> Ink.VERMILION;
            case RESTART -> Ink.SKY;
            case DOWN -> Ink.GREY;
            case FAILOVER -> Ink.PURPLE;
        };
    }
}
