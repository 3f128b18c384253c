package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipsisim.study.Share;

/**
 * How likely cuts of one kind cost one port network something, by their length.
 *
 * @param number of the port network
 * @param points by length, from 0 to the longest cut that was tried
 */
public record PnChances(int number, List<Point> points) implements FaultCuts.OfPn {
    /** Keeps a copy of the list. */
    public PnChances {
        points = List.copyOf(points);
    }

    /**
     * The longest cut in milliseconds such that neither it nor any shorter one cost something in any run.
     *
     * @return empty if no cut that was tried cost it
     */
    public OptionalLong never(Function<Point, Share> what) {
        long longest = 0;
        for (Point point : points) {
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
    public OptionalLong inHalfFrom(Function<Point, Share> what) {
        return points.stream()
                .filter(point -> what.apply(point).seen() >= 0.5)
                .mapToLong(Point::length)
                .findFirst();
    }

    /** The points at which a share changes, and the last one. */
    List<Point> changes() {
        List<Point> changes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean last = i == points.size() - 1;
            if (i == 0
                    || last
                    || !points.get(i).isLike(points.get(i - 1))
                    || !points.get(i).isLike(points.get(i + 1))) {
                changes.add(points.get(i));
            }
        }
        return changes;
    }

    @Override
    public List<Point> course() {
        return points;
    }

    @Override
    public boolean isUntouched() {
        return points.stream().allMatch(point -> point.costs().count() == 0);
    }

    @Override
    public long upTo() {
        return points.get(points.size() - 1).length();
    }

    /**
     * What cuts of one length cost a port network in several runs.
     *
     * @param length of the cut in milliseconds; 0 is no cut
     * @param costs in how many runs something was reset, or a call dropped
     * @param calls in how many a call dropped
     * @param failovers in how many a survivable core took it over
     */
    public record Point(long length, Share costs, Share calls, Share failovers) {
        /** Whether the shares are those of another length. */
        public boolean isLike(Point other) {
            return costs.equals(other.costs) && calls.equals(other.calls) && failovers.equals(other.failovers);
        }
    }
}
