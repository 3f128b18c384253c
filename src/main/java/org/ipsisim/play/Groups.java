package org.ipsisim.play;

import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHistory;

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
    static Groups at(long now, List<PnHistory> pns, boolean together) {
        List<Integer> indices = IntStream.range(0, pns.size()).boxed().toList();
        return new Groups(Lists.alike(
                indices,
                index ->
                        together ? List.of(pns.get(index).portNetwork().site(), changes(pns.get(index), now)) : index));
    }

    private static List<Change> changes(PnHistory pn, long now) {
        return pn.timeline().stream()
                .takeWhile(span -> span.from() <= now)
                .map(span -> new Change(span.from(), span.state(), span.controller()))
                .toList();
    }

    /** Which of the groups has a port network. */
    int indexOf(int member) {
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).contains(member))
                .findFirst()
                .orElseThrow();
    }

    /** The first member of a group; of the nearest one if there is no such group. */
    int firstOf(int index) {
        return all.get(Math.max(0, Math.min(index, all.size() - 1))).get(0);
    }
}
