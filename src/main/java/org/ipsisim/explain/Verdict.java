package org.ipsisim.explain;

/** What a change would have made of the state that is asked about. */
public enum Verdict {
    /** It would not have come to that: at the moment it is better, and the whole stretch of trouble is gone. */
    PREVENTS("prevents"),
    /** Less of it: some of the stretch is gone, and is not made up for at another time. */
    SHORTENS("shortens"),
    /** Nothing better. */
    NO_HELP("no-help");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    /** The word in results. */
    public String key() {
        return key;
    }
}
