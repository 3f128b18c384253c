package org.ipsisim.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;

/**
 * What one server can know of the estate at one moment.
 *
 * @param alarms the active alarms that it has raised
 * @param own its history
 * @param mains the servers of the main, as they are at the moment
 * @param timers those that are administered at the moment; every server has the same translations
 * @param running the timers that run at the moment
 */
record ServerView(
        History history,
        List<Alarm> alarms,
        long at,
        ServerHistory own,
        MainRoles mains,
        Timers timers,
        List<TimerSpan> running) {
    private static final String OWN = "actv-aa";
    private static final String OTHERS = "active";
    private static final String STANDBY = "standby";
    private static final String UNKNOWN = "unknown";

    /** The words for what an IPSI is. */
    static final Set<String> IPSI_STATES = Set.of(OWN, OTHERS, STANDBY, UNKNOWN);

    /**
     * The view of a server.
     *
     * @param alarms of the run, by the cluster that raises them
     * @throws IllegalArgumentException if the estate has no such server
     */
    static ServerView of(History history, Map<Integer, List<Alarm>> alarms, long at, String from) {
        MainRoles mains = MainRoles.of(history, at);
        ServerHistory own = from.equals(Screens.MAIN)
                ? mains.active()
                : history.findServer(from).orElseThrow(() -> new IllegalArgumentException("no server " + from));
        List<Alarm> active = alarms.getOrDefault(own.server().cluster(), List.of()).stream()
                .filter(alarm -> alarm.at() <= at && alarm.clearedAt().orElse(Long.MAX_VALUE) > at)
                .toList();
        return new ServerView(
                history, active, at, own, mains, history.scenario().timersAt(at), history.timersAt(at));
    }

    Estate estate() {
        return history.scenario().estate();
    }

    Release release() {
        return estate().release();
    }

    Server server() {
        return own.server();
    }

    int cluster() {
        return own.server().cluster();
    }

    boolean isMain() {
        return cluster() == history.mainCluster();
    }

    /** Why the server shows nothing of a screen; empty if it shows it. */
    Optional<String> reasonForSilence(ScreenName screen) {
        String name = own.server().id();
        ServerRole role = own.roleAt(at);
        if (role == ServerRole.DOWN) {
            return Optional.of(name + " does not answer.");
        }
        if (role == ServerRole.RESETTING) {
            return Optional.of(name + " is restarting: no session yet.");
        }
        if (screen != ScreenName.SERVER && mains.isStandby(own)) {
            return Optional.of(name + " is the standby server: log in to the active one.");
        }
        return Optional.empty();
    }

    /** Whether the server has a socket to an IPSI, and the IPSI is not in the middle of a reset. */
    boolean isConnectedTo(PnHistory pn, IpsiId ipsi) {
        long sanity = timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        return !isResetting(pn)
                && pn.listAt(ipsi, at).contains(cluster())
                && own.reachedWithin(Subject.ipsi(ipsi), at - sanity, at);
    }

    private boolean isResetting(PnHistory pn) {
        return running.stream()
                .filter(timer -> timer.subject().equals(pn.subject()))
                .anyMatch(timer -> timer.timer() == TimerSetting.WARM_RESET_DURATION
                        || timer.timer() == TimerSetting.COLD_RESET_DURATION);
    }

    /** Whether the port network is in service under this server, as far as it has noticed. */
    boolean isUp(PnHistory pn) {
        PnSpan span = pn.spanAt(at);
        boolean served = span.state() == PnState.IN_SERVICE || span.state() == PnState.CONTACT_LOST;
        return served
                && span.controller() == cluster()
                && pn.portNetwork().ipsis().stream().anyMatch(ipsi -> isConnectedTo(pn, ipsi));
    }

    /** The word for what an IPSI is: {@code actv-aa}, {@code active}, {@code standby}, {@code unknown} (ESS-160). */
    String stateOf(PnHistory pn, IpsiId ipsi) {
        if (!isConnectedTo(pn, ipsi)) {
            return UNKNOWN;
        }
        if (pn.ipsiAt(ipsi, at).role() != IpsiRole.ACTIVE) {
            return STANDBY;
        }
        return pn.spanAt(at).controller() == cluster() ? OWN : OTHERS;
    }

    boolean isBusiedOut(PnHistory pn, IpsiId ipsi) {
        return pn.ipsiAt(ipsi, at).role() == IpsiRole.BUSIED_OUT;
    }

    /** The assumed location of the board of an IPSI: the cabinet has the number of the port network. */
    static String board(IpsiId ipsi) {
        return ipsi.pn() + ipsi.side().name() + "01";
    }

    /** The number of a server in the enterprise, by its place among all servers: 1 is {@code main-a}. */
    int serverId(Server server) {
        int place =
                history.servers().stream().map(ServerHistory::server).toList().indexOf(server);
        int ofMain = estate().main().servers().size();
        return 1 + (place < ofMain ? place : 2 + place - ofMain);
    }

    /** Whether curbs prevent an interchange of the main servers (R66). */
    boolean hasCurbs() {
        return isMain() && running.stream().anyMatch(timer -> timer.timer() == TimerSetting.SERVER_INTERCHANGE_CURB);
    }
}
