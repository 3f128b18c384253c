package org.ipsisim.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.Target;
import org.ipsisim.kernel.Agenda;

/**
 * The routes that heartbeats take while certain links and sites have failed, without a run: the same ones as in a run.
 * Used by one thread.
 */
public final class StandingRoutes {
    private final Agenda agenda = new Agenda(Long.MAX_VALUE);
    private final Topology topology;
    private final Ways ways = new Ways();
    private final Routes usual;
    private final Map<List<String>, Routes> routesByFailure = new HashMap<>();

    /** The routes of an estate. */
    public StandingRoutes(Estate estate) {
        topology = new Topology(estate.sites(), estate.links());
        usual = new Routes(agenda, topology, ways, new BitSet(), Optional.empty());
    }

    /**
     * The links from one site to another, the first one first.
     *
     * @param plane of the packets
     * @param failed what has failed; only links and sites count
     * @return no links if both sites are one; empty if nothing joins them
     */
    public Optional<List<String>> links(Plane plane, String from, String to, List<Target> failed) {
        Routes routes = routesByFailure.computeIfAbsent(
                failed.stream().map(Target::name).sorted().toList(), names -> without(failed));
        int way = ways.number(plane, topology.site(from), topology.site(to));
        if (!routes.joins(way)) {
            return Optional.empty();
        }
        List<String> links = new ArrayList<>();
        for (int link : routes.links(way)) {
            links.add(topology.link(link).id());
        }
        return Optional.of(links);
    }

    private Routes without(List<Target> failed) {
        BitSet links = new BitSet();
        for (Target target : failed) {
            if (target instanceof Target.OfLink link) {
                links.set(topology.link(link.name()));
            } else if (target instanceof Target.OfSite site) {
                for (int link : topology.linksAt(topology.site(site.name()))) {
                    links.set(link);
                }
            }
        }
        return new Routes(agenda, topology, ways, links, Optional.of(usual));
    }
}
