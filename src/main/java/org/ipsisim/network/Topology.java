package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Plane;

/** The sites and the links between them by number, in the order of their names. */
final class Topology {
    private final Map<String, Integer> siteNumbers = new HashMap<>();
    private final Map<String, Integer> linkNumbers = new HashMap<>();
    private final List<Link> links;
    private final int[] a;
    private final int[] b;
    private final long[] latencies;
    private final int[][] linksAt;

    Topology(List<String> sites, List<Link> declared) {
        links = declared.stream().sorted(Comparator.comparing(Link::id)).toList();
        for (String site : new TreeSet<>(sites)) {
            siteNumbers.put(site, siteNumbers.size());
        }
        a = new int[links.size()];
        b = new int[links.size()];
        latencies = new long[links.size()];
        List<List<Integer>> at = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            at.add(new ArrayList<>());
        }
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            linkNumbers.put(link.id(), i);
            a[i] = site(link.a());
            b[i] = site(link.b());
            latencies[i] = link.latency().toMillis();
            at.get(a[i]).add(i);
            at.get(b[i]).add(i);
        }
        linksAt = at.stream()
                .map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int sites() {
        return siteNumbers.size();
    }

    int links() {
        return a.length;
    }

    int site(String name) {
        return Objects.requireNonNull(siteNumbers.get(name));
    }

    int link(String id) {
        return Objects.requireNonNull(linkNumbers.get(id));
    }

    Link link(int number) {
        return links.get(number);
    }

    int[] linksAt(int site) {
        return linksAt[site];
    }

    /** One end of a link. */
    int a(int link) {
        return a[link];
    }

    /** The other end of a link. */
    int b(int link) {
        return b[link];
    }

    int otherEnd(int link, int site) {
        return a[link] == site ? b[link] : a[link];
    }

    /** Administered latency in milliseconds. */
    long latency(int link) {
        return latencies[link];
    }

    boolean serves(int link, Plane plane) {
        return links.get(link).network().serves(plane);
    }
}
