package org.ipsisim.estate;

/** The kinds of element that a scenario can make fail. */
public enum Element implements Keyed {
    LINK("M3"),
    SITE("M28"),
    SERVER("M29"),
    ARBITER_LINK("R68"),
    CONTROL_PATH("M3"),
    IPSI("M28");

    private final String rule;

    Element(String rule) {
        this.rule = rule;
    }

    /** The rule or ruling that says what its failure causes. */
    public String rule() {
        return rule;
    }

    /** Whether its failure takes power or a board, rather than heartbeats alone. */
    public boolean takesPower() {
        return this == SITE || this == IPSI;
    }

    /** Whether servers or boards stop with it, rather than lose their connection. */
    public boolean hasMachines() {
        return takesPower() || this == SERVER;
    }
}
