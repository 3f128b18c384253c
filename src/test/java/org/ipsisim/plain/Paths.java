package org.ipsisim.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Target;

/** The ways between sites at one instant: over working links that serve one side, with the least total latency. */
final class Paths {
    private final List<Link> working;

    Paths(List<Link> links, IpsiId.Side side, Faults faults, long at) {
        working = links.stream()
                .filter(link -> link.network().serves(side))
                .filter(link -> !faults.failed(new Target.OfLink(link.id()), at)
                        && !faults.failed(new Target.OfSite(link.a()), at)
                        && !faults.failed(new Target.OfSite(link.b()), at))
                .toList();
    }

    /** Latency in milliseconds from one site to another, 0 within a site; empty if nothing joins them. */
    OptionalLong latency(String from, String to) {
        Map<String, Long> reached = new HashMap<>(Map.of(from, 0L));
        boolean better = true;
        while (better) {
            better = false;
            for (Link link : working) {
                better |= extend(reached, link.a(), link.b(), link.latency().toMillis());
                better |= extend(reached, link.b(), link.a(), link.latency().toMillis());
            }
        }
        return reached.containsKey(to) ? OptionalLong.of(reached.get(to)) : OptionalLong.empty();
    }

    private static boolean extend(Map<String, Long> reached, String from, String to, long latency) {
        if (!reached.containsKey(from)) {
            return false;
        }
        long arrival = reached.get(from) + latency;
        if (reached.containsKey(to) && reached.get(to) <= arrival) {
            return false;
        }
        reached.put(to, arrival);
        return true;
    }
}
