package org.ipsisim.estate;

/** When the calls that use a port network's resources drop (M15, conflict C2). */
public enum CallsDropReading implements Keyed {
    /** The article: at the cold reset. */
    AT_COLD_RESET("calls drop at the cold reset (the article)"),
    /** The deployment guide: when a server restarts the port network. */
    AT_TAKEOVER("calls drop when a server restarts the port network (the deployment guide)");

    private final String meaning;

    CallsDropReading(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in half a sentence. */
    public String meaning() {
        return meaning;
    }
}
