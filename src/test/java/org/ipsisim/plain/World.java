package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;

/** Everything there is, at one instant. */
final class World {
    final Estate estate;
    final TimersInForce timers;
    final List<PlainServer> servers = new ArrayList<>();
    final List<PlainPn> pns = new ArrayList<>();
    final List<Route> routes = new ArrayList<>();
    private final Faults faults;
    long now;

    /** All elements work, and every server that can has its sockets. */
    World(Scenario scenario, Faults faults) {
        this.faults = faults;
        estate = scenario.estate();
        timers = new TimersInForce(estate.timers());
        estate.main().servers().forEach(server -> servers.add(new PlainServer(server, Optional.empty())));
        estate.survivableCores().stream()
                .sorted(Comparator.comparingInt(SurvivableCore::cluster))
                .forEach(core -> servers.add(new PlainServer(core.server(), Optional.of(core))));
        estate.portNetworks().stream()
                .sorted(Comparator.comparingInt(PortNetwork::number))
                .forEach(pn -> pns.add(
                        new PlainPn(pn, estate.main().cluster(), new PriorityList(pn, servers, timers), timers)));
        pns.forEach(pn -> servers.forEach(server -> routes.add(new Route(server, pn))));
        changeRoutes(Faults.NONE);
        pns.forEach(pn -> pn.list.start(server -> getRoute(server, pn).open, now));
    }

    PlainServer main() {
        return servers.get(0);
    }

    Optional<PlainServer> findServer(int cluster) {
        return servers.stream().filter(server -> server.cluster() == cluster).findFirst();
    }

    boolean controls(PlainServer server) {
        return pns.stream().anyMatch(pn -> pn.controller == server.cluster());
    }

    /** The elements fail and come back as the scenario has it at this instant. */
    void change() {
        for (PlainServer server : servers) {
            server.up = !faults.failed(server.identity.id(), now) && hasPower(server.identity.site());
            if (!server.up) {
                server.resetEnds = PlainServer.NEVER;
            }
        }
        changeRoutes(faults);
        for (PlainPn pn : pns) {
            if (!ipsiWorks(pn) && !pn.isDown()) {
                pn.fail(now);
            }
        }
    }

    private void changeRoutes(Faults inForce) {
        Paths paths = new Paths(estate.links(), inForce, now);
        for (Route route : routes) {
            boolean cut = inForce.failed(new Target.OfControlPath(route.pn.identity.number()), now);
            OptionalLong latency = paths.latency(route.server.identity.site(), route.pn.identity.site());
            route.change(cut ? OptionalLong.empty() : latency);
        }
    }

    private boolean hasPower(String site) {
        return !faults.failed(new Target.OfSite(site), now);
    }

    boolean ipsiWorks(PlainPn pn) {
        return hasPower(pn.identity.site())
                && !faults.failed(new Target.OfIpsi(pn.identity.ipsis().get(0)), now);
    }

    /** A heartbeat sent at this instant gets through (M3). */
    boolean delivers(Route route) {
        return route.server.isReady() && route.open && ipsiWorks(route.pn);
    }

    /** The server is up, enabled, does not reset, is seen by the IPSI and reachable from it (M10). */
    boolean canConnect(PlainServer server, PlainPn pn) {
        return server.isSeenBy(pn.identity) && delivers(getRoute(server, pn));
    }

    private Route getRoute(PlainServer server, PlainPn pn) {
        return routes.stream()
                .filter(route -> route.server == server && route.pn == pn)
                .findFirst()
                .orElseThrow();
    }
}
