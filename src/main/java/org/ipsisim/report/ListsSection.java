package org.ipsisim.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.document.Ink;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.Words;

/** The priority lists at the start of the run and after each change; nothing where no IPSI has a choice of servers. */
final class ListsSection {
    /** More lists of one group than this are counted, not shown. */
    private static final int MOST_LISTS = 10;

    /** The table has about so many rows; groups that come after are counted. */
    private static final int MOST_ROWS = 60;

    private final List<SharedLists> groups;
    private final int mainCluster;

    ListsSection(History history) {
        this.groups = SharedLists.of(history);
        this.mainCluster = history.mainCluster();
    }

    void write(TextPage page) throws IOException {
        boolean choice = groups.stream()
                .flatMap(group -> group.spans().stream())
                .anyMatch(span -> span.clusters().size() > 1);
        if (!choice) {
            return;
        }
        boolean changed = groups.stream().anyMatch(SharedLists::isChanged);
        page.heading("Priority lists, best first");
        TextTable table = changed
                ? new TextTable(0, "IPSIs of pn", ">from", "list")
                : new TextTable(0, "IPSIs of pn", "throughout");
        int shown = 0;
        int rows = 0;
        while (shown < groups.size() && rows < MOST_ROWS) {
            rows += write(groups.get(shown++), table, changed);
        }
        page.table(table);
        page.blank();
        String left = shown == groups.size()
                ? ""
                : " The lists of " + (groups.size() - shown)
                        + " more kinds are not shown; the JSON output has them all.";
        page.paragraph("  ", "The numbers are clusters, " + mainCluster + " being the main." + left, Ink.FAINT);
    }

    private static int write(SharedLists group, TextTable table, boolean withTimes) {
        String who = group.portNetworks(NumberList::compact);
        if (!withTimes) {
            table.row(Ink.PLAIN, who, clusters(group.spans().get(0)));
            return 1;
        }
        int shown = Math.min(group.spans().size(), MOST_LISTS);
        for (ListSpan span : group.spans().subList(0, shown)) {
            table.row(Ink.PLAIN, who, Words.duration(span.from()), clusters(span));
            who = "";
        }
        int more = group.spans().size() - shown;
        if (more > 0) {
            table.row(Ink.PLAIN, "", "", "and " + more + " more");
        }
        return shown;
    }

    private static String clusters(ListSpan span) {
        return span.clusters().isEmpty()
                ? "none"
                : span.clusters().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
