package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.ServerRecorder;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * The main in a run: one server, or an active and a standby that change roles when the active dies or the standby reaches
 * more IPSIs (R62 to R71, M22 to M25).
 */
final class MainServers extends Cluster {
    /** Which phase of the main ends: the parts of the rank, before the phases of cores and port networks. */
    private static final int MAIN = 0;

    private static final int INTERCHANGE_END = 1;
    private static final int TAKEOVER = 2;
    private static final int COLD_TWO_END = 3;

    /** The standby is active so long after the active has died, in milliseconds (R68, M24). */
    private static final long TAKEOVER_AFTER = 4100;

    /** Length of a Cold-2 restart of the whole system in milliseconds (R67: 3.75 min). */
    private static final long COLD_2 = 225_000;

    /** A server that comes back is refreshed so long afterwards, in milliseconds (M25). */
    private static final long REFRESH_AFTER = 300_000;

    private static final int NONE = -1;

    private final List<Server> servers;
    private final List<ServerRecorder> recorders = new ArrayList<>();
    private final boolean[] down;
    private final boolean[] downBefore;
    private final int[] lastChange;
    private final long[] refreshedAt;
    private final Arbitration arbitration;
    private final NamedTimer interchangeEnd;
    private final NamedTimer curb;
    private final Timer takeover;
    private final Timer coldTwoEnd;
    private boolean arbiterLinkFailed;
    private int arbiterLinkEntry;
    private boolean twoActives;
    private int active;
    private int next = NONE;
    private int interchangeEntry;
    private long curbEnd;

    MainServers(RunningEstate run, MainCluster main) {
        super(run, main.cluster());
        servers = main.servers();
        down = new boolean[servers.size()];
        downBefore = new boolean[servers.size()];
        lastChange = new int[servers.size()];
        refreshedAt = new long[servers.size()];
        Agenda agenda = run.agenda();
        interchangeEnd = new NamedTimer(
                run,
                Subject.MAIN,
                TimerSetting.SERVER_INTERCHANGE_DURATION,
                EventRank.PHASE_END.rank(MAIN, INTERCHANGE_END),
                this::endInterchange);
        curb = new NamedTimer(run, Subject.MAIN, TimerSetting.SERVER_INTERCHANGE_CURB);
        takeover = agenda.timer(Turn.EXPIRY, EventRank.PHASE_END.rank(MAIN, TAKEOVER), this::takeOver);
        coldTwoEnd = agenda.timer(Turn.EXPIRY, EventRank.PHASE_END.rank(MAIN, COLD_TWO_END), this::tellRoles);
        for (int i = 0; i < servers.size(); i++) {
            ServerRecorder recorder = new ServerRecorder(servers.get(i), role(i));
            recorders.add(recorder);
            recorder.refreshed(0, 0);
            run.recorder().add(recorder);
        }
        arbitration = new Arbitration(run, this);
    }

    @Override
    List<Server> servers() {
        return servers;
    }

    @Override
    Optional<SurvivableCore> core() {
        return Optional.empty();
    }

    @Override
    Subject subject() {
        return Subject.MAIN;
    }

    private Subject subject(int i) {
        return Subject.server(servers.get(i).id());
    }

    @Override
    String reasonForRefusal() {
        for (boolean isDown : down) {
            if (!isDown) {
                return isDisabled() ? "it is disabled" : "it cannot be reached";
            }
        }
        return "the server is down";
    }

    @Override
    void gain(int pn) {}

    @Override
    void lose(int pn, int cause) {}

    /** The servers judge each other from the first heartbeats on. */
    void start() {
        if (servers.size() == 2) {
            arbitration.start();
        }
    }

    /** What follows from it is decided in {@link #networkChanged}, when all changes of the instant are known. */
    @Override
    void setFailed(Server server, boolean fails, int cause) {
        int i = servers.indexOf(server);
        down[i] = fails;
        lastChange[i] = cause;
        tellWhetherItSends(i, cause);
    }

    @Override
    void tellDisabled(int entry) {
        for (int i = 0; i < servers.size(); i++) {
            tellWhetherItSends(i, entry);
        }
        tellRoles();
    }

    private void tellWhetherItSends(int i, int cause) {
        run().connections().setServerSends(run().indexOf(servers.get(i)), !down[i] && !isDisabled(), cause);
    }

    /** The servers hear each other no more, or again (R68); what follows is decided in {@link #networkChanged}. */
    void setArbiterLinkFailed(boolean fails, int entry) {
        arbiterLinkFailed = fails;
        arbiterLinkEntry = entry;
    }

