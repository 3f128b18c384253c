package org.ipsisim.whatif;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How likely cuts of one kind cost one port network something, by their length.
 *
 * @param number of the port network
 * @param points by length, from 0 to the longest cut that was tried
 */
public record PnChances(int number, List<ChancePoint> points) {
    /** Keeps a copy of the list. */
    public PnChances {
        points = List.copyOf(points);
    }

    /**
     * The longest cut in milliseconds such that neither it nor any shorter one cost something in any run.
     *
     * @return empty if no cut that was tried cost it
     */
    public OptionalLong never(Function<ChancePoint, Share> what) {
        long longest = 0;
        for (ChancePoint point : points) {
            if (what.apply(point).count() > 0) {
                return OptionalLong.of(longest);
            }
            longest = point.length();
        }
        return OptionalLong.empty();
    }

    /**
     * The shortest cut in milliseconds that cost something in half of the runs or more.
     *
     * @return empty if no cut that was tried did
     */
    public OptionalLong inHalfFrom(Function<ChancePoint, Share> what) {
        return points.stream()
                .filter(point -> what.apply(point).seen() >= 0.5)
                .mapToLong(ChancePoint::length)
                .findFirst();
    }

    /** Whether no cut that was tried cost it anything in any run. */
    public boolean isUntouched() {
        return points.stream().allMatch(point -> point.costs().count() == 0);
    }

    /** The longest cut that was tried, in milliseconds. */
    public long upTo() {
        return points.get(points.size() - 1).length();
    }
}
