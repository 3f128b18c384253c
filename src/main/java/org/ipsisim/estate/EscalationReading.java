package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the timers of the escalation count from (M14, conflict C1), with L the last contact, S the socket sanity
 * time-out, C the cold reset delay and N the no-service time-out. The warm reset is at L+S in each.
 */
public enum EscalationReading {
    /** The article: cold reset at L+S+C, request for service at L+S+C+N. */
    SERIAL("serial", "warm reset, cold reset and no-service one after the other (the article)"),
    /** Cold reset at L+C, request for service at L+C+N. */
    COLD_FROM_LOSS("cold-from-loss", "the cold reset delay counts from the last contact"),
    /** The manuals: cold reset at L+C, request for service at L+N. */
    ALL_FROM_LOSS("all-from-loss", "every timer counts from the last contact (the manuals)"),
    /** Cold reset at L+C, request for service at L+S+N. */
    NO_SERVICE_FROM_WARM("no-service-from-warm", "the no-service time-out counts from the warm reset");

    private final String key;
    private final String meaning;

    EscalationReading(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** The word in a scenario file. */
    public String key() {
        return key;
    }

    /** What it means, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The reading with this word, if there is one. */
    public static Optional<EscalationReading> find(String key) {
        return Arrays.stream(values()).filter(r -> r.key.equals(key)).findFirst();
    }
}
