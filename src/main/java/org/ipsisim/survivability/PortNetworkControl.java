package org.ipsisim.survivability;

import java.util.List;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.heartbeat.ContactWatch;
import org.ipsisim.history.Happening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnRecorder;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * The control of one port network: what its IPSI does as contact is lost and comes back (M4 to M13, M28), and which
 * cluster controls it.
 */
final class PortNetworkControl implements ContactWatch.Listener {
    /** The phase of a port network ends after that of the core with its number. */
    private static final int PHASE = 1;

    /** The order of what a port network may decide at one instant. */
    private static final int FIRST_REQUEST = 0;

    private static final int COME_BACK = 1;
    private static final int FIRST_SERVER = 2;

    private final RunningEstate run;
    private final Agenda agenda;
    private final PortNetwork pn;
    private final Subject subject;
    private final PnRecorder recorder;
    private final CallsInRun calls;
    private final ContactWatch watch;
    private final Timer phaseEnd;
    private final PnTimers timers;
    private final Escalation escalation;
    private final Timer comeBack;
    private final Timer firstServer;
    private final Ipsis ipsis;
    private final ConnectionUpReturn connectionUp;
    private final DataContact data;

    private Cluster controller;
    private ControlMode mode = ControlMode.SERVICE;
    private boolean contactIsBack;
    private long warmUntil;
    private long returnedAt = -1;
    private int lostEntry;
    private int phaseEntry;
    private int backEntry;

    PortNetworkControl(RunningEstate run, PortNetwork pn, Cluster main, List<Cluster> clusters) {
        this.run = run;
        this.agenda = run.agenda();
        this.pn = pn;
        this.subject = Subject.pn(pn.number());
        this.controller = main;
        this.recorder = new PnRecorder(pn, main.number());
        run.recorder().add(recorder);
        this.calls = new CallsInRun(run, pn, recorder);
        int number = pn.number();
        ContactWatch.WatchRanks ranks = new ContactWatch.WatchRanks(
                EventRank.CONTACT.rank(number), EventRank.MISS.rank(number), EventRank.SANITY.rank(number));
        ContactWatch.Misses misses = pn.ipsis().size() == 1 ? run.misses() : ContactWatch.Misses.IGNORED;
        this.watch = new ContactWatch(agenda, run.timers().sanity(), misses, ranks, this);
        this.timers = new PnTimers(run, subject);
        this.phaseEnd = agenda.timer(Turn.EXPIRY, EventRank.PHASE_END.rank(number, PHASE), this::endPhase);
        Timer request =
                agenda.timer(Turn.DECISION, EventRank.REQUEST.rank(number, FIRST_REQUEST), this::requestService);
        this.escalation = new Escalation(run, number, subject, this::resetCold, () -> request.armAt(agenda.now()));
        this.comeBack = agenda.timer(Turn.DECISION, EventRank.REQUEST.rank(number, COME_BACK), this::startAnew);
        this.firstServer =
                agenda.timer(Turn.DECISION, EventRank.REQUEST.rank(number, FIRST_SERVER), this::restartByList);
        this.connectionUp = new ConnectionUpReturn(run, this, main, run.connectionUpTime());
        this.data = new DataContact(run, this, run.dataCounts());
        this.ipsis = new Ipsis(run, this, pn, Cluster.candidates(clusters, pn));
    }

    /** At the start the main controls the port network, and this instant counts as contact. */
    void start() {
        ipsis.connect();
        watchController();
        show();
    }

    /** This instant counts as contact. */
    private void watchController() {
        watch.watch(ipsis.watch(controller));
        ipsis.review();
        reviewData();
    }

    /** The server or the IPSI that its data goes through may have changed. */
    void reviewData() {
        data.review();
    }

    PnRecorder recorder() {
        return recorder;
    }

    PortNetwork portNetwork() {
        return pn;
    }

    Subject subject() {
        return subject;
    }

    Ipsis ipsis() {
        return ipsis;
    }

    Cluster controller() {
        return controller;
    }

