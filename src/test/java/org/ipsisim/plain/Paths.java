package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Target;

/**
 * The ways between sites at one instant, over working links that serve one side: of all there are, the one of least
 * latency as administered; of several alike, that of the fewest links, then the first by the names of its links.
 */
final class Paths {
    private static final Comparator<List<Link>> BEST_FIRST = Comparator.comparingLong(Paths::latency)
            .thenComparing(List::size)
            .thenComparing((one, other) -> Arrays.compare(names(one), names(other)));

    private final List<Link> working;

    Paths(List<Link> links, IpsiId.Side side, Faults faults, long at) {
        working = links.stream()
                .filter(link -> link.network() == ControlNetwork.BOTH
                        || link.network().name().equals(side.name()))
                .filter(link -> !faults.failed(new Target.OfLink(link.id()), at)
                        && !faults.failed(new Target.OfSite(link.a()), at)
                        && !faults.failed(new Target.OfSite(link.b()), at))
                .toList();
    }

    /** The links from one site to another in their order, none within a site; empty if nothing joins them. */
    Optional<List<Link>> find(String from, String to) {
        return all(from, to, List.of()).stream().min(BEST_FIRST);
    }

    /** Every way that comes to no site twice. */
    private List<List<Link>> all(String from, String to, List<String> before) {
        if (from.equals(to)) {
            return List.of(List.of());
        }
        List<String> been = plus(before, from);
        List<List<Link>> ways = new ArrayList<>();
        for (Link link : working) {
            if (link.a().equals(from) || link.b().equals(from)) {
                String next = link.a().equals(from) ? link.b() : link.a();
                if (!been.contains(next)) {
                    all(next, to, been).forEach(rest -> ways.add(before(link, rest)));
                }
            }
        }
        return ways;
    }

    private static <T> List<T> plus(List<T> items, T item) {
        List<T> more = new ArrayList<>(items);
        more.add(item);
        return more;
    }

    private static List<Link> before(Link first, List<Link> rest) {
        List<Link> way = new ArrayList<>(List.of(first));
        way.addAll(rest);
        return way;
    }

    private static long latency(List<Link> way) {
        return way.stream().mapToLong(link -> link.latency().toMillis()).sum();
    }

    private static String[] names(List<Link> way) {
        return way.stream().map(Link::id).toArray(String[]::new);
    }
}