    /** Links, sites or servers have failed or work again. */
    void networkChanged() {
        if (servers.size() == 2) {
            reviewInterchange();
            reviewTwoActives();
            int standby = 1 - active;
            if (rose(active) && next != NONE) {
                refreshLater(active);
            }
            if (rose(standby)) {
                comeBackAsStandby(standby);
            }
            if (down[active] && down[standby]) {
                coldTwoEnd.cancel();
            }
            listenForActive();
            arbitration.reviewNow();
        }
        System.arraycopy(down, 0, downBefore, 0, down.length);
        tellRoles();
    }

    private boolean fell(int i) {
        return down[i] && !downBefore[i];
    }

    private boolean rose(int i) {
        return !down[i] && downBefore[i];
    }

    /** R71: an interchange whose hand-off fails does not happen. */
    private void reviewInterchange() {
        if (next != NONE && fell(next)) {
            callOff(lastChange[next], "the standby went down");
        } else if (next != NONE && arbiterLinkFailed) {
            callOff(arbiterLinkEntry, "the arbiter link failed");
        }
    }

    private void callOff(int cause, String why) {
        run().entry(Subject.MAIN, cause, new ServerHappening.ServerInterchangeCalledOff(why));
        next = NONE;
        interchangeEnd.stop();
    }

    /** Of two actives one goes on when the other dies; once they hear each other, the newly active one stays (R68). */
    private void reviewTwoActives() {
        int older = 1 - active;
        if (!twoActives) {
            return;
        }
        if (fell(active) || fell(older)) {
            twoActives = false;
            if (!down[older]) {
                activate(older, lastChange[active]);
            }
        } else if (!arbiterLinkFailed) {
            twoActives = false;
            refreshLater(older);
            run().entry(
                            subject(older),
                            arbiterLinkEntry,
                            new ServerHappening.SteppedDown(servers.get(active).id()));
        }
    }

    /** M24: a standby that hears nothing waits for as long as an active may take to be heard again. */
    private void listenForActive() {
        boolean silence = down[active] || arbiterLinkFailed;
        if (!silence || down[1 - active] || next != NONE || twoActives) {
            takeover.cancel();
        } else if (!takeover.isArmed()) {
            takeover.armAt(run().agenda().now() + TAKEOVER_AFTER);
        }
    }

    /** M25: refreshed after a while; without any other server up it is active at once. */
    private void comeBackAsStandby(int standby) {
        if (down[active] && next == NONE) {
            takeover.cancel();
            activate(standby, lastChange[standby]);
        } else {
            refreshLater(standby);
        }
    }

    /** M25. */
    private void refreshLater(int i) {
        refreshed(i, run().agenda().now() + REFRESH_AFTER);
    }

    private void refreshed(int i, long at) {
        refreshedAt[i] = at;
        recorders.get(i).refreshed(run().agenda().now(), at);
    }

    private void activate(int i, int cause) {
        run().entry(
                        subject(i),
                        cause,
                        new ServerHappening.ServerActive(servers.get(active).id()));
        becomeActive(i, cause);
    }

    /** R67: it knows the stable calls and not those in set-up. */
    private void becomeActive(int i, int cause) {
        run().randomCalls().loseSetUps(cause);
        active = i;
        refreshed(i, 0);
        coldTwoEnd.cancel();
        run().portNetworks().forEach(PortNetworkControl::reviewData);
    }

    /** R68, M24: whether the active is dead or only not heard. */
    private void takeOver() {
        int standby = 1 - active;
        boolean refreshed = isRefreshed(standby);
        String old = servers.get(active).id();
        int cause;
        if (down[active]) {
            cause = run().entry(
                            Subject.MAIN,
                            lastChange[active],
                            new ServerHappening.ServerInterchange(
                                    old, servers.get(standby).id(), false, "the active is down"),
                            "R68",
                            "M24");
            activate(standby, cause);
        } else {
            cause = run().entry(subject(standby), arbiterLinkEntry, new ServerHappening.TwoActives(old));
            twoActives = true;
            becomeActive(standby, cause);
        }
        run().recorder().countServerInterchange();
        if (!refreshed) {
            restartSystem(cause);
        }
        tellRoles();
    }

