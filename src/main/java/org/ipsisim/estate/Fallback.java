package org.ipsisim.estate;

import java.time.Duration;

/** How port networks return from a survivable core to the main (R54, R55, R58, M26). */
public sealed interface Fallback {
    /** Only by a forced takeover. */
    record Manual() implements Fallback {}

    /**
     * All port networks at one time.
     *
     * @param at time from the start of the scenario
     */
    record Scheduled(Duration at) implements Fallback {}

    /**
     * Each port network when its connection to the main has been up long enough.
     *
     * @param upTime how long, without a break; 3 min to 120 min
     */
    record ConnectionUp(Duration upTime) implements Fallback {}

    /** The word in a scenario file: {@code no}, {@code scheduled}, {@code connection-up}. */
    default String key() {
        if (this instanceof Scheduled) {
            return "scheduled";
        }
        return this instanceof ConnectionUp ? "connection-up" : "no";
    }
}
