package org.ipsisim.study.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.Words;

/** An audit for a person at a terminal: the answer, the worst faults, what is more than its parts, what is weak. */
public final class AuditText {
    private final AuditRanking ranking;
    private final AuditWords words;
    private final TextPage page;
    private final int most;

    private AuditText(Audit audit, int most, TextPage page) {
        this.ranking = new AuditRanking(audit);
        this.words = new AuditWords(audit, ranking);
        this.most = most;
        this.page = page;
    }

    /**
     * Writes the audit; flushes the writer and leaves it open. No line is wider than the style's width.
     *
     * @param most rows of a table
     */
    public static void write(Audit audit, int most, Writer out, TextStyle style) throws IOException {
        new AuditText(audit, most, new TextPage(out, style)).write();
        out.flush();
    }

    private void write() throws IOException {
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        writeWorst("The worst single faults", ranking.singles());
        writeWorst("The worst pairs", ranking.pairs());
        writeMore();
        writeLasting();
        writeFragmenting();
        if (!words.weaknesses().isEmpty()) {
            page.heading("What is weak in the estate as it stands");
            for (String sentence : words.weaknesses()) {
                page.paragraph("  ", sentence, Ink.PLAIN);
            }
        }
    }

    private void writeWorst(String heading, List<FaultResult> results) throws IOException {
        if (results.isEmpty()) {
            return;
        }
        page.heading(heading);
        TextTable table = new TextTable(0, "fault", "for", ">calls dropped", ">no service", "pn out till the end");
        for (FaultResult result : first(results)) {
            FaultCost cost = result.worst();
            table.row(Ink.VERMILION, cells(result, cost, NumberList.compact(cost.portNetworksOut())));
        }
        page.table(table);
        more(results.size());
    }

    private void writeMore() throws IOException {
        List<FaultResult> results = ranking.more();
        if (results.isEmpty()) {
            return;
        }
        page.heading("Pairs that cost more than both faults one by one");
        TextTable table = new TextTable(0, "pair", "for", ">more calls dropped", ">more time without service");
        for (FaultResult result : first(results)) {
            table.row(Ink.VERMILION, cells(result, ranking.excess(result)));
        }
        page.table(table);
        more(results.size());
    }

    private static String[] cells(FaultResult result, FaultCost cost, String... more) {
        String[] cells = new String[4 + more.length];
        cells[0] = result.set().name();
        cells[1] = Words.duration(cost.length());
        cells[2] = String.valueOf(cost.callsDropped());
        cells[3] = RoundedNumbers.time(cost.outage());
        System.arraycopy(more, 0, cells, 4, more.length);
        return cells;
    }

    private void writeLasting() throws IOException {
        List<AuditRanking.Minimal> minimal = ranking.lasting();
        if (minimal.isEmpty()) {
            return;
        }
        page.heading("What keeps port networks out for as long as it lasts, and no part of it does");
        TextTable table = new TextTable(0, "faults", "pn");
        for (AuditRanking.Minimal each : first(minimal)) {
            table.row(Ink.BOLD, each.result().set().name(), NumberList.compact(each.portNetworks()));
        }
        page.table(table);
        more(minimal.size());
        if (!words.tooShort().isEmpty()) {
            page.blank();
            page.paragraph("  ", words.tooShort(), Ink.FAINT);
        }
    }

    private void writeFragmenting() throws IOException {
        List<FaultResult> results = ranking.fragmenting();
        if (results.isEmpty()) {
            return;
        }
        page.heading("What breaks the estate into separate systems, and no part of it does");
        TextTable table = new TextTable(0, "faults", "from", ">systems");
        for (FaultResult result : first(results)) {
            FaultCost cost = result.costs().stream()
                    .filter(FaultCost::fragments)
                    .findFirst()
                    .orElseThrow();
            table.row(Ink.BOLD, result.set().name(), Words.duration(cost.length()), String.valueOf(cost.systems()));
        }
        page.table(table);
        more(results.size());
    }

    private <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private void more(int size) throws IOException {
        if (size > most) {
            page.blank();
            page.paragraph("  ", "and " + AuditWords.grouped(size - most) + " more; --top N shows so many", Ink.FAINT);
        }
    }
}
