package org.ipsisim.sip.transaction;

import org.ipsisim.kernel.Timer;
import org.jspecify.annotations.Nullable;

/** Sends something again and again, each time after twice the time before, up to a ceiling, until it is stopped. */
public final class Repeats {
    private final SipTimers timers;
    private final long ceiling;
    private final Runnable action;
    private @Nullable Timer timer;
    private long wait;

    /**
     * Begins; the first repeat comes after {@code first}.
     *
     * @param first milliseconds
     * @param ceiling the longest wait in milliseconds; {@link Long#MAX_VALUE} for none
     */
    public Repeats(SipTimers timers, long first, long ceiling, Runnable action) {
        this.timers = timers;
        this.ceiling = ceiling;
        this.action = action;
        this.wait = first;
        this.timer = timers.after(first, this::repeat);
    }

    private void repeat() {
        wait = Math.min(2 * wait, ceiling);
        timer = timers.after(wait, this::repeat);
        action.run();
    }

    /** Goes on with the longest wait only, from the next repeat on: a request that has got a provisional response (X3). */
    void slowDown() {
        wait = ceiling;
    }

    /** Ends them. */
    public void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