    /** Whether a cluster's socket is safe: that of the controlling cluster is, also while an IPSI hangs (M31). */
    boolean keepsSocketOf(Cluster cluster) {
        return cluster == controller && mode != ControlMode.WAITING;
    }

    /** When the main last took it back from a core; -1 if it never has. */
    long returnedAt() {
        return returnedAt;
    }

    /** Whether it has power and a working IPSI. */
    boolean isUp() {
        return mode != ControlMode.DOWN;
    }

    /** Plans everything again after the sanity time-out has changed. */
    void planAgain() {
        watch.plan();
        ipsis.planAgain();
    }

    /** M5: nothing is reset yet. */
    @Override
    public void contactLost() {
        recordLoss();
        show();
    }

    private void recordLoss() {
        lostEntry = run.entry(
                subject,
                watch.causeOfSilence(),
                new PnHappening.ContactLost(controller.number(), watch.lastContact()),
                run.rulesOfLostContact());
    }

    /** One heartbeat starts the count again (R24, M6, M8, M9). */
    @Override
    public void contactRestored(long silence) {
        int cause = watch.causeOfContact() == 0 ? lossOfContact() : watch.causeOfContact();
        List<String> ruling = Escalation.rulingOfContact(shownState());
        backEntry = run.entry(subject, cause, new PnHappening.ContactRestored(controller.number(), silence), ruling);
        escalation.stopOnContact(backEntry);
        contactIsBack = true;
        if (mode == ControlMode.WARM) {
            phaseEnd.armAt(Math.max(agenda.now(), warmUntil));
        } else if (mode == ControlMode.NO_SERVICE) {
            restart(backEntry, "M9");
        }
        show();
    }

    /** M4, M6: a warm reset, or the end of a restart that is due or under way (M30). */
    @Override
    public void sanityTimedOut() {
        contactIsBack = false;
        boolean lossIsNew = !run.showsSilences() && !ipsis.areTwo();
        if (lossIsNew) {
            recordLoss();
        }
        int cause = lossIsNew || isSilent() ? lossOfContact() : watch.causeOfContact();
        long silence = agenda.now() - watch.lastContact();
        if (mode.isCold()) {
            callOffRestart(cause, silence);
        } else {
            resetWarm(cause, silence);
        }
        escalation.begin(watch.lastContact(), phaseEntry);
        show();
    }

    /** M6: stable calls stay up (but see M15), no call starts or changes. */
    private void resetWarm(int cause, long silence) {
        mode = ControlMode.WARM;
        phaseEntry = entry(cause, new PnHappening.WarmReset(silence, calls.outliveWarmReset()));
        recorder.count(PnTotal.WARM_RESETS);
        calls.resetWarm(phaseEntry);
        phaseEnd.cancel();
        warmUntil = timers.startWarmReset();
    }

    /** M30: a cold port network needs a whole restart; one that is due or under way does not go on without contact. */
    private void callOffRestart(int cause, long silence) {
        if (mode == ControlMode.RESTARTING) {
            mode = ControlMode.NO_SERVICE;
            phaseEnd.cancel();
        }
        phaseEntry = entry(cause, new PnHappening.RestartCalledOff(silence));
        timers.stopRestart();
    }

    private int lossOfContact() {
        return ipsis.areTwo() ? ipsis.active().lastEntry() : lostEntry;
    }

    /** M7, M8: every call that uses the port network's resources drops. */
    private void resetCold() {
        mode = ControlMode.COLD;
        phaseEntry = entry(
                phaseEntry,
                new PnHappening.ColdReset(agenda.now() - watch.lastContact()),
                "R15",
                escalation.rulingOfReading("M7"));
        recorder.count(PnTotal.COLD_RESETS);
        phaseEnd.armAt(timers.startColdReset());
        calls.resetCold(phaseEntry);
        escalation.resetsCold(phaseEntry);
        show();
    }

    private void endPhase() {
        switch (mode) {
            case WARM -> returnToService(backEntry, "M6");
            case COLD -> {
                if (contactIsBack) {
                    restart(backEntry, "M9");
                } else {
                    mode = ControlMode.NO_SERVICE;
                }
            }
            case RESTARTING -> returnToService(phaseEntry, "R17");
            default -> throw new IllegalStateException("no phase ends in " + mode);
        }
        show();
    }

