package org.ipsisim.estate;

/** A total of one port network over a run that an expectation can name. */
public enum PnTotal implements Keyed {
    OUTAGE(true, "Time in cold-reset, no-service, restarting and down.", Of.SERVICE),
    DEGRADED(true, "Time in warm-reset.", Of.SERVICE),
    WARM_RESETS(false, "Number of warm resets.", Of.SERVICE),
    COLD_RESETS(false, "Number of cold resets.", Of.SERVICE),
    FAILOVERS(false, "Number of takeovers by another cluster.", Of.SERVICE),
    FALLBACKS(false, "Number of returns to the main.", Of.SERVICE),
    IPSI_INTERCHANGES(false, "Number of changes between the two IPSIs.", Of.TWO_IPSIS),
    CALLS_DROPPED(false, "Calls that dropped.", Of.CALLS),
    CALLS_BLOCKED(false, "Calls that could not start.", Of.TRAFFIC),
    CALLS_DELAYED(false, "Random calls that had to wait for a server.", Of.TRAFFIC),
    CALLS_OFFERED(false, "Attempts at random calls.", Of.TRAFFIC),
    CALLS_CARRIED(false, "Random calls that were answered.", Of.TRAFFIC),
    SET_UPS_LOST(false, "Random calls lost in set-up.", Of.TRAFFIC),
    CALLS_FROZEN(false, "Calls that were up without features for some time.", Of.CALLS),
    TALK_TIME_LOST(true, "Talk time that random calls lost.", Of.TRAFFIC);

    private final boolean duration;
    private final String meaning;
    private final Of of;

    PnTotal(boolean duration, String meaning, Of of) {
        this.duration = duration;
        this.meaning = meaning;
        this.of = of;
    }

    /** What it counts, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is a time in milliseconds; a plain count otherwise. */
    public boolean isDuration() {
        return duration;
    }

    /** What a total is about; without it the total is always 0, and to expect anything of it says nothing. */
    public enum Of {
        /** Every port network has it. */
        SERVICE(""),
        /** Calls that are up, or random calls. */
        CALLS("neither `calls` nor `traffic`"),
        /** Random calls. */
        TRAFFIC("no `traffic`"),
        /** A second IPSI. */
        TWO_IPSIS("a single IPSI");

        private final String lack;

        Of(String lack) {
            this.lack = lack;
        }

        /** What a port network has instead that lacks it, in the keys of a scenario file. */
        public String lack() {
            return lack;
        }
    }

    /** What it is about. */
    public Of of() {
        return of;
    }

    /** Whether a port network has what the total is about. */
    public boolean appliesTo(PortNetwork pn) {
        return switch (of) {
            case SERVICE -> true;
            case CALLS -> pn.calls().pn() + pn.calls().ip() > 0 || pn.traffic().isPresent();
            case TRAFFIC -> pn.traffic().isPresent();
            case TWO_IPSIS -> pn.duplicatedIpsis();
        };
    }
}
