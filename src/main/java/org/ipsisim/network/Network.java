package org.ipsisim.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.IpsiId.Side;
import org.ipsisim.estate.Link;
import org.ipsisim.kernel.Agenda;

/**
 * The sites and the links between them: which of them work, and how long a heartbeat takes from site to site.
 *
 * <p>A link works if neither it nor a site it joins has failed. A heartbeat takes the working path of least latency.
 */
final class Network {
    /** The latency of what no working links join. */
    static final long UNREACHABLE = -1;

    /** A link that flaps needs two; each may take a megabyte. */
    private static final int PATTERNS_KEPT = 32;

    private final Agenda agenda;
    private final Map<String, Integer> siteIndex = new HashMap<>();
    private final Map<String, Integer> linkIndex = new HashMap<>();
    private final int[][] ends;
    private final ControlNetwork[] networks;
    private final long[] latencies;
    private final int[] causes;
    private final BitSet failed = new BitSet();
    private final Map<BitSet, Map<Side, Routes>> routesByFailure = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BitSet, Map<Side, Routes>> eldest) {
            return size() > PATTERNS_KEPT;
        }
    };
    private Map<Side, Routes> routes;
    private Map<Side, Routes> routesBefore;

    /** Everything works at first. */
    Network(Agenda agenda, List<String> sites, List<Link> links) {
        this.agenda = agenda;
        for (String site : sites) {
            siteIndex.put(site, siteIndex.size());
        }
        ends = new int[links.size()][];
        networks = new ControlNetwork[links.size()];
        latencies = new long[links.size()];
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            linkIndex.put(link.id(), i);
            ends[i] = new int[] {siteIndex.get(link.a()), siteIndex.get(link.b())};
            latencies[i] = link.latency().toMillis();
            networks[i] = link.network();
        }
        causes = new int[sites.size() + links.size()];
        settle();
    }

    int site(String name) {
        return siteIndex.get(name);
    }

    /** Makes a site fail or work again; routes follow with {@link #settle}. */
    void setSiteFailed(int site, boolean fails, int cause) {
        failed.set(site, fails);
        causes[site] = cause;
    }

    /** Makes a link fail or work again; routes follow with {@link #settle}. */
    void setLinkFailed(String id, boolean fails, int cause) {
        int element = siteIndex.size() + linkIndex.get(id);
        failed.set(element, fails);
        causes[element] = cause;
    }

    /** Finds the routes again after changes; the routes until then are kept for {@link #causeOfBreak}. */
    void settle() {
        routesBefore = routes;
        routes = routesByFailure.computeIfAbsent((BitSet) failed.clone(), key -> computeRoutes());
    }

    /** The two sides share their routes unless some link serves one of them alone. */
    private Map<Side, Routes> computeRoutes() {
        Routes ofA = new Routes(agenda, siteIndex.size(), workingEnds(Side.A), latencies);
        boolean alike = Arrays.stream(networks).allMatch(network -> network == ControlNetwork.BOTH);
        Routes ofB = alike ? ofA : new Routes(agenda, siteIndex.size(), workingEnds(Side.B), latencies);
        return new EnumMap<>(Map.of(Side.A, ofA, Side.B, ofB));
    }

    private int[][] workingEnds(Side side) {
        int[][] working = new int[ends.length][];
        for (int link = 0; link < ends.length; link++) {
            working[link] = networks[link].serves(side) && linkWorks(link) ? ends[link] : null;
        }
        return working;
    }

    private boolean linkWorks(int link) {
        return !failed.get(siteIndex.size() + link) && !failed.get(ends[link][0]) && !failed.get(ends[link][1]);
    }

    /** Milliseconds from one site to another over working links; {@link #UNREACHABLE} if there are none. */
    long latency(Side side, int from, int to) {
        return routes.get(side).latency(from, to);
    }

    /** The trace entry that broke the way from one site to another: the first broken link of the way before. */
    int causeOfBreak(Side side, int from, int to) {
        for (int link : routesBefore.get(side).links(from, to)) {
            if (!linkWorks(link)) {
                return causeOfLink(link);
            }
        }
        return 0;
    }

    /** The trace entry that mended the way from one site to another: the latest change along it. */
    int causeOfMend(Side side, int from, int to) {
        int latest = 0;
        for (int link : routes.get(side).links(from, to)) {
            latest = Math.max(latest, latestCauseOfLink(link));
        }
        return latest;
    }

    private int causeOfLink(int link) {
        if (failed.get(ends[link][0])) {
            return causes[ends[link][0]];
        }
        return failed.get(ends[link][1]) ? causes[ends[link][1]] : causes[siteIndex.size() + link];
    }

    private int latestCauseOfLink(int link) {
        return Math.max(causes[siteIndex.size() + link], Math.max(causes[ends[link][0]], causes[ends[link][1]]));
    }
}
