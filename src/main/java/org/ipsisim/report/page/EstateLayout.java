package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Server;
import org.ipsisim.report.timeline.Pen.Box;
import org.ipsisim.report.timeline.Pen.Point;

/**
 * Where the sites of an estate stand: those of the main servers, and those that many links meet in, in the middle, the
 * others around them, neighbours in the order in which links lead to them. The same estate gives the same places.
 */
final class EstateLayout {
    /** From this many links on a site stands in the middle. */
    private static final int MANY_LINKS = 5;

    /** Up to this many others stand left and right, and none above and below. */
    private static final int MOST_AT_SIDES = 6;

    private static final double MOST_WIDTH = 1080;
    private static final double GAP = 18;
    /** Between the middle and the others, so that the names of links have room. */
    private static final double ROOM_FOR_LINKS = 90;

    private final Estate estate;
    private final Map<String, Point> sizes;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private double width;
    private double height;

    /** @param sizes width and height of each site */
    EstateLayout(Estate estate, Map<String, Point> sizes) {
        this.estate = estate;
        this.sizes = sizes;
        Set<String> middle = middle();
        List<String> around = around(middle);
        place(List.copyOf(middle), around);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The boxes of all sites. */
    Collection<Box> sites() {
        return boxes.values();
    }

    Box site(String name) {
        return Objects.requireNonNull(boxes.get(name));
    }

    private Set<String> middle() {
        Set<String> middle = new LinkedHashSet<>();
        estate.main().servers().stream().map(Server::site).forEach(middle::add);
        estate.sites().stream()
                .filter(site -> linksOf(site).count() >= MANY_LINKS)
                .forEach(middle::add);
        return middle;
    }

    private Stream<Link> linksOf(String site) {
        return estate.links().stream()
                .filter(link -> link.a().equals(site) || link.b().equals(site));
    }

    /** The others, each followed by those that hang on it. */
    private List<String> around(Set<String> middle) {
        Set<String> seen = new LinkedHashSet<>(middle);
        middle.forEach(site -> linksOf(site).forEach(link -> visit(other(link, site), seen)));
        seen.addAll(estate.sites());
        return seen.stream().filter(site -> !middle.contains(site)).toList();
    }

    private void visit(String site, Set<String> seen) {
        if (seen.add(site)) {
            linksOf(site).forEach(link -> visit(other(link, site), seen));
        }
    }

    private static String other(Link link, String site) {
        return link.a().equals(site) ? link.b() : link.a();
    }

    private void place(List<String> middle, List<String> around) {
        double cellWidth = most(around, Point::x) + GAP;
        double cellHeight = most(around, Point::y) + GAP;
        int columns = Math.max(3, (int) (MOST_WIDTH / cellWidth));
        int n = around.size();
        boolean flat = n <= MOST_AT_SIDES;
        int side = flat ? (n + 1) / 2 : Math.max(1, (n - 2 * columns + 1) / 2);
        int left = flat ? n / 2 : side;
        int top = flat ? 0 : (n - side - left + 1) / 2;
        int bottom = n - side - left - top;
        double room = side == 0 ? 0 : ROOM_FOR_LINKS;
        double middleWidth = most(middle, Point::x) + 2 * room;
        double sides = (side > 0 ? cellWidth : 0) + (left > 0 ? cellWidth : 0);
        width = Math.max(top * cellWidth, sides + middleWidth) - GAP;
        double stack = middle.stream().mapToDouble(site -> size(site).y()).sum() + (middle.size() - 1) * 3 * GAP;
        boolean high = flat && joinsOthers(middle);
        double inner = Math.max(side * cellHeight, high ? 0 : stack + (flat ? 0 : 2 * GAP));
        double above = high ? stack + GAP : top > 0 ? cellHeight + GAP : 0;
        height = above + inner + (bottom > 0 ? cellHeight + GAP : 0) - (flat ? 0 : GAP);

        double from = left > 0 ? cellWidth + room : 0;
        double to = width + GAP - (side > 0 ? cellWidth + room : 0);
        double y = high ? 0 : above + (inner - stack) / 2;
        for (int i = 0; i < middle.size(); i++) {
            Point size = size(middle.get(i));
            // one beside the other as well, so that links to the lower one do not hide behind the upper one
            double share = flat || middle.size() == 1 ? 0.5 : (i + 0.5) / middle.size();
            put(middle.get(i), from + (to - from) * share - (flat ? GAP / 2 : 0), y + size.y() / 2);
            y += size.y() + 3 * GAP;
        }
        List<String> rest = new ArrayList<>(around);
        row(take(rest, top), (cellHeight - GAP) / 2);
        column(take(rest, side), width - (cellWidth - GAP) / 2, above, inner);
        List<String> below = take(rest, bottom);
        Collections.reverse(below);
        row(below, height - (cellHeight - GAP) / 2);
        Collections.reverse(rest);
        column(rest, (cellWidth - GAP) / 2, above, inner);
    }

    /** Whether a link joins two of the others, so that it would hide behind a middle that stands between them. */
    private boolean joinsOthers(List<String> middle) {
        return estate.links().stream().anyMatch(link -> !middle.contains(link.a()) && !middle.contains(link.b()));
    }

    private static List<String> take(List<String> from, int count) {
        List<String> first = from.subList(0, count);
        List<String> taken = new ArrayList<>(first);
        first.clear();
        return taken;
    }

    private void row(List<String> sites, double y) {
        for (int i = 0; i < sites.size(); i++) {
            double cell = (width + GAP) / sites.size();
            put(sites.get(i), (i + 0.5) * cell - GAP / 2, y);
        }
    }

    private void column(List<String> sites, double x, double from, double length) {
        for (int i = 0; i < sites.size(); i++) {
            put(sites.get(i), x, from + (i + 0.5) * length / sites.size());
        }
    }

    /** Puts a site with its middle at a place. */
    private void put(String site, double x, double y) {
        Point size = size(site);
        boxes.put(site, new Box(x - size.x() / 2, y - size.y() / 2, size.x(), size.y()));
    }

    private Point size(String site) {
        return Objects.requireNonNull(sizes.get(site));
    }

    private double most(List<String> sites, ToDoubleFunction<Point> extent) {
        return sites.stream().map(this::size).mapToDouble(extent).max().orElse(0);
    }
}
