package org.ipsisim.history;

/** The kinds of element that a scenario can make fail. */
public enum Element {
    LINK("link"),
    SITE("site"),
    SERVER("server"),
    IPSI("ipsi"),
    CONTROL_PATH("control-path"),
    ARBITER_LINK("arbiter-link");

    private final String key;

    Element(String key) {
        this.key = key;
    }

    /** The first word of the type in results. */
    public String key() {
        return key;
    }
}
