package org.ipsisim.traffic;

/** What an attempt to begin a call meets (T4 to T6). */
public enum Access {
    /** It is set up at once, if a circuit is free. */
    OPEN,
    /** It waits for a server. */
    WAITING,
    /** The port network it comes from lets no call start: it is blocked. */
    CLOSED,
    /** The port network it goes to lets no call start: it is blocked. */
    FAR_END_CLOSED,
    /** The port network it goes to is under another server: it is blocked (R47). */
    SEPARATE
}
