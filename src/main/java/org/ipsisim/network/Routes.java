package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ways of least latency between all sites over the links that work: immutable, found by Dijkstra's algorithm. */
final class Routes {
    private static final int NONE = -1;

    private final long[][] latency;
    private final int[][] lastLink;

    private Routes(int sites) {
        latency = new long[sites][sites];
        lastLink = new int[sites][sites];
    }

    /**
     * Finds all routes.
     *
     * @param ends the two sites of each link; null for one that does not work
     * @param latencies of each link in milliseconds
     */
    static Routes compute(int sites, int[][] ends, long[] latencies) {
        List<List<Integer>> linksAt = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            linksAt.add(new ArrayList<>());
        }
        for (int link = 0; link < ends.length; link++) {
            if (ends[link] != null) {
                linksAt.get(ends[link][0]).add(link);
                linksAt.get(ends[link][1]).add(link);
            }
        }
        Routes routes = new Routes(sites);
        for (int from = 0; from < sites; from++) {
            routes.findFrom(from, linksAt, ends, latencies);
        }
        return routes;
    }

    private void findFrom(int from, List<List<Integer>> linksAt, int[][] ends, long[] latencies) {
        long[] distance = latency[from];
        int[] through = lastLink[from];
        boolean[] done = new boolean[distance.length];
        Arrays.fill(distance, Network.UNREACHABLE);
        Arrays.fill(through, NONE);
        distance[from] = 0;
        for (int site = from; site != NONE; site = nearest(distance, done)) {
            done[site] = true;
            for (int link : linksAt.get(site)) {
                int other = otherEnd(ends[link], site);
                long total = distance[site] + latencies[link];
                if (distance[other] == Network.UNREACHABLE || total < distance[other]) {
                    distance[other] = total;
                    through[other] = link;
                }
            }
        }
    }

    private static int nearest(long[] distance, boolean[] done) {
        int nearest = NONE;
        for (int site = 0; site < distance.length; site++) {
            if (!done[site]
                    && distance[site] != Network.UNREACHABLE
                    && (nearest == NONE || distance[site] < distance[nearest])) {
                nearest = site;
            }
        }
        return nearest;
    }

    private static int otherEnd(int[] ends, int site) {
        return ends[0] == site ? ends[1] : ends[0];
    }

    /** Milliseconds from one site to another; {@link Network#UNREACHABLE} if no links join them. */
    long latency(int from, int to) {
        return latency[from][to];
    }

    /** The links from one site to another, the first one first. */
    List<Integer> links(int from, int to, int[][] ends) {
        List<Integer> links = new ArrayList<>();
        for (int site = to; lastLink[from][site] != NONE; site = otherEnd(ends[lastLink[from][site]], site)) {
            links.add(0, lastLink[from][site]);
        }
        return links;
    }
}
