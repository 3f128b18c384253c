package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Traffic;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.LossDraws;
import org.ipsisim.network.Network;
import org.ipsisim.network.Part;

/**
 * The heartbeat paths between servers and IPSIs, and the state of the parts they need: the server, its site, the links, the
 * control path of the port network, the IPSI (M3). Each part works or not, and may lose heartbeats (N2).
 *
 * <p>Each change names the trace entry that caused it. Changes take effect together, on {@link #settle}.
 */
public final class Connections {
    /** Assumed messages per call: set-up, digits, answer, release and display updates (N11). */
    private static final double MESSAGES_OF_A_CALL = 10;

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final Agenda agenda;
    private final Network network;
    private final HeartbeatPath.Rules rules;
    private final List<Server> servers;
    private final List<IpsiId> ipsis;
    private final int[] serverSite;
    private final int[] ipsiSite;
    private final Switch[] serverSends;
    private final Switch[] ipsiWorks;
    private final Switch[] controlPathWorks;
    private final Part[] serverParts;
    private final Part[] controlPathParts;
    private final Part[] ipsiParts;
    private final HeartbeatPath[][] paths;
    private final int[][] ways;
    private final List<BitSet> pathsOfWay = new ArrayList<>();
    private final BitSet unsettled = new BitSet();
    private final Map<Integer, Traffic> traffic = new HashMap<>();

    /** Whether one part works, and the trace entry that last changed that. */
    private static final class Switch {
        private boolean on = true;
        private int cause;

        boolean set(boolean isOn, int newCause) {
            boolean changes = on != isOn;
            if (changes) {
                on = isOn;
                cause = newCause;
            }
            return changes;
        }
    }

    /**
     * Paths on which everything works.
     *
     * @param servers in the order of their indexes
     * @param ipsis in the order of their indexes
     * @param sanity the socket sanity time-out over time
     * @param draws of the run
     * @param end of the run in milliseconds
     */
    public Connections(
            Agenda agenda,
            Estate estate,
            List<Server> servers,
            List<IpsiId> ipsis,
            SanityTimeouts sanity,
            Draws draws,
            long end) {
        this.agenda = agenda;
        this.servers = servers;
        this.ipsis = ipsis;
        long interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        rules = new HeartbeatPath.Rules(interval, estate.heartbeats(), sanity, draws, end);
        network = new Network(agenda, estate.sites(), estate.links());
        serverSite = new int[servers.size()];
        for (int i = 0; i < serverSite.length; i++) {
            serverSite[i] = network.site(servers.get(i).site());
        }
        Map<Integer, String> siteOfPn = new HashMap<>();
        for (PortNetwork pn : estate.portNetworks()) {
            siteOfPn.put(pn.number(), pn.site());
            if (estate.heartbeats().dataCounts()) {
                pn.traffic().ifPresent(calls -> traffic.put(pn.number(), calls));
            }
        }
        ipsiSite = new int[ipsis.size()];
        for (int i = 0; i < ipsiSite.length; i++) {
            ipsiSite[i] = network.site(
                    Objects.requireNonNull(siteOfPn.get(ipsis.get(i).pn())));
        }
        serverSends = switches(servers.size());
        ipsiWorks = switches(ipsis.size());
        controlPathWorks = switches(ipsis.size());
        serverParts = parts(servers.size());
        controlPathParts = parts(ipsis.size());
        ipsiParts = parts(ipsis.size());
        paths = new HeartbeatPath[servers.size()][ipsis.size()];
        ways = new int[servers.size()][ipsis.size()];
    }

    private static Switch[] switches(int count) {
        Switch[] switches = new Switch[count];
        for (int i = 0; i < count; i++) {
            switches[i] = new Switch();
        }
        return switches;
    }

    private static Part[] parts(int count) {
        Part[] parts = new Part[count];
        for (int i = 0; i < count; i++) {
            parts[i] = new Part(0);
        }
        return parts;
    }

    /** The network that they go over. */
    public Network network() {
        return network;
    }

