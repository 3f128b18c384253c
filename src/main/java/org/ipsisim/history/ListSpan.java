package org.ipsisim.history;

import java.util.List;

/**
 * A stretch of time in which an IPSI's priority list does not change.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param clusters cluster numbers, best first, at most eight (M16, M18)
 */
public record ListSpan(long from, long to, List<Integer> clusters) {
    /** Keeps a copy of the list. */
    public ListSpan {
        clusters = List.copyOf(clusters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListSpan its && from == its.from && to == its.to && clusters.equals(its.clusters);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(from + 31 * to) + clusters.hashCode();
    }
}
