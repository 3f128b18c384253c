package org.ipsisim.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.PriorityQueue;
import org.ipsisim.estate.Plane;
import org.ipsisim.kernel.Agenda;
import org.jspecify.annotations.Nullable;

/**
 * The routes of all ways for one set of working links: those of least total latency, found by Dijkstra's algorithm from a
 * site when first asked for. Of several, the one with the fewest links is taken, then the first by the names of its links.
 */
final class Routes {
    private static final int NONE = -1;
    private static final int[] NO_ROUTE = {NONE};
    private static final int[] STAYS = {};

    /** Steps charged for each site and link of a search. */
    private static final int STEPS = 5;

    private static final int PLANES = Plane.values().length;
    private static final int SITE_BITS = 16;
    private static final int LINK_BITS = 16;

    private final Agenda agenda;
    private final Topology topology;
    private final Ways ways;
    private final BitSet failedLinks;
    private final Optional<Routes> usual;
    private final int[][] lastLinks;
    private int[][] routes;
    private int @Nullable [] parts;
    private int[][] waysOverLink = {};
    private int waysCounted = -1;

    /**
     * Routes over the links that work.
     *
     * @param agenda counts the steps of the searches
     * @param failedLinks those that do not work, by number
     * @param usual the routes while all links work; empty for these themselves
     */
    Routes(Agenda agenda, Topology topology, Ways ways, BitSet failedLinks, Optional<Routes> usual) {
        this.agenda = agenda;
        this.topology = topology;
        this.ways = ways;
        this.failedLinks = failedLinks;
        this.usual = usual;
        this.lastLinks = new int[PLANES * topology.sites()][];
        this.routes = new int[ways.count()][];
    }

    BitSet failedLinks() {
        return failedLinks;
    }

    boolean works(int link) {
        return !failedLinks.get(link);
    }

    /** Whether working links join the ends of a way. */
    boolean joins(int way) {
        return links(way) != NO_ROUTE;
    }

    /** The numbers of the links of a way, in order; a single -1 if nothing joins its ends. */
    int[] links(int way) {
        if (way >= routes.length) {
            routes = Arrays.copyOf(routes, ways.count());
        }
        if (routes[way] == null) {
            routes[way] = usual.isPresent() && hasUsualRoute(way) ? usual.get().links(way) : findLinks(ways.get(way));
        }
        return routes[way];
    }

    /** Whether the best of all routes can be taken, so that it is the best of those that can be; or there never is one. */
    private boolean hasUsualRoute(int way) {
        for (int link : usual.orElseThrow().links(way)) {
            if (link != NONE && !works(link)) {
                return false;
            }
        }
        return true;
    }

    private int[] findLinks(Ways.Way way) {
        if (way.from() == way.to()) {
            return STAYS;
        }
        int[] lastLink = lastLinks(way);
        int count = 0;
        for (int site = way.to(); site != way.from(); site = topology.otherEnd(lastLink[site], site)) {
            if (lastLink[site] == NONE) {
                return NO_ROUTE;
            }
            count++;
        }
        int[] links = new int[count];
        for (int site = way.to(); count > 0; site = topology.otherEnd(links[count], site)) {
            links[--count] = lastLink[site];
        }
        return links;
    }

    private int[] lastLinks(Ways.Way way) {
        int search = PLANES * way.from() + way.plane().ordinal();
        if (lastLinks[search] == null) {
            lastLinks[search] = search(way);
        }
        return lastLinks[search];
    }

    private int[] search(Ways.Way way) {
        agenda.spend((long) STEPS * (topology.sites() + topology.links()));
        // latency first, then the number of links
        long[] distance = new long[topology.sites()];
        int[] through = new int[topology.sites()];
        Arrays.fill(distance, Long.MAX_VALUE);
        Arrays.fill(through, NONE);
        distance[way.from()] = 0;
        PriorityQueue<Long> reached = new PriorityQueue<>();
        reached.add((long) way.from());
        while (!reached.isEmpty()) {
            long nearest = reached.remove();
            int site = (int) (nearest & (1 << SITE_BITS) - 1);
            if (nearest >> SITE_BITS > distance[site]) {
                continue;
            }
            for (int link : topology.linksAt(site)) {
                int other = topology.otherEnd(link, site);
                long total = distance[site] + (topology.latency(link) << LINK_BITS) + 1;
                if (total > distance[other] || !works(link) || !topology.serves(link, way.plane())) {
                    continue;
                }
                if (total < distance[other]) {
                    distance[other] = total;
                    through[other] = link;
                    reached.add(total << SITE_BITS | other);
                } else if (comesFirst(link, through[other], other, through)) {
                    through[other] = link;
                }
            }
        }
        return through;
    }

    /** Whether working links join two sites, whichever control network the links serve. */
    boolean areJoined(int a, int b) {
        if (parts == null) {
            parts = findParts();
        }
        return parts[a] == parts[b];
    }

    /** For each site, the first of the sites that working links join it to. */
    private int[] findParts() {
        agenda.spend(topology.sites() + topology.links());
        int[] found = new int[topology.sites()];
        Arrays.fill(found, NONE);
        ArrayDeque<Integer> reached = new ArrayDeque<>();
        for (int first = 0; first < found.length; first++) {
            if (found[first] == NONE) {
                found[first] = first;
                reached.add(first);
            }
            while (!reached.isEmpty()) {
                int site = reached.remove();
                for (int link : topology.linksAt(site)) {
                    int other = topology.otherEnd(link, site);
                    if (works(link) && found[other] == NONE) {
                        found[other] = first;
                        reached.add(other);
                    }
                }
            }
        }
        return found;
    }

    /** Whether, of two equally long routes to a site, the one that ends with a link comes before the one that ends with another. */
    private boolean comesFirst(int link, int otherLink, int site, int[] through) {
        int one = link;
        int other = otherLink;
        int oneSite = topology.otherEnd(one, site);
        int otherSite = topology.otherEnd(other, site);
        boolean first = one < other;
        while (oneSite != otherSite) {
            one = through[oneSite];
            other = through[otherSite];
            oneSite = topology.otherEnd(one, oneSite);
            otherSite = topology.otherEnd(other, otherSite);
            first = one == other ? first : one < other;
        }
        return first;
    }

    /** The ways whose routes go over a link. */
    int[] waysOver(int link) {
        if (waysCounted != ways.count()) {
            waysOverLink = findWaysOverLinks();
            waysCounted = ways.count();
        }
        return waysOverLink[link];
    }

    private int[][] findWaysOverLinks() {
        int[] counts = new int[topology.links()];
        for (int way = 0; way < ways.count(); way++) {
            if (joins(way)) {
                for (int link : links(way)) {
                    counts[link]++;
                }
            }
        }
        int[][] over = new int[topology.links()][];
        for (int link = 0; link < over.length; link++) {
            over[link] = new int[counts[link]];
        }
        for (int way = ways.count() - 1; way >= 0; way--) {
            if (joins(way)) {
                for (int link : links(way)) {
                    over[link][--counts[link]] = way;
                }
            }
        }
        return over;
    }
}
