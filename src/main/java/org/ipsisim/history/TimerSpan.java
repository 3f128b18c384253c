package org.ipsisim.history;

import org.ipsisim.estate.TimerSetting;

/**
 * A timer that ran in a run, for as long as nothing changed its expiry.
 *
 * @param subject whose timer it is: of a port network, an IPSI, the main or a survivable core
 * @param timer the setting that governs it
 * @param from when it began to count, in milliseconds from the start
 * @param due when it expires unless it is stopped; not before {@code from}
 * @param to when it expired, was stopped or the run ended, whichever came first; not part of it
 */
public record TimerSpan(Subject subject, TimerSetting timer, long from, long due, long to) {
    /** Whether it runs at a time in milliseconds. */
    public boolean runsAt(long at) {
        return from <= at && at < to;
    }

    /** Whether it expired, rather than being stopped or outlasting the run. */
    public boolean expired() {
        return to == due;
    }
}
