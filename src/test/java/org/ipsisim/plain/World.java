package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.history.ServerRole;

/** Everything there is, at one instant. */
final class World {
    final Estate estate;
    final TimersInForce timers;
    final List<PlainCluster> clusters = new ArrayList<>();
    final List<PlainServer> servers = new ArrayList<>();
    final List<PlainPn> pns = new ArrayList<>();
    final List<Route> routes = new ArrayList<>();

    /** The two servers of a duplex main. */
    final Optional<MainPair> pair;

    private final Faults faults;
    long now;

    /** All elements work, and every server that can has its sockets. */
    World(Scenario scenario, Faults faults) {
        this.faults = faults;
        estate = scenario.estate();
        timers = new TimersInForce(estate.timers());
        clusters.add(new PlainCluster(estate.main().cluster(), estate.main().servers(), Optional.empty()));
        estate.survivableCores().stream()
                .sorted(Comparator.comparingInt(SurvivableCore::cluster))
                .forEach(core ->
                        clusters.add(new PlainCluster(core.cluster(), List.of(core.server()), Optional.of(core))));
        clusters.forEach(cluster -> servers.addAll(cluster.servers));
        pair = estate.main().duplex() ? Optional.of(new MainPair(main().servers, timers)) : Optional.empty();
        estate.portNetworks().stream()
                .sorted(Comparator.comparingInt(PortNetwork::number))
                .forEach(pn -> pns.add(new PlainPn(pn, main(), new PriorityList(pn, clusters, timers), timers)));
        pns.forEach(pn -> servers.forEach(server -> routes.add(new Route(server, pn))));
        changeRoutes(Faults.NONE);
        pns.forEach(pn -> pn.list.start(cluster -> routes(cluster, pn).anyMatch(route -> route.open), now));
    }

    PlainCluster main() {
        return clusters.get(0);
    }

    Optional<PlainCluster> findCluster(int number) {
        return clusters.stream().filter(cluster -> cluster.number == number).findFirst();
    }

    boolean controls(PlainCluster cluster) {
        return pns.stream().anyMatch(pn -> pn.controller == cluster);
    }

    ServerRole role(PlainServer server) {
        if (!server.up) {
            return ServerRole.DOWN;
        }
        if (server.cluster.isMain()) {
            return pair.map(p -> p.role(server)).orElse(ServerRole.ACTIVE);
        }
        return server.cluster.coreRole(controls(server.cluster));
    }

    /** The elements fail and come back as the scenario has it at this instant. */
    void change() {
        for (PlainServer server : servers) {
            server.up = !faults.failed(server.identity.id(), now) && hasPower(server.identity.site());
            if (!server.up) {
                server.cluster.resetEnds = PlainServer.NEVER;
            }
        }
        pair.ifPresent(p -> p.change(now));
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

    /** One server is up, enabled, does not reset, is seen by the IPSI and reachable from it (M10). */
    boolean canConnect(PlainCluster cluster, PlainPn pn) {
        return cluster.isSeenBy(pn.identity) && routes(cluster, pn).anyMatch(this::delivers);
    }

    /** The new active restarts the port networks that the main controls and it reaches, if they run (M24). */
    void cold2(PlainServer newActive) {
        routes.stream()
                .filter(route -> route.server == newActive && route.pn.controller == newActive.cluster)
                .filter(route -> !route.pn.isDown() && !route.pn.isWithoutServer() && delivers(route))
                .forEach(route -> route.pn.coldRestart(now));
    }

    private Stream<Route> routes(PlainCluster cluster, PlainPn pn) {
        return routes.stream().filter(route -> route.server.cluster == cluster && route.pn == pn);
    }
}
