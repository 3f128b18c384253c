package org.ipsisim.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Plane;
import org.ipsisim.kernel.Agenda;

/**
 * The sites and the links between them: which of them work, and how packets go from site to site.
 *
 * <p>A link works if neither it nor a site it joins has failed. A packet takes the working route of least latency, as
 * administered (N3).
 */
public final class Network {
    /** The latency of a way whose ends no working links join. */
    public static final long UNREACHABLE = -1;

    /** How many numbers the cached routes may take in all. */
    private static final int NUMBERS_KEPT = 10_000_000;

    private static final int MOST_PATTERNS_KEPT = 512;
    private static final int LEAST_PATTERNS_KEPT = 4;

    private final Agenda agenda;
    private final Topology topology;
    private final Ways ways = new Ways();
    private final Part[] links;
    private final int[] causes;
    private final BitSet failed = new BitSet();
    private final BitSet failedLinks = new BitSet();
    private final Map<BitSet, Routes> routesByFailure = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BitSet, Routes> eldest) {
            return size() > patternsKept();
        }
    };
    private final Routes usualRoutes;
    private Routes routes;
    private Routes routesBefore;

    /** Everything works at first. */
    public Network(Agenda agenda, List<String> sites, List<Link> links) {
        this.agenda = agenda;
        this.topology = new Topology(sites, links);
        this.links = new Part[links.size()];
        for (Link link : links) {
            this.links[topology.link(link.id())] = new Part(link.loss());
        }
        this.causes = new int[sites.size() + links.size()];
        usualRoutes = new Routes(agenda, topology, ways, new BitSet(), Optional.empty());
        routes = usualRoutes;
        routesBefore = usualRoutes;
    }

    private int patternsKept() {
        int numbers = 4 * ways.count() + topology.sites() + topology.links();
        return Math.max(LEAST_PATTERNS_KEPT, Math.min(MOST_PATTERNS_KEPT, NUMBERS_KEPT / numbers));
    }

    private Routes routesNow() {
        if (failedLinks.isEmpty()) {
            return usualRoutes;
        }
        Routes known = routesByFailure.get(failedLinks);
        if (known == null) {
            BitSet pattern = (BitSet) failedLinks.clone();
            known = new Routes(agenda, topology, ways, pattern, Optional.of(usualRoutes));
            routesByFailure.put(pattern, known);
        }
        return known;
    }

    public int site(String name) {
        return topology.site(name);
    }

    /** The number of the way from one site to another, for packets of a plane. */
    public int way(Plane plane, int from, int to) {
        return ways.number(plane, from, to);
    }

    /** Makes a site fail or work again; routes follow with {@link #settle}. */
    public void setSiteFailed(int site, boolean fails, int cause) {
        failed.set(site, fails);
        causes[site] = cause;
        for (int link : topology.linksAt(site)) {
            review(link);
        }
    }

    /** Makes a link fail or work again; routes follow with {@link #settle}. */
    public void setLinkFailed(String id, boolean fails, int cause) {
        int element = topology.sites() + topology.link(id);
        failed.set(element, fails);
        causes[element] = cause;
        review(topology.link(id));
    }

    private void review(int link) {
        failedLinks.set(
                link,
                failed.get(topology.sites() + link) || failed.get(topology.a(link)) || failed.get(topology.b(link)));
    }

    /** The link of a name. */
    public Part link(String id) {
        return links[topology.link(id)];
    }

    /** The links that end at a site. */
    public List<String> linksAt(String site) {
        return Arrays.stream(topology.linksAt(topology.site(site)))
                .mapToObj(link -> topology.link(link).id())
                .toList();
    }

    /** Calls an action for each way that goes over a link at present. */
    public void forEachWayOver(String link, IntConsumer action) {
        for (int way : routes.waysOver(topology.link(link))) {
            action.accept(way);
        }
    }

    /**
     * Recomputes the routes after failures and repairs; the previous routes are kept for {@link #causeOfBreak}.
     *
     * @param changed is called with every way whose route may have changed, some of them twice
     */
    public void settle(IntConsumer changed) {
        if (failedLinks.equals(routes.failedLinks())) {
            return;
        }
        routesBefore = routes;
        routes = routesNow();
        BitSet flipped = (BitSet) failedLinks.clone();
        flipped.xor(routesBefore.failedLinks());
        for (int link = flipped.nextSetBit(0); link >= 0; link = flipped.nextSetBit(link + 1)) {
            // a link that has failed changes the ways that went over it; one that is back, those that go over it now
            Routes over = routes.works(link) ? routes : routesBefore;
            for (int way : over.waysOver(link)) {
                changed.accept(way);
            }
        }
    }

    /** Whether working links join two sites, whichever control network the links serve. */
    public boolean areJoined(int a, int b) {
        return routes.areJoined(a, b);
    }

    /** The latency of a way in milliseconds; {@link #UNREACHABLE} if no working links join its ends. */
    public long latency(int way) {
        if (!routes.joins(way)) {
            return UNREACHABLE;
        }
        long latency = 0;
        for (int link : routes.links(way)) {
            latency += links[link].slowest() == Part.NOT_SLOWED ? topology.latency(link) : links[link].slowest();
        }
        return latency;
    }

    /**
     * Sends a packet now, and says what becomes of it: it takes the route of this moment whatever happens meanwhile, and is
     * lost if there is none, or by chance on a link.
     *
     * @param losses of the stream that the packet belongs to
     * @param packet its number in the stream, 0 or more; the same number has the same luck
     * @return when it arrives, in milliseconds from the start; {@link Agenda#NEVER} if it is lost
     */
    public long send(int way, LossDraws losses, long packet) {
        long latency = latency(way);
        boolean isLost = latency == UNREACHABLE || losses.isLost(packet, LossDraws.units(1 - passes(way)));
        return isLost ? Agenda.NEVER : agenda.now() + latency;
    }

    /** The share of packets that get through the links of a way, 0 to 1. */
    public double passes(int way) {
        double passes = 1;
        if (routes.joins(way)) {
            for (int link : routes.links(way)) {
                passes *= links[link].passes();
            }
        }
        return passes;
    }

    /** The trace entry of the latest change of loss on the links of a way. */
    public int causeOfLoss(int way) {
        int latest = 0;
        if (routes.joins(way)) {
            for (int link : routes.links(way)) {
                latest = Math.max(latest, links[link].cause());
            }
        }
        return latest;
    }

    /** The trace entry that broke a way: that of the first broken link of the previous route. */
    public int causeOfBreak(int way) {
        if (routesBefore.joins(way)) {
            for (int link : routesBefore.links(way)) {
                if (!routes.works(link)) {
                    return causeOfLink(link);
                }
            }
        }
        return 0;
    }

    /** The trace entry that mended a way: the latest change along it. */
    public int causeOfMend(int way) {
        int latest = 0;
        if (routes.joins(way)) {
            for (int link : routes.links(way)) {
                latest = Math.max(latest, latestCauseOfLink(link));
            }
        }
        return latest;
    }

    private int causeOfLink(int link) {
        int a = topology.a(link);
        int b = topology.b(link);
        if (failed.get(a)) {
            return causes[a];
        }
        return failed.get(b) ? causes[b] : causes[topology.sites() + link];
    }

    private int latestCauseOfLink(int link) {
        int ends = Math.max(causes[topology.a(link)], causes[topology.b(link)]);
        return Math.max(causes[topology.sites() + link], ends);
    }
}
