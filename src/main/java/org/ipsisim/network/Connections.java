package org.ipsisim.network;

import java.util.List;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.IpsiId.Side;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.kernel.Agenda;

/**
 * The heartbeat paths between every server and every IPSI, and what works of what they need: the server, its site, the
 * links, the control path of the port network, the IPSI (M3).
 *
 * <p>Changes name the trace entry they come from, and take effect together with {@link #settle}.
 */
public final class Connections {
    private final Agenda agenda;
    private final Network network;
    private final int[] serverSite;
    private final Switch[] serverSends;
    private final int[] ipsiSite;
    private final Side[] ipsiSide;
    private final Switch[] ipsiWorks;
    private final Switch[] controlPathWorks;
    private final HeartbeatPath[][] paths;

    /** Whether one part works, and the trace entry of its last change. */
    private static final class Switch {
        private boolean on = true;
        private int cause;

        void set(boolean isOn, int newCause) {
            if (on != isOn) {
                on = isOn;
                cause = newCause;
            }
        }
    }

    /**
     * Paths on which everything works.
     *
     * @param servers in the order of their indexes
     * @param ipsis in the order of their indexes
     */
    public Connections(Agenda agenda, Estate estate, List<Server> servers, List<IpsiId> ipsis) {
        this.agenda = agenda;
        network = new Network(agenda, estate.sites(), estate.links());
        serverSite = new int[servers.size()];
        serverSends = switches(servers.size());
        ipsiSite = new int[ipsis.size()];
        ipsiSide = ipsis.stream().map(IpsiId::side).toArray(Side[]::new);
        ipsiWorks = switches(ipsis.size());
        controlPathWorks = switches(ipsis.size());
        paths = new HeartbeatPath[servers.size()][ipsis.size()];
        long interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        for (int ipsi = 0; ipsi < ipsiSite.length; ipsi++) {
            ipsiSite[ipsi] = network.site(siteOf(estate, ipsis.get(ipsi)));
        }
        for (int server = 0; server < serverSite.length; server++) {
            serverSite[server] = network.site(servers.get(server).site());
            for (int ipsi = 0; ipsi < ipsiSite.length; ipsi++) {
                paths[server][ipsi] = new HeartbeatPath(agenda, interval, latency(server, ipsi));
            }
        }
    }

    private static Switch[] switches(int count) {
        Switch[] switches = new Switch[count];
        for (int i = 0; i < count; i++) {
            switches[i] = new Switch();
        }
        return switches;
    }

    private static String siteOf(Estate estate, IpsiId ipsi) {
        for (PortNetwork pn : estate.portNetworks()) {
            if (pn.number() == ipsi.pn()) {
                return pn.site();
            }
        }
        throw new IllegalArgumentException("no port network " + ipsi.pn());
    }

    /** The path from a server to an IPSI. */
    public HeartbeatPath path(int server, int ipsi) {
        return paths[server][ipsi];
    }

    /** Whether a server reaches an IPSI now. */
    public boolean reaches(int server, int ipsi) {
        return paths[server][ipsi].delivers();
    }

    /** Whether any of the last beats of a server to an IPSI, up to one that has been sent, was delivered. */
    public boolean deliveredAnyOfLast(int beats, int server, int ipsi, long lastBeat) {
        for (int i = 0; i < beats; i++) {
            if (paths[server][ipsi].delivered(lastBeat - i)) {
                return true;
            }
        }
        return false;
    }

    /** Makes a link fail or work again. */
    public void setLinkFailed(String id, boolean fails, int cause) {
        network.setLinkFailed(id, fails, cause);
    }

    /** Makes a site fail or work again; its servers and IPSIs are switched apart from it. */
    public void setSiteFailed(String site, boolean fails, int cause) {
        network.setSiteFailed(network.site(site), fails, cause);
    }

    /** Makes a server send heartbeats or not. */
    public void setServerSends(int server, boolean sends, int cause) {
        serverSends[server].set(sends, cause);
    }

    /** Makes an IPSI work or not. */
    public void setIpsiWorks(int ipsi, boolean works, int cause) {
        ipsiWorks[ipsi].set(works, cause);
    }

    /** Makes the connection of an IPSI to the network work or not. */
    public void setControlPathWorks(int ipsi, boolean works, int cause) {
        controlPathWorks[ipsi].set(works, cause);
    }

    /** Brings the paths up to date with all changes since the last time. */
    public void settle() {
        network.settle();
        agenda.spend((long) serverSite.length * ipsiSite.length);
        for (int server = 0; server < serverSite.length; server++) {
            for (int ipsi = 0; ipsi < ipsiSite.length; ipsi++) {
                HeartbeatPath path = paths[server][ipsi];
                boolean delivers = delivers(server, ipsi);
                int cause = delivers == path.delivers() ? path.cause() : cause(server, ipsi, delivers);
                path.change(delivers, latency(server, ipsi), cause);
            }
        }
    }

    /** Brings the paths of one server up to date after it has begun or ceased to send. */
    public void settleServer(int server) {
        for (int ipsi = 0; ipsi < ipsiSite.length; ipsi++) {
            paths[server][ipsi].change(delivers(server, ipsi), latency(server, ipsi), serverSends[server].cause);
        }
    }

    private boolean delivers(int server, int ipsi) {
        return serverSends[server].on && ipsiWorks[ipsi].on && latency(server, ipsi) != Network.UNREACHABLE;
    }

    /** Of the way alone, whether or not the server and the IPSI at its ends work. */
    private long latency(int server, int ipsi) {
        return controlPathWorks[ipsi].on
                ? network.latency(ipsiSide[ipsi], serverSite[server], ipsiSite[ipsi])
                : Network.UNREACHABLE;
    }

    private int cause(int server, int ipsi, boolean delivers) {
        int from = serverSite[server];
        int to = ipsiSite[ipsi];
        if (delivers) {
            int parts =
                    Math.max(serverSends[server].cause, Math.max(ipsiWorks[ipsi].cause, controlPathWorks[ipsi].cause));
            return Math.max(parts, network.causeOfMend(ipsiSide[ipsi], from, to));
        }
        if (!serverSends[server].on) {
            return serverSends[server].cause;
        }
        if (!ipsiWorks[ipsi].on) {
            return ipsiWorks[ipsi].cause;
        }
        return controlPathWorks[ipsi].on
                ? network.causeOfBreak(ipsiSide[ipsi], from, to)
                : controlPathWorks[ipsi].cause;
    }
}
