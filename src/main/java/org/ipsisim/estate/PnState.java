package org.ipsisim.estate;

/** The state of a port network, as expectations, timelines and reports name it. */
public enum PnState implements Keyed {
    /** A server controls it. */
    IN_SERVICE("in service"),
    /** Heartbeats are missing; nothing is reset yet (M5). */
    CONTACT_LOST("detection"),
    /** From the sanity time-out until contact and the end of the reset, or the cold reset (M6). */
    WARM_RESET("warm reset"),
    /** The cold reset itself (M7, M9). */
    COLD_RESET("cold reset"),
    /** After the cold reset, until contact or takeover (M8). */
    NO_SERVICE("waiting for no-service"),
    /** A server restarts it, level 2 (M9, M10). */
    RESTARTING("restart"),
    /** No power or no working IPSI (M28). */
    DOWN("down");

    private final String phase;

    PnState(String phase) {
        this.phase = phase;
    }

    /** The phase of an outage that time in this state counts towards, in words. */
    public String phase() {
        return phase;
    }

    /** Whether no new call can start while stable calls stay: {@link #WARM_RESET}. */
    public boolean isDegraded() {
        return this == WARM_RESET;
    }

    /** Whether the port network's resources are unavailable. */
    public boolean isOutage() {
        return this == COLD_RESET || this == NO_SERVICE || this == RESTARTING || this == DOWN;
    }
}
