package org.ipsisim.survivability;

import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;

/** The timers of a port network that the history shows, and no more than shows: its control acts at their ends. */
final class PnTimers {
    private final TimersInForce inForce;
    private final Agenda agenda;
    private final NamedTimer sanity;
    private final NamedTimer warmReset;
    private final NamedTimer coldReset;
    private final NamedTimer restart;

    PnTimers(RunningEstate run, Subject pn) {
        inForce = run.timers();
        agenda = run.agenda();
        sanity = new NamedTimer(run, pn, TimerSetting.SOCKET_SANITY_TIMEOUT);
        warmReset = new NamedTimer(run, pn, TimerSetting.WARM_RESET_DURATION);
        coldReset = new NamedTimer(run, pn, TimerSetting.COLD_RESET_DURATION);
        restart = new NamedTimer(run, pn, TimerSetting.PN_RESTART_DURATION);
    }

    /**
     * Shows the sanity time-out.
     *
     * @param heard the latest contact, from which it counts
     */
    void startSanity(long heard) {
        sanity.start(heard, inForce.sanity().deadlineAfter(heard));
    }

    void stopSanity() {
        sanity.stop();
    }

    /** Starts the warm reset's time and returns when it ends. */
    long startWarmReset() {
        warmReset.start(warmReset.millis());
        return agenda.now() + warmReset.millis();
    }

    /** Starts the cold reset's time in place of the warm reset's, and returns when it ends. */
    long startColdReset() {
        warmReset.stop();
        coldReset.start(coldReset.millis());
        return agenda.now() + coldReset.millis();
    }

    /** How long a restart takes, in milliseconds. */
    long restartLength() {
        return restart.millis();
    }

    /** Starts the restart in place of everything else. */
    void startRestart(long length) {
        stop();
        restart.start(length);
    }

    void stopRestart() {
        restart.stop();
    }

    void stop() {
        sanity.stop();
        warmReset.stop();
        coldReset.stop();
        restart.stop();
    }
}
