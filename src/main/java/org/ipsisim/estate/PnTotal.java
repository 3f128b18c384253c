package org.ipsisim.estate;

/** A total of one port network over a run that an expectation can speak of. */
public enum PnTotal implements Keyed {
    OUTAGE(true),
    DEGRADED(true),
    WARM_RESETS(false),
    COLD_RESETS(false),
    FAILOVERS(false),
    FALLBACKS(false),
    IPSI_INTERCHANGES(false),
    CALLS_DROPPED(false),
    CALLS_BLOCKED(false),
    CALLS_DELAYED(false),
    CALLS_OFFERED(false),
    CALLS_CARRIED(false),
    SET_UPS_LOST(false),
    CALLS_FROZEN(false),
    TALK_TIME_LOST(true);

    private final boolean duration;

    PnTotal(boolean duration) {
        this.duration = duration;
    }

    /** Whether it is a time in milliseconds; a plain count otherwise. */
    public boolean isDuration() {
        return duration;
    }
}
