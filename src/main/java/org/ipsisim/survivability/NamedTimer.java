package org.ipsisim.survivability;

import java.util.Optional;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerRecorder;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** A timer that the history shows: whenever it runs, it is recorded. */
final class NamedTimer {
    private final TimersInForce timers;
    private final TimerSetting setting;
    private final Agenda agenda;
    private final TimerRecorder recorder;
    private final Optional<Timer> expiry;

    /** A timer at whose end something happens. */
    NamedTimer(RunningEstate run, Subject subject, TimerSetting setting, long rank, Runnable action) {
        this(run, subject, setting, Optional.of(run.agenda().timer(Turn.EXPIRY, rank, action)));
    }

    /** A timer that is only shown; another one acts at its end. */
    NamedTimer(RunningEstate run, Subject subject, TimerSetting setting) {
        this(run, subject, setting, Optional.empty());
    }

    private NamedTimer(RunningEstate run, Subject subject, TimerSetting setting, Optional<Timer> expiry) {
        this.timers = run.timers();
        this.setting = setting;
        this.agenda = run.agenda();
        this.recorder = run.recorder().timer(subject, setting);
        this.expiry = expiry;
    }

    /** The value of its setting that is in force, in milliseconds. */
    long millis() {
        return timers.millis(setting);
    }

    /**
     * Starts it, or moves its end.
     *
     * @param from when it began to count: not always now
     * @param due when it expires unless it is stopped
     */
    void start(long from, long due) {
        expiry.ifPresent(timer -> timer.armAt(due));
        recorder.start(agenda.now(), from, due);
    }

    /** Starts it for a time in milliseconds. */
    void start(long length) {
        start(agenda.now(), agenda.now() + length);
    }

    /** Stops it, if it runs. */
    void stop() {
        expiry.ifPresent(Timer::cancel);
        recorder.stop(agenda.now());
    }

    /** How long it still runs, in milliseconds, if something happens at its end. */
    Optional<Long> left() {
        return expiry.filter(Timer::isArmed).map(timer -> timer.time() - agenda.now());
    }
}
