package org.ipsisim.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;

/** The priority lists at the start of the run, and at its end where they changed. */
final class ListsSection {
    /** IPSIs whose lists were the same. */
    private record Group(List<Integer> start, List<Integer> end, List<Integer> ofA, List<Integer> ofB) {}

    private final List<Group> groups = new ArrayList<>();

    ListsSection(History history) {
        for (PnHistory pn : history.portNetworks()) {
            for (Map.Entry<IpsiId, List<ListSpan>> entry : pn.lists().entrySet()) {
                List<ListSpan> spans = entry.getValue();
                Group group = group(
                        spans.get(0).clusters(), spans.get(spans.size() - 1).clusters());
                (entry.getKey().side() == IpsiId.Side.A ? group.ofA : group.ofB)
                        .add(entry.getKey().pn());
            }
        }
    }

    void write(TextPage page) throws IOException {
        boolean changed = false;
        boolean choice = false;
        for (Group group : groups) {
            changed |= !group.start.equals(group.end);
            choice |= group.start.size() > 1 || group.end.size() > 1;
        }
        if (!changed && !choice) {
            return;
        }
        page.heading("Priority lists, best first");
        TextTable table = changed
                ? new TextTable(0, "IPSIs of pn", "at the start", "at the end")
                : new TextTable(0, "IPSIs of pn", "throughout");
        for (Group group : groups) {
            String start = clusters(group.start);
            String end = group.start.equals(group.end) ? "the same" : clusters(group.end);
            table.row(Ink.PLAIN, who(group), start, end);
        }
        page.table(table);
    }

    private Group group(List<Integer> start, List<Integer> end) {
        for (Group group : groups) {
            if (group.start.equals(start) && group.end.equals(end)) {
                return group;
            }
        }
        Group group = new Group(start, end, new ArrayList<>(), new ArrayList<>());
        groups.add(group);
        return group;
    }

    private static String who(Group group) {
        if (group.ofB.isEmpty() || group.ofA.equals(group.ofB)) {
            return NumberList.compact(group.ofA);
        }
        String b = NumberList.compact(group.ofB) + " (b)";
        return group.ofA.isEmpty() ? b : NumberList.compact(group.ofA) + " (a), " + b;
    }

    private static String clusters(List<Integer> clusters) {
        if (clusters.isEmpty()) {
            return "none";
        }
        StringBuilder text = new StringBuilder();
        for (int cluster : clusters) {
            text.append(text.isEmpty() ? "" : " ").append(cluster);
        }
        return text.toString();
    }
}
