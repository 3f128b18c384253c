package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ipsisim.estate.Link;
import org.ipsisim.report.timeline.Pen.Box;
import org.ipsisim.report.timeline.Pen.Point;
import org.jspecify.annotations.Nullable;

/** Where the links of an estate are drawn between its sites, and where their names stand. */
final class EstateLinks {
    /** Enough for a name on each. */
    private static final double BETWEEN_PARALLELS = 15;
    /** Where on a link its name may stand, the best place first. */
    private static final double[] PLACES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

    /** Of more links only those have a name in the picture that do not always work. */
    private static final int MOST_NAMED = 20;

    /** Places on a line at which it may come out of a site. */
    private static final int STEPS = 100;

    /** A straight line. */
    record Line(Point from, Point to) {
        Point at(double share) {
            return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
        }
    }

    private final List<Link> links;
    private final EstateLayout layout;
    private final Map<String, Point> names = new HashMap<>();

    /**
     * Those that change are named first; a name that would cover a site or another name is left to the tooltip.
     *
     * @param width how wide the name of a link is
     * @param changes whether a link does not always work
     */
    EstateLinks(List<Link> links, EstateLayout layout, ToDoubleFunction<Link> width, Predicate<Link> changes) {
        this.links = links;
        this.layout = layout;
        List<Box> taken = new ArrayList<>(layout.sites());
        links.stream()
                .filter(link -> links.size() <= MOST_NAMED || changes.test(link))
                .sorted(Comparator.comparing(link -> !changes.test(link)))
                .forEach(link -> name(link, width.applyAsDouble(link), taken));
    }

    private void name(Link link, double width, List<Box> taken) {
        Line seen = seen(link);
        for (double share : PLACES) {
            Point at = seen.at(share);
            Box box = new Box(at.x() - width / 2, at.y() - 7, width, 14);
            if (taken.stream().noneMatch(box::overlaps)) {
                taken.add(box);
                names.put(link.id(), at);
                return;
            }
        }
    }

    /** The middle of the name of a link; null if it has no room. */
    @Nullable
    Point nameOf(Link link) {
        return names.get(link.id());
    }

    /** From the middle of one site to that of the other; several between the same two beside one another. */
    Line line(Link link) {
        List<Link> parallel = links.stream()
                .filter(other -> other.a().equals(link.a()) && other.b().equals(link.b())
                        || other.a().equals(link.b()) && other.b().equals(link.a()))
                .toList();
        Point from = layout.site(parallel.get(0).a()).middle();
        Point to = layout.site(parallel.get(0).b()).middle();
        double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double aside = (parallel.indexOf(link) - (parallel.size() - 1) / 2.0) * BETWEEN_PARALLELS / length;
        double dx = -(to.y() - from.y()) * aside;
        double dy = (to.x() - from.x()) * aside;
        return new Line(new Point(from.x() + dx, from.y() + dy), new Point(to.x() + dx, to.y() + dy));
    }

    /** The part of a line that the sites at its ends do not hide. */
    private Line seen(Link link) {
        Line line = line(link);
        Box a = layout.site(link.a());
        Box b = layout.site(link.b());
        List<Point> seen = IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> line.at((double) step / STEPS))
                .filter(point -> !a.contains(point) && !b.contains(point))
                .toList();
        return seen.isEmpty() ? line : new Line(seen.get(0), seen.get(seen.size() - 1));
    }
}