    /** The path from a server to an IPSI, created on first use. */
    public HeartbeatPath path(int server, int ipsi) {
        if (paths[server][ipsi] == null) {
            ways[server][ipsi] = network.way(ipsis.get(ipsi).plane(), serverSite[server], ipsiSite[ipsi]);
            while (pathsOfWay.size() <= ways[server][ipsi]) {
                pathsOfWay.add(new BitSet());
            }
            pathsOfWay.get(ways[server][ipsi]).set(number(server, ipsi));
            String name = servers.get(server).id() + ">ipsi-" + ipsis.get(ipsi);
            HeartbeatPath path = new HeartbeatPath(agenda, rules, name, data(ipsi, name));
            paths[server][ipsi] = path;
            path.begin(isOpen(server, ipsi), latency(server, ipsi), loss(server, ipsi));
        }
        return paths[server][ipsi];
    }

    private Optional<DataMessages> data(int ipsi, String way) {
        return Optional.ofNullable(traffic.get(ipsis.get(ipsi).pn()))
                .map(calls -> new DataMessages(
                        rules.draws(),
                        way,
                        rules.interval(),
                        time -> calls.callsPerHourAt(time) * MESSAGES_OF_A_CALL / MILLIS_PER_HOUR));
    }

    private int number(int server, int ipsi) {
        return server * ipsis.size() + ipsi;
    }

    /** Whether a server reaches an IPSI now. */
    public boolean reaches(int server, int ipsi) {
        return path(server, ipsi).delivers();
    }

    /** Whether working links join the sites of two servers, whichever control network the links serve. */
    public boolean joinsSites(int server, int other) {
        return network.areJoined(serverSite[server], serverSite[other]);
    }

    /** Makes a link fail or work again. */
    public void setLinkFailed(String id, boolean fails, int cause) {
        network.setLinkFailed(id, fails, cause);
    }

    /** Makes a site fail or work again; its servers and IPSIs are switched separately. */
    public void setSiteFailed(String site, boolean fails, int cause) {
        network.setSiteFailed(network.site(site), fails, cause);
    }

    /** Sets whether a server sends heartbeats. */
    public void setServerSends(int server, boolean sends, int cause) {
        if (serverSends[server].set(sends, cause)) {
            markServer(server);
        }
    }

    /** Sets whether an IPSI works. */
    public void setIpsiWorks(int ipsi, boolean works, int cause) {
        if (ipsiWorks[ipsi].set(works, cause)) {
            markIpsi(ipsi);
        }
    }

    /** Sets whether the connection of an IPSI to the network works. */
    public void setControlPathWorks(int ipsi, boolean works, int cause) {
        if (controlPathWorks[ipsi].set(works, cause)) {
            markIpsi(ipsi);
        }
    }

    /** Tells the paths that the sanity time-out has changed: TCP connections may last longer or shorter (N9). */
    public void timeoutsChanged() {
        for (HeartbeatPath[] ofServer : paths) {
            for (HeartbeatPath path : ofServer) {
                if (path != null) {
                    path.forgetForeseen();
                }
            }
        }
    }

    /** The links that end at a site. */
    public List<String> linksAt(String site) {
        return network.linksAt(site);
    }

    /** The loss and latency of a link. */
    public Part link(String id) {
        return network.link(id);
    }

    /** The loss and latency between a server and its network. */
    public Part serverPart(int server) {
        return serverParts[server];
    }

    /** The loss and latency between an IPSI and its network, on the control path of its port network. */
    public Part controlPathPart(int ipsi) {
        return controlPathParts[ipsi];
    }

    /** The loss and latency of an IPSI. */
    public Part ipsiPart(int ipsi) {
        return ipsiParts[ipsi];
    }

    /** Marks the paths that take a way; those of phones take others. */
    private void mark(int way) {
        if (way < pathsOfWay.size()) {
            unsettled.or(pathsOfWay.get(way));
        }
    }

    /** Marks the paths over a link for the next {@link #settle}. */
    public void markLink(String id) {
        network.forEachWayOver(id, this::mark);
    }

    /** Marks the paths from a server for the next {@link #settle}. */
    public void markServer(int server) {
        for (int ipsi = 0; ipsi < ipsis.size(); ipsi++) {
            unsettled.set(number(server, ipsi));
        }
    }