    /** R67, M24: Cold-2. */
    private void restartSystem(int cause) {
        Server server = servers.get(active);
        int entry = run().entry(subject(active), cause, new ServerHappening.SystemRestarted(COLD_2));
        coldTwoEnd.armAt(run().agenda().now() + COLD_2);
        for (PortNetworkControl control : run().portNetworks()) {
            if (control.controller() == this && control.ipsis().isReachedBy(server)) {
                control.restartWithSystem(entry, COLD_2);
            }
        }
    }

    @Override
    long systemRestartEnds() {
        return coldTwoEnd.isArmed() ? coldTwoEnd.time() : 0;
    }

    /** When an interchange could begin at the earliest; never if not before something changes. */
    long interchangeAllowedFrom() {
        return mayInterchange() ? Math.max(curbEnd, refreshedAt[1 - active]) : Agenda.NEVER;
    }

    /** Both servers are up, hear each other, and are not changing roles already. */
    private boolean mayInterchange() {
        return servers.size() == 2 && next == NONE && !down[0] && !down[1] && !arbiterLinkFailed;
    }

    @Override
    Server activeServer() {
        return active();
    }

    Server active() {
        return servers.get(active);
    }

    Server standby() {
        return servers.get(1 - active);
    }

    private boolean isRefreshed(int i) {
        return run().agenda().now() >= refreshedAt[i];
    }

    /** An operator makes the standby active; curbs do not stop him (R66, R71), and force nothing but a dead end (R67). */
    void interchangeByHand(boolean forced, int event) {
        Optional<String> obstacle = obstacle(forced);
        if (obstacle.isPresent()) {
            run().entryOfEvent(Subject.MAIN, event, new CommandHappening.CommandRefused(obstacle.get()));
        } else {
            interchange(false, forced ? "forced by an operator" : "by an operator", 0, event);
        }
    }

    /** What keeps an operator from an interchange. */
    private Optional<String> obstacle(boolean forced) {
        if (arbiterLinkFailed) {
            return Optional.of("the arbiter link is down");
        }
        if (!mayInterchange() || !forced && !isRefreshed(1 - active)) {
            return Optional.of("no refreshed standby is ready to be active");
        }
        return forced ? Optional.empty() : arbitration.findWorseStandby();
    }

    /** The arbiters have found the standby healthier (R65, M23). */
    void interchangeForHealth(String stateOfHealth, int cause) {
        interchange(true, stateOfHealth, cause, 0);
    }

    /** M23: the roles change after a while, and a curb follows. */
    private void interchange(boolean byHealth, String why, int cause, int event) {
        long now = run().agenda().now();
        long end = now + interchangeEnd.millis();
        next = 1 - active;
        curbEnd = end + curb.millis();
        curb.start(end, curbEnd);
        ServerHappening what = new ServerHappening.ServerInterchange(
                servers.get(active).id(), servers.get(next).id(), byHealth, why);
        interchangeEntry = event == 0
                ? run().entry(Subject.MAIN, cause, what, "R62", "M23")
                : run().entryOfEvent(Subject.MAIN, event, what, "R62", "M23");
        run().recorder().countServerInterchange();
        run().randomCalls().loseSetUps(interchangeEntry);
        if (end == now) {
            endInterchange();
        } else {
            interchangeEnd.start(now, end);
            tellRoles();
        }
    }

    /** A standby that was not refreshed knows no calls: Cold-2 (R67). */
    private void endInterchange() {
        int old = active;
        boolean refreshed = isRefreshed(next);
        activate(next, interchangeEntry);
        next = NONE;
        if (!refreshed) {
            refreshLater(old);
            restartSystem(interchangeEntry);
        }
        arbitration.reviewNow();
        tellRoles();
    }

    private void tellRoles() {
        run().randomCalls().mainWorks(servers.size() == 1 || next == NONE && !down[active]);
        for (int i = 0; i < servers.size(); i++) {
            recorders.get(i).role(run().agenda().now(), role(i));
        }
        run().rolesChanged(this);
    }

    @Override
    boolean isActive(Server server) {
        return role(servers.indexOf(server)) == ServerRole.ACTIVE;
    }

    private ServerRole role(int i) {
        if (down[i]) {
            return ServerRole.DOWN;
        }
        if (isDisabled()) {
            return ServerRole.DISABLED;
        }
        if (next != NONE) {
            return ServerRole.INTERCHANGING;
        }
        if (i != active) {
            return twoActives ? ServerRole.ACTIVE : ServerRole.STANDBY;
        }
        return coldTwoEnd.isArmed() ? ServerRole.RESETTING : ServerRole.ACTIVE;
    }
}
