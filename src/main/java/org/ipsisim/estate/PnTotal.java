package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** A total of one port network over a run that an expectation can speak of. */
public enum PnTotal {
    OUTAGE("outage", true, "Time in cold-reset, no-service, restarting and down."),
    DEGRADED("degraded", true, "Time in warm-reset."),
    WARM_RESETS("warm-resets", false, "Number of warm resets."),
    COLD_RESETS("cold-resets", false, "Number of cold resets."),
    FAILOVERS("failovers", false, "Number of takeovers by another cluster."),
    FALLBACKS("fallbacks", false, "Number of returns to the main."),
    IPSI_INTERCHANGES("ipsi-interchanges", false, "Number of changes between the two IPSIs."),
    CALLS_DROPPED("calls-dropped", false, "Calls that dropped."),
    CALLS_BLOCKED("calls-blocked", false, "Calls that could not start."),
    CALLS_DELAYED("calls-delayed", false, "Random calls that had to wait for a server."),
    CALLS_OFFERED("calls-offered", false, "Attempts at random calls."),
    CALLS_CARRIED("calls-carried", false, "Random calls that were answered."),
    SET_UPS_LOST("set-ups-lost", false, "Random calls lost in set-up."),
    CALLS_FROZEN("calls-frozen", false, "Calls that were up without features for some time."),
    TALK_TIME_LOST("talk-time-lost", true, "Talk time that random calls lost.");

    private final String key;
    private final boolean duration;
    private final String meaning;

    PnTotal(String key, boolean duration, String meaning) {
        this.key = key;
        this.duration = duration;
        this.meaning = meaning;
    }

    /** The key in an expectation. */
    public String key() {
        return key;
    }

    /** What it counts, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is a time in milliseconds; a plain count otherwise. */
    public boolean isDuration() {
        return duration;
    }

    /** The total with this key, if there is one. */
    public static Optional<PnTotal> find(String key) {
        return Arrays.stream(values()).filter(t -> t.key.equals(key)).findFirst();
    }
}
