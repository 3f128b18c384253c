package org.ipsisim.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/**
 * Port networks that have been alike so far: at one site, in the same states under the same clusters at the same times.
 *
 * @param all the indices of the members of each, by the first of them
 */
record Groups(List<List<Integer>> all) {
    /** Keeps a copy of the list. */
    Groups {
        all = List.copyOf(all);
    }

    private record Change(long from, PnState state, int controller) {}

    /**
     * The groups at a moment.
     *
     * @param together whether those that are alike share a group; otherwise each has its own
     */
    static Groups at(long now, PreparedRun course, boolean together) {
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (int index = 0; index < course.portNetworks().size(); index++) {
            PnHistory pn = course.portNetworks().get(index);
            List<Object> key = together ? List.of(pn.portNetwork().site(), changes(pn, now)) : List.of(index);
            alike.computeIfAbsent(key, k -> new ArrayList<>()).add(index);
        }
        return new Groups(List.copyOf(alike.values()));
    }

    private static List<Change> changes(PnHistory pn, long now) {
        List<Change> changes = new ArrayList<>();
        for (PnSpan span : pn.timeline()) {
            if (span.from() > now) {
                break;
            }
            changes.add(new Change(span.from(), span.state(), span.controller()));
        }
        return changes;
    }

    /** Which of the groups has a port network. */
    int indexOf(int member) {
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).contains(member)) {
                return index;
            }
        }
        throw new IllegalArgumentException("no group has index " + member);
    }

    /** The first member of a group; of the nearest one if there is no such group. */
    int firstOf(int index) {
        return all.get(Math.max(0, Math.min(index, all.size() - 1))).get(0);
    }
}
