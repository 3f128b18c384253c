package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Timelines of one fate: the same states under the same clusters, one after the other, at times that lie no further apart
 * than the way of a heartbeat and its turn can put them.
 */
public final class Fates {
    /** Times of one fate lie less than this many milliseconds apart. */
    private static final long APART = 1000;

    private Fates() {}

    /**
     * Groups items of one fate. Groups are in the order of their first members, with whom the others are compared; members
     * are in the order given.
     */
    public static <T> List<List<T>> of(Collection<T> items, Function<T, List<PnSpan>> timeline) {
        List<List<T>> groups = new ArrayList<>();
        for (T item : items) {
            groups.stream()
                    .filter(group -> isOne(timeline.apply(group.get(0)), timeline.apply(item)))
                    .findFirst()
                    .orElseGet(() -> {
                        List<T> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(item);
        }
        return groups;
    }

    private static boolean isOne(List<PnSpan> one, List<PnSpan> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            PnSpan a = one.get(i);
            PnSpan b = other.get(i);
            if (a.state() != b.state()
                    || a.controller() != b.controller()
                    || Math.abs(a.from() - b.from()) >= APART
                    || Math.abs(a.to() - b.to()) >= APART) {
                return false;
            }
        }
        return true;
    }
}
