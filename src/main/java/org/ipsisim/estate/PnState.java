package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** What a port network is doing, as expectations, timelines and reports name it. */
public enum PnState {
    /** A server controls it. */
    IN_SERVICE("in-service", "in service"),
    /** Heartbeats are missing; nothing is reset yet (M5). */
    CONTACT_LOST("contact-lost", "detection"),
    /** From the sanity time-out until contact and the end of the reset, or the cold reset (M6). */
    WARM_RESET("warm-reset", "warm reset"),
    /** The cold reset itself (M7, M9). */
    COLD_RESET("cold-reset", "cold reset"),
    /** After the cold reset, until contact or takeover (M8). */
    NO_SERVICE("no-service", "waiting for no-service"),
    /** A server restarts it, level 2 (M9, M10). */
    RESTARTING("restarting", "restart"),
    /** No power or no working IPSI (M28). */
    DOWN("down", "down");

    private final String key;
    private final String phase;

    PnState(String key, String phase) {
        this.key = key;
        this.phase = phase;
    }

    /** The word in scenario files and results, such as {@code warm-reset}. */
    public String key() {
        return key;
    }

    /** The phase of an outage that time in this state is charged to, in words. */
    public String phase() {
        return phase;
    }

    /** The state as a person reads it, such as {@code warm reset}. */
    public String words() {
        return key().replace('-', ' ');
    }

    /** No new call can start, stable calls stay: {@link #WARM_RESET}. */
    public boolean isDegraded() {
        return this == WARM_RESET;
    }

    /** The port network's resources are not available. */
    public boolean isOutage() {
        return this == COLD_RESET || this == NO_SERVICE || this == RESTARTING || this == DOWN;
    }

    /** The state with this word, if there is one. */
    public static Optional<PnState> find(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
