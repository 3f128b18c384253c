package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** A total of one port network over a run that an expectation can speak of. */
public enum PnTotal {
    OUTAGE("outage", true),
    DEGRADED("degraded", true),
    WARM_RESETS("warm-resets", false),
    COLD_RESETS("cold-resets", false),
    FAILOVERS("failovers", false),
    FALLBACKS("fallbacks", false),
    IPSI_INTERCHANGES("ipsi-interchanges", false),
    CALLS_DROPPED("calls-dropped", false),
    CALLS_BLOCKED("calls-blocked", false),
    CALLS_DELAYED("calls-delayed", false),
    CALLS_OFFERED("calls-offered", false),
    CALLS_CARRIED("calls-carried", false),
    SET_UPS_LOST("set-ups-lost", false),
    CALLS_FROZEN("calls-frozen", false),
    TALK_TIME_LOST("talk-time-lost", true);

    private final String key;
    private final boolean duration;

    PnTotal(String key, boolean duration) {
        this.key = key;
        this.duration = duration;
    }

    /** The key in an expectation. */
    public String key() {
        return key;
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
