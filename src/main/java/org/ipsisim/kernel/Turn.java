package org.ipsisim.kernel;

/** The order of events at one instant (M2). */
public enum Turn {
    /** Events of the scenario. */
    CHANGE,
    /** Deliveries. */
    ARRIVAL,
    /** Timers that run out. */
    EXPIRY,
    /** Decisions that follow from the other turns. */
    DECISION
}
