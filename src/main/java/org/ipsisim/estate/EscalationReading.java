package org.ipsisim.estate;

/**
 * Where the timers of the escalation count from (M14, conflict C1), with L the last contact, S the socket sanity
 * time-out, C the cold reset delay and N the no-service time-out. The warm reset is at L+S in each.
 */
public enum EscalationReading implements Keyed {
    /** The article: cold reset at L+S+C, request for service at L+S+C+N. */
    SERIAL("warm reset, cold reset and no-service one after the other (the article)"),
    /** Cold reset at L+C, request for service at L+C+N. */
    COLD_FROM_LOSS("the cold reset delay counts from the last contact"),
    /** The manuals: cold reset at L+C, request for service at L+N. */
    ALL_FROM_LOSS("every timer counts from the last contact (the manuals)"),
    /** Cold reset at L+C, request for service at L+S+N. */
    NO_SERVICE_FROM_WARM("the no-service time-out counts from the warm reset");

    private final String meaning;

    EscalationReading(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in half a sentence. */
    public String meaning() {
        return meaning;
    }
}
