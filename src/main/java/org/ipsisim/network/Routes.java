package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ipsisim.kernel.Agenda;

/**
 * The ways of least latency between sites over the links that work, found by Dijkstra's algorithm: those from a site when
 * they are first asked for.
 */
final class Routes {
    private static final int NONE = -1;

    private static final Comparator<Reached> NEAREST_FIRST =
            Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::site);

    /** What a search costs for each site and link. */
    private static final int STEPS = 5;

    private final Agenda agenda;
    private final int[][] ends;
    private final long[] latencies;
    private final List<List<Integer>> linksAt = new ArrayList<>();
    private final long[][] latency;
    private final int[][] lastLink;

    private record Reached(long distance, int site) {}

    /**
     * Routes over the links that work.
     *
     * @param agenda is told what the searches cost
     * @param ends the two sites of each link; null for one that does not work
     * @param latencies of each link in milliseconds
     */
    Routes(Agenda agenda, int sites, int[][] ends, long[] latencies) {
        this.agenda = agenda;
        this.ends = ends;
        this.latencies = latencies;
        latency = new long[sites][];
        lastLink = new int[sites][];
        for (int site = 0; site < sites; site++) {
            linksAt.add(new ArrayList<>(2));
        }
        for (int link = 0; link < ends.length; link++) {
            if (ends[link] != null) {
                linksAt.get(ends[link][0]).add(link);
                linksAt.get(ends[link][1]).add(link);
            }
        }
    }

    private void findFrom(int from) {
        agenda.spend((long) STEPS * (latency.length + ends.length));
        long[] distance = new long[latency.length];
        int[] through = new int[latency.length];
        Arrays.fill(distance, Network.UNREACHABLE);
        Arrays.fill(through, NONE);
        distance[from] = 0;
        PriorityQueue<Reached> reached = new PriorityQueue<>(NEAREST_FIRST);
        reached.add(new Reached(0, from));
        while (!reached.isEmpty()) {
            Reached nearest = reached.remove();
            if (nearest.distance > distance[nearest.site]) {
                continue;
            }
            for (int link : linksAt.get(nearest.site)) {
                int other = otherEnd(ends[link], nearest.site);
                long total = nearest.distance + latencies[link];
                if (distance[other] == Network.UNREACHABLE || total < distance[other]) {
                    distance[other] = total;
                    through[other] = link;
                    reached.add(new Reached(total, other));
                }
            }
        }
        latency[from] = distance;
        lastLink[from] = through;
    }

    private static int otherEnd(int[] ends, int site) {
        return ends[0] == site ? ends[1] : ends[0];
    }

    /** Milliseconds from one site to another; {@link Network#UNREACHABLE} if no links join them. */
    long latency(int from, int to) {
        if (latency[from] == null) {
            findFrom(from);
        }
        return latency[from][to];
    }

    /** The links from one site to another, the first one first. */
    List<Integer> links(int from, int to) {
        List<Integer> links = new ArrayList<>();
        if (latency(from, to) == Network.UNREACHABLE) {
            return links;
        }
        for (int site = to; lastLink[from][site] != NONE; site = otherEnd(ends[lastLink[from][site]], site)) {
            links.add(0, lastLink[from][site]);
        }
        return links;
    }
}
