package org.ipsisim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;

/**
 * IPSIs that had the same priority lists at all times.
 *
 * @param spans the lists over time; they cover the run without a gap
 * @param ofA the port networks of those that are A sides, by number
 * @param ofB the port networks of those that are B sides, by number
 */
public record SharedLists(List<ListSpan> spans, List<Integer> ofA, List<Integer> ofB) {
    /** The groups of a run, by their lowest port network. */
    public static List<SharedLists> of(History history) {
        Map<List<ListSpan>, SharedLists> groups = new LinkedHashMap<>();
        for (PnHistory pn : history.portNetworks()) {
            for (Map.Entry<IpsiId, List<ListSpan>> lists : pn.lists().entrySet()) {
                SharedLists group = groups.computeIfAbsent(
                        lists.getValue(), spans -> new SharedLists(spans, new ArrayList<>(), new ArrayList<>()));
                (lists.getKey().side() == IpsiId.Side.A ? group.ofA : group.ofB)
                        .add(lists.getKey().pn());
            }
        }
        return List.copyOf(groups.values());
    }

    /** Whether a list changed during the run. */
    public boolean isChanged() {
        return spans.size() > 1;
    }

    /**
     * The port networks, such as {@code 1-3}; with the sides where they differ: {@code 1-3 (a), 2 (b)}.
     *
     * @param names how to write several numbers
     */
    public String portNetworks(Function<List<Integer>, String> names) {
        if (ofB.isEmpty() || ofA.equals(ofB)) {
            return names.apply(ofA);
        }
        String b = names.apply(ofB) + " (b)";
        return ofA.isEmpty() ? b : names.apply(ofA) + " (a), " + b;
    }
}
