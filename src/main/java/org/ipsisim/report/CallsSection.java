package org.ipsisim.report;

import java.io.IOException;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.History;

/** What became of the stable calls, by kind. */
final class CallsSection {
    /** More groups than this are only added up. */
    private static final int MOST_GROUPS = 8;

    private final Sums all;
    private final List<PnGroup> groups;

    CallsSection(History history, List<PnGroup> groups) {
        this.all = Sums.of(history.portNetworks());
        this.groups = groups;
    }

    void write(TextPage page) throws IOException {
        if (all.pnCalls().atStart() + all.ipCalls().atStart() == 0) {
            return;
        }
        page.heading("Calls");
        TextTable table = new TextTable(3, "pn", "calls", ">at start", ">dropped", ">frozen", ">kept");
        if (groups.size() > 1 && groups.size() <= MOST_GROUPS) {
            for (PnGroup group : groups) {
                Sums sums = Sums.of(group.members());
                add(table, group.numbers(), sums);
            }
        }
        add(table, groups.size() == 1 ? groups.get(0).numbers() : "all", all);
        page.table(table);
        if (all.pnCalls().frozen() + all.ipCalls().frozen() > 0) {
            page.blank();
            page.paragraph("  ", "Frozen: up, but without features for some time.", Ink.FAINT);
        }
    }

    private static void add(TextTable table, String who, Sums sums) {
        add(table, who, "using the PN", sums.pnCalls());
        if (sums.ipCalls().atStart() > 0) {
            add(table, "", "IP to IP", sums.ipCalls());
        }
    }

    private static void add(TextTable table, String who, String kind, CallOutcome calls) {
        table.row(
                calls.dropped() > 0 ? Ink.VERMILION : Ink.PLAIN,
                who,
                kind,
                String.valueOf(calls.atStart()),
                String.valueOf(calls.dropped()),
                String.valueOf(calls.frozen()),
                String.valueOf(calls.kept()));
    }
}