    private void returnToService(int cause, String rule) {
        mode = ControlMode.SERVICE;
        if (!isSilent()) {
            calls.backInService(entry(cause, new PnHappening.InService(controller.number()), rule));
        }
    }

    /** Unless the port network has gone down at this instant, after its time-out (M28). */
    private void requestService() {
        if (isControlled()) {
            new ServiceRequest(run, this, escalation).send();
        }
    }

    /** A cluster controls the port network from now on and restarts it (R42, R43, M10, M27). */
    void moveTo(Cluster next, int cause, Takeover why) {
        Cluster previous = controller;
        phaseEnd.cancel();
        escalation.cancel();
        controller = next;
        ipsis.takenBy(next);
        watchController();
        int moved = cause;
        if (next != previous) {
            moved = next.isMain()
                    ? entry(cause, new PnHappening.FellBack(next.number(), previous.number()), why.rulesOfFallback())
                    : entry(cause, new PnHappening.TakenOver(next.number(), previous.number()), why.rulesOfFailover());
            recorder.count(next.isMain() ? PnTotal.FALLBACKS : PnTotal.FAILOVERS);
            returnedAt = next.isMain() ? agenda.now() : returnedAt;
            next.gain(pn.number());
            previous.lose(pn.number(), moved);
        }
        restart(moved, next == previous && why == Takeover.FIRST_SERVER ? "M28" : "M10");
        sideChanged();
        connectionUp.reconsider();
        goDownIfControlHangs();
    }

    /** R17, M9, M10: a level-2 restart by the controlling cluster; every call of the port network drops. */
    private void restart(int cause, String ruling) {
        beginRestart(cause, timers.restartLength(), ruling);
        boolean atTakeover = run.timers().callsDrop() == CallsDropReading.AT_TAKEOVER;
        calls.drop(phaseEntry, atTakeover ? new String[] {"R26", "M15"} : new String[] {"R17"});
        releaseBusyOuts();
    }

    private void beginRestart(int cause, long duration, String ruling) {
        mode = ControlMode.RESTARTING;
        long length = Math.max(duration, controller.systemRestartEnds() - agenda.now());
        phaseEntry = entry(cause, new PnHappening.PnRestarted(controller.number(), length), "R17", ruling);
        phaseEnd.armAt(agenda.now() + length);
        timers.startRestart(length);
    }

    private void releaseBusyOuts() {
        if (ipsis.releaseBusyOuts(phaseEntry)) {
            ipsisInUseChanged(phaseEntry);
        }
    }

    /** M24: the controlling cluster starts again from scratch, and that counts as contact; every call drops. */
    void restartWithSystem(int cause, long duration) {
        if (isControlled()) {
            escalation.cancel();
            watchController();
            beginRestart(cause, duration, "M24");
            calls.dropAll(phaseEntry, "R67", "M24");
            releaseBusyOuts();
            timers.stop();
            show();
        }
    }

    /** A board has lost its power or has failed; the port network is down if it was the last one (M28). */
    void boardFailed(IpsiId ipsi, int cause) {
        ipsis.get(ipsi).fail();
        if (ipsis.anyIsInUse()) {
            watch.plan();
            reviewMain();
            sideChanged();
        } else if (isUp()) {
            goDown(cause);
        } else {
            reviewMain();
        }
    }

    CallsInRun calls() {
        return calls;
    }

    /** All boards that change at this instant have changed. */
    void boardsHaveChanged(int cause) {
        goDownIfControlHangs();
        comeUpIfItCan(cause);
    }

    /** A part of an IPSI has failed or works again (M31). */
    void ipsiPartsChanged(int cause) {
        if (!isUp()) {
            comeUpIfItCan(cause);
        } else if (ipsis.anyIsInUse() && !ipsis.controlHangs()) {
            ipsisInUseChanged(cause);
        } else {
            goDown(cause);
        }
    }

