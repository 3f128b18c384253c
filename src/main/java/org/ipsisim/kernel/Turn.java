package org.ipsisim.kernel;

/** The order of what happens at one instant (M2). */
public enum Turn {
    /** What the scenario brings about. */
    CHANGE,
    /** Deliveries. */
    ARRIVAL,
    /** Timers that run out. */
    EXPIRY,
    /** Decisions that follow from the others. */
    DECISION
}