    /** Marks the paths to an IPSI for the next {@link #settle}. */
    public void markIpsi(int ipsi) {
        for (int server = 0; server < servers.size(); server++) {
            unsettled.set(number(server, ipsi));
        }
    }

    /** Applies all changes since the last call to the paths. */
    public void settle() {
        network.settle(this::mark);
        agenda.spend(unsettled.cardinality());
        List<HeartbeatPath> changed = new ArrayList<>();
        for (int i = unsettled.nextSetBit(0); i >= 0; i = unsettled.nextSetBit(i + 1)) {
            int server = i / ipsis.size();
            int ipsi = i % ipsis.size();
            HeartbeatPath path = paths[server][ipsi];
            if (path != null && refresh(path, server, ipsi)) {
                changed.add(path);
            }
        }
        unsettled.clear();
        changed.forEach(HeartbeatPath::tellListeners);
    }

    /** Applies the changes to the paths of one server, after it has started or stopped sending. */
    public void settleServer(int server) {
        for (int ipsi = 0; ipsi < ipsis.size(); ipsi++) {
            unsettled.clear(number(server, ipsi));
            HeartbeatPath path = paths[server][ipsi];
            boolean changes = path != null
                    && path.change(
                            isOpen(server, ipsi), latency(server, ipsi), loss(server, ipsi), serverSends[server].cause);
            if (changes) {
                path.tellListeners();
            }
        }
    }

    private boolean refresh(HeartbeatPath path, int server, int ipsi) {
        boolean open = isOpen(server, ipsi);
        long latency = latency(server, ipsi);
        long loss = loss(server, ipsi);
        boolean delivers = open && latency != Network.UNREACHABLE && loss < LossDraws.ALL;
        int cause = path.cause();
        if (delivers != path.delivers()) {
            cause = cause(server, ipsi, delivers);
        } else if (delivers && loss != path.loss()) {
            cause = Math.max(cause, causeOfLoss(server, ipsi));
        }
        return path.change(open, latency, loss, cause);
    }

    private boolean isOpen(int server, int ipsi) {
        return serverSends[server].on && ipsiWorks[ipsi].on;
    }

    /** The latency of the way alone, whether or not the server and the IPSI at its ends work. */
    private long latency(int server, int ipsi) {
        long ofLinks = controlPathWorks[ipsi].on ? network.latency(ways[server][ipsi]) : Network.UNREACHABLE;
        return ofLinks == Network.UNREACHABLE
                ? ofLinks
                : ofLinks
                        + Math.max(0, serverParts[server].slowest())
                        + Math.max(0, controlPathParts[ipsi].slowest())
                        + Math.max(0, ipsiParts[ipsi].slowest());
    }

    private long loss(int server, int ipsi) {
        double passes = network.passes(ways[server][ipsi])
                * serverParts[server].passes()
                * controlPathParts[ipsi].passes()
                * ipsiParts[ipsi].passes();
        return LossDraws.units(1 - passes);
    }

    private int causeOfLoss(int server, int ipsi) {
        int ends = Math.max(
                serverParts[server].cause(), Math.max(controlPathParts[ipsi].cause(), ipsiParts[ipsi].cause()));
        return Math.max(ends, network.causeOfLoss(ways[server][ipsi]));
    }

    private int cause(int server, int ipsi, boolean delivers) {
        int way = ways[server][ipsi];
        if (delivers) {
            int parts =
                    Math.max(serverSends[server].cause, Math.max(ipsiWorks[ipsi].cause, controlPathWorks[ipsi].cause));
            return Math.max(Math.max(parts, causeOfLoss(server, ipsi)), network.causeOfMend(way));
        }
        if (!serverSends[server].on) {
            return serverSends[server].cause;
        }
        if (!ipsiWorks[ipsi].on) {
            return ipsiWorks[ipsi].cause;
        }
        if (!controlPathWorks[ipsi].on) {
            return controlPathWorks[ipsi].cause;
        }
        return network.latency(way) == Network.UNREACHABLE ? network.causeOfBreak(way) : causeOfLoss(server, ipsi);
    }
}
