package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.history.ServerRole;

/** Everything there is, at one instant. */
final class World {
    /** What begins at 0 is not in force yet. */
    private static final long BEFORE_THE_START = -1;

    final Estate estate;
    final TimersInForce timers;
    final Trace trace = new Trace();
    final List<PlainCluster> clusters = new ArrayList<>();
    final List<PlainServer> servers = new ArrayList<>();
    final List<PlainPn> pns = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();

    /** The two servers of a duplex main. */
    final Optional<MainPair> pair;

    private final Faults faults;
    private final SortedSet<Long> instantsOfFaults;
    private final Degradations degradations;
    long now;

    /** All elements work, and every server that can has its sockets. */
    World(Scenario scenario, Faults faults, Degradations degradations) {
        this.faults = faults;
        this.degradations = degradations;
        instantsOfFaults = faults.instants();
        estate = scenario.estate();
        timers = new TimersInForce(scenario);
        clusters.add(new PlainCluster(estate.main().cluster(), estate.main().servers(), Optional.empty()));
        estate.survivableCores().stream()
                .sorted(Comparator.comparingInt(SurvivableCore::cluster))
                .forEach(core ->
                        clusters.add(new PlainCluster(core.cluster(), List.of(core.server()), Optional.of(core))));
        clusters.forEach(cluster -> servers.addAll(cluster.servers));
        pair = estate.main().duplex() ? Optional.of(new MainPair(main().servers, timers)) : Optional.empty();
        estate.portNetworks().stream()
                .sorted(Comparator.comparingInt(PortNetwork::number))
                .forEach(pn -> pns.add(new PlainPn(pn, main(), clusters, timers, trace)));
        ipsis().forEach(ipsi -> servers.forEach(server -> ways.add(new Way(server, ipsi, scenario.seed()))));
        if (estate.heartbeats().transport() == Transport.TCP) {
            ways.forEach(way -> way.connectOverTcp(timers, estate.heartbeats().firstWait()));
        }
        findWays(Faults.NONE);
        ways.forEach(way -> way.change(degradations, BEFORE_THE_START));
        ipsis().forEach(ipsi -> ipsi.list.start(cluster -> canConnect(cluster, ipsi), main().number, now));
    }

    Stream<PlainIpsi> ipsis() {
        return pns.stream().flatMap(pn -> pn.ipsis.stream());
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
        ipsis().forEach(this::change);
        if (now == 0 || instantsOfFaults.contains(now)) {
            findWays(faults);
        }
        ways.forEach(way -> way.change(degradations, now));
        for (PlainPn pn : pns) {
            pn.noteConnectionTo(main(), now);
            if (!hasPower(pn.identity.site())) {
                pn.losePowerOfPhones();
            }
            if (!pn.isDown() && pn.servesNobody()) {
                pn.fail(now);
            }
        }
    }

    private void change(PlainIpsi ipsi) {
        ipsi.hung = faults.failed(new Target.OfIpsi(ipsi.id, IpsiFault.HUNG), now);
        boolean withdrawn = faults.failed(new Target.OfIpsi(ipsi.id, IpsiFault.PACKET_INTERFACE), now);
        if (ipsi.withdrawn && !withdrawn) {
            ipsi.usableSince = now;
        }
        ipsi.withdrawn = withdrawn;
        boolean works = hasPower(ipsi.pn.identity.site()) && !faults.failed(new Target.OfIpsi(ipsi.id), now);
        if (ipsi.works && !works) {
            ipsi.fail(now);
        } else if (works && !ipsi.works) {
            ipsi.comeBack(now);
        }
    }

    private void findWays(Faults inForce) {
        for (IpsiId.Side side : IpsiId.Side.values()) {
            Paths paths = new Paths(estate.links(), side, inForce, now);
            Map<List<String>, Optional<List<Link>>> found = new HashMap<>();
            for (Way way : ways) {
                if (way.ipsi.id.side() == side) {
                    PortNetwork pn = way.ipsi.pn.identity;
                    boolean cut = inForce.failed(new Target.OfControlPath(pn.number()), now);
                    List<String> sites = List.of(way.server.identity.site(), pn.site());
                    way.change(
                            cut
                                    ? Optional.empty()
                                    : found.computeIfAbsent(sites, any -> paths.find(sites.get(0), sites.get(1))));
                }
            }
        }
    }

    /** How many IPSIs that count a main server reaches (M22). */
    long reached(PlainServer server) {
        return ways.stream()
                .filter(way -> way.server == server && !way.ipsi.pn.identity.ignoreConnectivityInArbitration())
                .filter(Way::reaches)
                .count();
    }

    private boolean hasPower(String site) {
        return !faults.failed(new Target.OfSite(site), now);
    }

    /** Data goes from the active server of the controlling cluster to the IPSI that controls (N11). */
    boolean carriesData(Way way) {
        PlainPn pn = way.ipsi.pn;
        boolean toActive = pn.isControlled() && way.ipsi == pn.boards.active();
        return toActive && way.server == activeServer(pn.controller);
    }

    private PlainServer activeServer(PlainCluster cluster) {
        return cluster.isMain() && pair.isPresent() ? pair.get().active() : cluster.servers.get(0);
    }

    /** A cluster leaves every priority list, and closes its connections (R40, R59, N10). */
    void closeSockets(PlainCluster cluster) {
        ipsis().forEach(ipsi -> ipsi.list.disconnect(cluster, now));
        ways.stream().filter(way -> way.server.cluster == cluster).forEach(Way::close);
    }

    /** One server is up, enabled, does not reset, is seen by the IPSI and reachable from it (M10). */
    boolean canConnect(PlainCluster cluster, PlainIpsi ipsi) {
        return cluster.isSeenBy(ipsi.pn.identity)
                && ways.stream().anyMatch(way -> way.server.cluster == cluster && way.ipsi == ipsi && way.works());
    }

    /** The same through either IPSI of a port network. */
    boolean canConnect(PlainCluster cluster, PlainPn pn) {
        return pn.ipsis.stream().anyMatch(ipsi -> ipsi.isInUse() && canConnect(cluster, ipsi));
    }

    /** The new active restarts the port networks that the main controls and it reaches, if they run (M24). */
    void cold2(PlainServer newActive) {
        ways.stream()
                .filter(way -> way.server == newActive && way.works())
                .map(way -> way.ipsi.pn)
                .distinct()
                .filter(pn -> pn.controller == newActive.cluster && pn.isControlled())
                .forEach(pn -> pn.coldRestart(now));
    }
}
