package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** When the calls that use a port network's resources drop (M15, conflict C2). */
public enum CallsDropReading {
    /** The article: at the cold reset. */
    AT_COLD_RESET("at-cold-reset", "calls drop at the cold reset (the article)"),
    /** The deployment guide: when a server restarts the port network. */
    AT_TAKEOVER("at-takeover", "calls drop when a server restarts the port network (the deployment guide)");

    private final String key;
    private final String meaning;

    CallsDropReading(String key, String meaning) {
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
    public static Optional<CallsDropReading> find(String key) {
        return Arrays.stream(values()).filter(r -> r.key.equals(key)).findFirst();
    }
}
