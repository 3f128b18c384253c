package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.network.StandingRoutes;

/**
 * What the heartbeats of port networks depend on, without a run. Used by one thread.
 *
 * <p>A port network hears the main, and those survivable cores that may be on its lists; what strikes neither their
 * servers, nor its own boards and control path, nor a link on the ways between them, changes nothing that it hears.
 */
public final class Dependence {
    private final Estate estate;
    private final StandingRoutes routes;

    /** The dependences within an estate. */
    public Dependence(Estate estate) {
        this.estate = estate;
        this.routes = new StandingRoutes(estate);
    }

    /** The survivable cores that may be on the lists of a port network's IPSIs, in no order (R33). */
    public static List<SurvivableCore> coresOf(PortNetwork pn, Estate estate) {
        return estate.survivableCores().stream()
                .filter(core -> core.isVisibleTo(pn))
                .toList();
    }

    /**
     * Everything whose failure could change what a port network hears while something has failed already. What is not
     * in it changes nothing: no server, board or link that it stands for has a part in any way of its heartbeats.
     *
     * @return names of targets
     */
    public Set<String> of(PortNetwork pn, List<Target> failed) {
        Set<String> names = new TreeSet<>();
        names.add(pn.site());
        names.add(pn.id());
        for (IpsiId ipsi : pn.ipsis()) {
            names.add("ipsi-" + ipsi);
        }
        for (Server server : serversOf(pn)) {
            names.add(server.id());
            names.add(server.site());
            for (IpsiId ipsi : pn.ipsis()) {
                routes.links(ipsi.plane(), server.site(), pn.site(), failed)
                        .ifPresent(links -> links.forEach(link -> addLink(names, link)));
            }
        }
        return names;
    }

    private void addLink(Set<String> names, String id) {
        names.add(id);
        for (Link link : estate.links()) {
            if (link.id().equals(id)) {
                names.add(link.a());
                names.add(link.b());
            }
        }
    }

    private List<Server> serversOf(PortNetwork pn) {
        List<Server> servers = new ArrayList<>(estate.main().servers());
        coresOf(pn, estate).forEach(core -> servers.add(core.server()));
        return servers;
    }

    /** Whether links that work join a server to an IPSI while something has failed. */
    public boolean isJoined(Server server, PortNetwork pn, IpsiId ipsi, List<Target> failed) {
        Optional<List<String>> links = routes.links(ipsi.plane(), server.site(), pn.site(), failed);
        return links.isPresent();
    }
}