    /** A board works again; it is the first one, or joins the other. */
    void boardWorks(IpsiId ipsi, int cause) {
        if (isUp()) {
            watch.plan();
            comeBack.armAt(agenda.now());
            sideChanged();
        } else {
            comeUpIfItCan(cause);
            if (!isUp() && (ipsis.anyIsInUse() || ipsis.get(ipsi).answersThoughFaulty())) {
                comeBack.armAt(agenda.now());
            }
        }
    }

    /** An IPSI has been busied out, when its heartbeats do not count any more, or has been released. */
    void ipsisInUseChanged(int cause) {
        if (isControlled()) {
            watch.replace(ipsis.paths(controller));
            sideChanged();
        } else {
            comeUpIfItCan(cause);
            lookForFirstServer();
        }
    }

    /** M28, M31: no power, or no working IPSI in control; no timer runs. */
    private void goDown(int cause) {
        mode = ControlMode.DOWN;
        ipsis.closeLists();
        watch.stop();
        ipsis.stopWatching();
        phaseEnd.cancel();
        escalation.cancel();
        calls.goDown(entry(cause, new PnHappening.PnDown()));
        timers.stop();
        reviewMain();
        connectionUp.reconsider();
        sideChanged();
    }

    /** M28: the IPSI starts anew. */
    private void comeUpIfItCan(int cause) {
        if (!isUp() && ipsis.anyCanServe()) {
            mode = ControlMode.WAITING;
            ipsis.all().forEach(side -> side.list().reviewRetries());
            backEntry = entry(cause, new PnHappening.PnUp());
            comeBack.armAt(agenda.now());
            show();
        }
    }

    /** Boards that work again get their sockets; a port network that was down gets its first server. */
    private void startAnew() {
        ipsis.connect();
        restartByList();
    }

    /** M28: the first server on a list that is reached restarts the port network. */
    private void restartByList() {
        for (Cluster server : ipsis.listed()) {
            if (mode == ControlMode.WAITING && ipsis.isAcceptedBy(server)) {
                moveTo(server, backEntry, Takeover.FIRST_SERVER);
            }
        }
    }

    /** A server has got onto the list, or may be reached again. */
    void lookForFirstServer() {
        if (mode == ControlMode.WAITING && !comeBack.isArmed()) {
            firstServer.armAt(agenda.now());
        }
    }

    /** Links, sites or servers have failed or work again. */
    void networkChanged() {
        lookForFirstServer();
        connectionUp.networkChanged();
    }

    /** The main has got onto the list of an IPSI, or has left one. */
    void reviewMain() {
        connectionUp.mainIsConnected(ipsis.anyListHasMain());
    }

    /** Control has moved from one IPSI to the other. */
    void controlHasMoved() {
        sideChanged();
        goDownIfControlHangs();
    }

    private void goDownIfControlHangs() {
        if (isUp() && ipsis.controlHangs()) {
            goDown(ipsis.active().faultEntry());
        }
    }

    /** The contact of an IPSI has changed. */
    void sideChanged() {
        ipsis.review();
        reviewData();
        show();
    }

    /** Whether some cluster is in control. */
    boolean isControlled() {
        return mode.isControlled();
    }

    private boolean isSilent() {
        return ipsis.isSilent(ipsis.active(), watch);
    }

    private int entry(int cause, Happening what, String... rules) {
        return run.entry(subject, cause, what, rules);
    }

    /** M4: the sanity time-out is seen to run from the first heartbeat that was due and did not come. */
    private void tellSanity() {
        if (isControlled() && !watch.hasTimedOut() && ipsis.areAllSilent(watch)) {
            timers.startSanity(watch.lastContactUpToNow());
        } else {
            timers.stopSanity();
        }
    }

    @Override
    public void silenceChanged() {
        show();
    }

    private void show() {
        tellSanity();
        ipsis.record(recorder, watch);
        PnState state = shownState();
        recorder.state(agenda.now(), state, controller.number());
        calls.show(state, ipsis.missesContact(watch), controller.number());
    }

    /** M5: lost contact shows only while nothing has been reset. */
    private PnState shownState() {
        return mode == ControlMode.SERVICE && isSilent() ? PnState.CONTACT_LOST : mode.shown();
    }
}
