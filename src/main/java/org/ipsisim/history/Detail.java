package org.ipsisim.history;

/** How much of a run its history shows. What happens to the estate is the same in all of them. */
public enum Detail {
    /**
     * Resets without random calls, which move nothing: one call stands for those of a port network, so that it shows whether
     * any could drop (M7).
     */
    CONTROL,
    /** Resets with what random calls lose by them, but not when, nor how many calls there were, nor when timers ran. */
    LOSSES,
    /** Resets and what follows from them: silences that end before the socket sanity time-out are left out. */
    RESETS,
    /** Every silence, from the first heartbeat that was due and did not come (M5). */
    SILENCES,
    /** Every heartbeat, too. */
    HEARTBEATS
}
