package org.ipsisim.survivability;

import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnRecorder;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * The calls of a port network, stable and random: those that use its resources drop with it, those between shuffled IP
 * phones stay up without features (R12, R15, R17, R18, M7, M15).
 */
final class CallsInRun {
    private final RunningEstate run;
    private final PortNetwork pn;
    private final PnRecorder recorder;
    private PnState state = PnState.IN_SERVICE;
    private int controller;
    private int pnCalls;
    private int ipCalls;
    private long frozenPnCalls;
    private long frozenIpCalls;
    private final Timer redial;
    private int serviceEntry;
    private long leftService = Agenda.NEVER;
    private long redialBefore = Agenda.NEVER;
    private boolean phonesHavePower = true;

    CallsInRun(RunningEstate run, PortNetwork pn, PnRecorder recorder) {
        this.run = run;
        this.pn = pn;
        this.recorder = recorder;
        this.controller = run.main().number();
        boolean standsForRandomCalls = pn.traffic().isPresent() && !run.drawsCalls();
        this.pnCalls = standsForRandomCalls ? 1 : pn.calls().pn();
        this.ipCalls = pn.calls().ip();
        this.redial = run.agenda().timer(Turn.DECISION, EventRank.REDIAL.rank(pn.number()), this::redial);
    }

    /**
     * What the port network shows of itself, and with it what new calls meet, may have changed.
     *
     * @param shown the state that the history shows
     * @param missesContact whether the controlling cluster is not heard, shown or not; then new calls wait (M5, T4)
     */
    void show(PnState shown, boolean missesContact, int newController) {
        PnState next = shown == PnState.IN_SERVICE && missesContact ? PnState.CONTACT_LOST : shown;
        if (state != next || controller != newController) {
            waitToRedial(next);
            state = next;
            controller = newController;
            run.randomCalls().show(pn, state, controller);
        }
    }

    /** Service is back, as an entry of the trace says. */
    void backInService(int entry) {
        serviceEntry = entry;
    }

    /** T9: people dial again some time after service is back; a silence that resets nothing, or a break of no time, is none. */
    private void waitToRedial(PnState next) {
        long now = run.agenda().now();
        boolean isBack = serves(next);
        if (serves(state) && !isBack) {
            leftService = now;
            redialBefore = redial.isArmed() ? redial.time() : Agenda.NEVER;
            redial.cancel();
        } else if (isBack
                && !serves(state)
                && (pnCalls < pn.calls().pn() || ipCalls < pn.calls().ip())) {
            pn.calls()
                    .redial()
                    .ifPresent(time -> redial.armAt(
                            leftService == now && redialBefore != Agenda.NEVER ? redialBefore : now + time.toMillis()));
        }
    }

    private static boolean serves(PnState state) {
        return state == PnState.IN_SERVICE || state == PnState.CONTACT_LOST;
    }

    private void redial() {
        int again = pn.calls().pn() - pnCalls;
        int betweenIpPhones = pn.calls().ip() - ipCalls;
        pnCalls += again;
        ipCalls += betweenIpPhones;
        recorder.redialled(again, betweenIpPhones);
        run.entry(
                Subject.pn(pn.number()), serviceEntry, new PnHappening.CallsRedialled((long) again + betweenIpPhones));
    }

    /** Whether calls that are up stay up in a warm reset: in one account they do not (M15, C9). */
    boolean outliveWarmReset() {
        return !run.timers().callsDrop().atWarmReset();
    }

    /** The port network resets warm (R12, R13, M6). */
    void resetWarm(int cause) {
        if (outliveWarmReset()) {
            freeze(cause);
        } else {
            drop(cause, "M15");
        }
    }

    /** The port network resets cold (R15, M7, M15). */
    void resetCold(int cause) {
        if (run.timers().callsDrop().atColdReset()) {
            drop(cause, "R15", "M7");
        }
    }

    /** No call can start or change; those that are up stay, those in set-up are lost (R13). */
    void freeze(int cause) {
        frozenPnCalls = Math.max(frozenPnCalls, pnCalls);
        frozenIpCalls = Math.max(frozenIpCalls, ipCalls);
        recorder.frozen(frozenPnCalls, frozenIpCalls);
        run.randomCalls().freeze(pn, cause);
    }

    /**
     * All calls that use the port network's resources end.
     *
     * @param rules that this follows
     */
    void drop(int cause, String... rules) {
        frozenIpCalls = Math.max(frozenIpCalls, ipCalls);
        recorder.frozen(frozenPnCalls, frozenIpCalls);
        recorder.droppedStable(pnCalls);
        run.randomCalls().drop(pn, cause, pnCalls, rules);
        pnCalls = 0;
    }

    /** All calls end, those between IP phones too: the servers know nothing of them any more (M24). */
    void dropAll(int cause, String... rules) {
        recorder.droppedStable(pnCalls);
        recorder.droppedBetweenIpPhones(ipCalls);
        run.randomCalls().dropAll(pn, cause, pnCalls + ipCalls, rules);
        pnCalls = 0;
        ipCalls = 0;
    }

    /** Its site loses its power or has it again, and with it its IP phones, unless they are fed from elsewhere (M32). */
    void sitePower(boolean works) {
        phonesHavePower = works || pn.ipPhonesKeepPower();
    }

    /** The port network has no power or no working IPSI (M28). */
    void goDown(int cause) {
        if (phonesHavePower) {
            drop(cause, "M28");
        } else {
            dropAll(cause, "M28", "M32");
        }
    }

    /** Its site has failed: calls between its IP phones end, also if it was down already (M32). */
    void siteFailed(int cause) {
        if (!phonesHavePower) {
            dropAll(cause, "M32");
        }
    }
}
