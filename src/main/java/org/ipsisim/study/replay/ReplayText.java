package org.ipsisim.study.replay;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;

/** Replayed outages for a person at a terminal: the answer, the totals, and each outage on its own. */
public final class ReplayText {
    private ReplayText() {}

    /** Writes the replay; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(Replay replay, Writer out, TextStyle style) throws IOException {
        TextPage page = new TextPage(out, style);
        ReplayWords words = new ReplayWords(replay);
        ReplayRows rows = new ReplayRows(replay);
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        if (!replay.isBegun()) {
            out.flush();
            return;
        }
        page.heading("Totals");
        page.table(table(List.of("pn"), rows, rows.totals()));
        if (!words.stays().isEmpty()) {
            page.blank();
            page.paragraph("  ", words.stays(), Ink.FAINT);
        }
        page.heading("Each outage");
        Optional<String> year = words.year();
        List<List<String>> outages = new ArrayList<>();
        for (List<String> row : rows.outages()) {
            outages.add(new ArrayList<>(row));
            year.ifPresent(all ->
                    outages.get(outages.size() - 1).set(0, row.get(0).substring(all.length() + 1)));
        }
        String from = year.map(all -> "in " + all).orElse("from");
        page.table(table(List.of(from, "what", ">for", "struck"), rows, outages));
        page.blank();
        page.paragraph("  ", ReplayWords.EACH, Ink.FAINT);
        out.flush();
    }

    private static TextTable table(List<String> heads, ReplayRows rows, List<List<String>> cells) {
        List<String> all = new ArrayList<>(heads);
        rows.costHeads().forEach(head -> all.add(">" + head));
        TextTable table = new TextTable(0, all.toArray(String[]::new));
        cells.forEach(row -> table.row(Ink.BOLD, row.toArray(String[]::new)));
        return table;
    }
}
