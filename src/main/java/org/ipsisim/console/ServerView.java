package org.ipsisim.console;

import java.util.HashSet;
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

/** What one server can know of the estate at one moment. */
final class ServerView {
    private static final String OWN = "actv-aa";
    private static final String OTHERS = "active";
    static final String STANDBY = "standby";
    private static final String UNKNOWN = "unknown";
    /** The words for what an IPSI is. */
    static final Set<String> IPSI_STATES = Set.of(OWN, OTHERS, STANDBY, UNKNOWN);

    private final History history;
    private final List<Alarm> alarms;
    private final long at;
    private final ServerHistory own;
    private final MainRoles mains;
    private final Set<Subject> resetting = new HashSet<>();
    private boolean curbs;
    private final Timers timers;

    private ServerView(History history, List<Alarm> ownAlarms, long at, ServerHistory own, MainRoles mains) {
        this.history = history;
        this.alarms = ownAlarms;
        this.at = at;
        this.own = own;
        this.mains = mains;
        this.timers = history.scenario().timersAt(at);
        for (TimerSpan timer : history.timersAt(at)) {
            if (timer.timer() == TimerSetting.WARM_RESET_DURATION
                    || timer.timer() == TimerSetting.COLD_RESET_DURATION) {
                resetting.add(timer.subject());
            }
            curbs |= timer.timer() == TimerSetting.SERVER_INTERCHANGE_CURB;
        }
    }

    /**
     * The view of a server.
     *
     * @param alarms of the run, by the cluster that raises them
     * @throws IllegalArgumentException if the estate has no such server
     */
    static ServerView of(History history, Map<Integer, List<Alarm>> alarms, long at, String from) {
        MainRoles mains = new MainRoles(history, at);
        ServerHistory own = from.equals(Screens.MAIN)
                ? mains.active()
                : history.findServer(from).orElseThrow(() -> new IllegalArgumentException("no server " + from));
        return new ServerView(history, alarms.getOrDefault(own.server().cluster(), List.of()), at, own, mains);
    }

    History history() {
        return history;
    }

    long at() {
        return at;
    }

    Estate estate() {
        return history.scenario().estate();
    }

    Release release() {
        return estate().release();
    }

    /** The timers that are administered at the moment; every server has the same translations. */
    Timers timers() {
        return timers;
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

    /** The servers of the main, as they are at the moment. */
    MainRoles mains() {
        return mains;
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
        return !resetting.contains(pn.subject())
                && pn.listAt(ipsi, at).contains(cluster())
                && own.reachedWithin(Subject.ipsi(ipsi), at - sanity, at);
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
        int mains = 2;
        List<ServerHistory> all = history.servers();
        int place = 0;
        while (!all.get(place).server().equals(server)) {
            place++;
        }
        int ofMain = estate().main().servers().size();
        return place < ofMain ? place + 1 : mains + place - ofMain + 1;
    }

    /** The active alarms that this server has raised. */
    List<Alarm> alarms() {
        return alarms.stream()
                .filter(alarm -> alarm.at() <= at)
                .filter(alarm ->
                        alarm.clearedAt().isEmpty() || alarm.clearedAt().getAsLong() > at)
                .toList();
    }

    /** Whether curbs prevent an interchange of the main servers (R66). */
    boolean hasCurbs() {
        return isMain() && curbs;
    }
}
