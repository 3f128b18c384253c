package org.ipsisim.estate;

/** The kinds of element that a scenario can make fail. */
public enum Element implements Keyed {
    LINK,
    SITE,
    SERVER,
    ARBITER_LINK,
    CONTROL_PATH,
    IPSI;

    /** Whether its failure takes power or a board, rather than heartbeats alone. */
    public boolean takesPower() {
        return this == SITE || this == IPSI;
    }

    /** Whether servers or boards stop with it, rather than lose their connection. */
    public boolean hasMachines() {
        return takesPower() || this == SERVER;
    }
}
