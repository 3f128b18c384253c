package org.ipsisim.estate;

/** When the calls that use a port network's resources drop (M15, conflicts C2 and C9). */
public enum CallsDropReading implements Keyed {
    /** A field report of 2013, and manuals on demand resets of a packet interface in service: at every reset. */
    AT_WARM_RESET("calls drop at every reset, the warm one as well (a field report)"),
    /** The article: at the cold reset. */
    AT_COLD_RESET("calls drop at the cold reset (the article)"),
    /** The deployment guide: when a server restarts the port network. */
    AT_TAKEOVER("calls drop when a server restarts the port network (the deployment guide)");

    private final String meaning;

    CallsDropReading(String meaning) {
        this.meaning = meaning;
    }

    /** Whether a warm reset drops them. */
    public boolean atWarmReset() {
        return this == AT_WARM_RESET;
    }

    /** Whether a cold reset drops those that are still up. */
    public boolean atColdReset() {
        return this != AT_TAKEOVER;
    }

    /** What it means, in half a sentence. */
    public String meaning() {
        return meaning;
    }
}
