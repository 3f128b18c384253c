package org.ipsisim.sip.transaction;

import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/** The timers of SIP machines on one agenda; those that are due together run in the order in which they were set. */
public final class SipTimers {
    private final Agenda agenda;
    private long set;

    public SipTimers(Agenda agenda) {
        this.agenda = agenda;
    }

    /** The present time in milliseconds. */
    public long now() {
        return agenda.now();
    }

    /**
     * Lets something happen after a time.
     *
     * @param delay milliseconds, 0 or more
     * @return to call it off with, which does nothing once it has happened
     */
    public Timer after(long delay, Runnable action) {
        return agenda.once(agenda.now() + delay, Turn.EXPIRY, set++, action);
    }
}
