package org.ipsisim.estate;

/** A count of one session manager over a run that an expectation can name. */
public enum SessionManagerTotal implements Keyed {
    REQUESTS("Requests that arrived, refreshes included."),
    PEAK_REQUESTS_PER_SECOND("Most requests that arrived in one second, refreshes left out."),
    PEAK_QUEUE("Most requests that waited or were served at once."),
    REFUSED("Requests that were answered 503."),
    USELESS("Answers that came too late."),
    LOST("Requests that were lost when it failed."),
    STALE_BINDINGS("Registrations at the end of the run that their phones had given up.");

    private final String meaning;

    SessionManagerTotal(String meaning) {
        this.meaning = meaning;
    }

    /** What it counts, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
