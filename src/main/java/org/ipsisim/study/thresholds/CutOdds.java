package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Share;

/**
 * How likely cuts of one kind cost one port network or population of phones something, by their length.
 *
 * @param subject the port network or population
 * @param points by length, from 0 to the longest cut that was tried
 */
public record CutOdds(Subject subject, List<Point> points) implements FaultCuts.OfSubject {
    /** Keeps a copy of the list. */
    public CutOdds {
        points = List.copyOf(points);
    }

    /**
     * The longest cut in milliseconds such that neither it nor any shorter one had a cost in any run.
     *
     * @return empty if no cut that was tried did
     */
    public OptionalLong never(CutCost cost) {
        long longest = 0;
        for (Point point : points) {
            if (point.share(cost).count() > 0) {
                return OptionalLong.of(longest);
            }
            longest = point.length();
        }
        return OptionalLong.empty();
    }

    /**
     * The shortest cut in milliseconds that had a cost in half of the runs or more.
     *
     * @return empty if no cut that was tried did
     */
    public OptionalLong inHalfFrom(CutCost cost) {
        return points.stream()
                .filter(point -> point.share(cost).seen() >= 0.5)
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
        return points.stream().allMatch(point -> point.share(CutCost.ANYTHING).count() == 0);
    }

    @Override
    public long upTo() {
        return points.get(points.size() - 1).length();
    }

    /**
     * What cuts of one length cost a port network or phones in several runs.
     *
     * @param length of the cut in milliseconds; 0 is no cut
     * @param shares in how many of the runs it had each cost
     */
    public record Point(long length, Map<CutCost, Share> shares) {
        /** Keeps the shares; they do not change. */
        public Point {
            shares = Collections.unmodifiableMap(new EnumMap<>(shares));
        }

        /** In how many of the runs it had a cost. */
        Share share(CutCost cost) {
            return Objects.requireNonNull(shares.get(cost));
        }

        /** Whether the shares are those of another length. */
        boolean isLike(Point other) {
            return shares.equals(other.shares);
        }
    }
}
