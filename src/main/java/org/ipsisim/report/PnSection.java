package org.ipsisim.report;

import java.io.IOException;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.Words;

/** What each group of port networks went through: span by span for a few groups, a line each for many. */
final class PnSection {
    /** More groups than this get a line each and no tables of their own. */
    private static final int MOST_DETAILED = 4;

    /** A table shows no more spans than this. */
    private static final int MOST_SPANS = 40;

    private final History history;
    private final List<PnGroup> groups;
    private final int mainCluster;

    PnSection(History history, List<PnGroup> groups) {
        this.history = history;
        this.groups = groups;
        this.mainCluster = history.mainCluster();
    }

    void write(TextPage page) throws IOException {
        if (groups.size() > 1) {
            writeSummary(page);
        }
        if (groups.size() <= MOST_DETAILED) {
            for (PnGroup group : groups) {
                if (group.timeline().size() > 1) {
                    writeDetail(page, group);
                }
            }
        }
    }

    private void writeSummary(TextPage page) throws IOException {
        page.heading("Port networks");
        TextTable table =
                new TextTable(1, "pn", "worst state", ">outage", ">degraded", ">warm", ">cold", "under", ">calls lost");
        for (PnGroup group : groups) {
            PnTotals totals = group.first().totals();
            long dropped = 0;
            for (PnHistory pn : group.members()) {
                dropped += pn.totals().callsDropped();
            }
            Mark worst = group.worst(mainCluster);
            PnSpan last = group.timeline().get(group.timeline().size() - 1);
            table.row(
                    worst.ink(),
                    group.numbers(),
                    worst.stateName(),
                    Words.duration(totals.outage()),
                    Words.duration(totals.degraded()),
                    String.valueOf(totals.warmResets()),
                    String.valueOf(totals.coldResets()),
                    last.state().isOutage() ? "none" : String.valueOf(last.controller()),
                    String.valueOf(dropped));
        }
        page.table(table);
        page.blank();
        page.paragraph(
                "  ",
                "Times and resets are those of one port network, lost calls those of all in the line; under: the"
                        + " cluster at the end, " + mainCluster + " being the main.",
                Ink.FAINT);
    }

    private void writeDetail(TextPage page, PnGroup group) throws IOException {
        page.heading("pn " + group.numbers() + (group.members().size() == 1 ? place(group.first()) : ", each"));
        TextTable table = new TextTable(0, "state", ">from", ">to", ">for", ">under", "why");
        Why why = new Why(history);
        int pn = group.first().portNetwork().number();
        List<StateRow> rows = StateRow.of(group.timeline());
        int shown = Math.min(MOST_SPANS, rows.size());
        for (StateRow row : rows.subList(0, shown)) {
            PnSpan span = row.first();
            Mark mark = row.isFolded() ? Mark.LOST : Mark.of(span, mainCluster);
            table.row(
                    mark.ink(),
                    mark.glyph(page.style()) + " " + (row.isFolded() ? Mark.MAIN : mark).stateName(),
                    Words.duration(row.from()),
                    Words.duration(row.to()),
                    Words.duration(row.to() - row.from()),
                    String.valueOf(span.controller()),
                    row.isFolded() ? row.losses().words() : why.of(span, pn));
        }
        page.table(table);
        int more = rows.size() - shown;
        if (more > 0) {
            page.paragraph("  ", "and " + more + " more; the CSV output has them all", Ink.FAINT);
        }
    }

    private static String place(PnHistory pn) {
        return " at " + pn.portNetwork().site() + ", community "
                + pn.portNetwork().community();
    }
}
