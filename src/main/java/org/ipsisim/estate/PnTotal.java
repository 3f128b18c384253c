package org.ipsisim.estate;

/** A total of one port network over a run that an expectation can name. */
public enum PnTotal implements Keyed {
    OUTAGE(true, "Time in cold-reset, no-service, restarting and down."),
    DEGRADED(true, "Time in warm-reset."),
    WARM_RESETS(false, "Number of warm resets."),
    COLD_RESETS(false, "Number of cold resets."),
    FAILOVERS(false, "Number of takeovers by another cluster."),
    FALLBACKS(false, "Number of returns to the main."),
    IPSI_INTERCHANGES(false, "Number of changes between the two IPSIs."),
    CALLS_DROPPED(false, "Calls that dropped."),
    CALLS_BLOCKED(false, "Calls that could not start."),
    CALLS_DELAYED(false, "Random calls that had to wait for a server."),
    CALLS_OFFERED(false, "Attempts at random calls."),
    CALLS_CARRIED(false, "Random calls that were answered."),
    SET_UPS_LOST(false, "Random calls lost in set-up."),
    CALLS_FROZEN(false, "Calls that were up without features for some time."),
    TALK_TIME_LOST(true, "Talk time that random calls lost.");

    private final boolean duration;
    private final String meaning;

    PnTotal(boolean duration, String meaning) {
        this.duration = duration;
        this.meaning = meaning;
    }

    /** What it counts, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is a time in milliseconds; a plain count otherwise. */
    public boolean isDuration() {
        return duration;
    }
}
