package org.ipsisim.history;

/** How much of a run its history shows. What happens to the estate and its calls is the same in all of them. */
public enum Detail {
    /** Resets and what follows from them: silences that end before the socket sanity time-out are left out. */
    RESETS,
    /** Every silence, from the first heartbeat that was due and did not come (M5). */
    SILENCES,
    /** Every heartbeat, too. */
    HEARTBEATS
}
