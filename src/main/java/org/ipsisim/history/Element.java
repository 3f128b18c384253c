package org.ipsisim.history;

import java.util.List;

/** The kinds of element that a scenario can make fail. */
public enum Element {
    LINK("link", "M3"),
    SITE("site", "M28"),
    SERVER("server", "M29"),
    IPSI("ipsi", "M28"),
    CONTROL_PATH("control-path", "M3"),
    ARBITER_LINK("arbiter-link", "R68");

    private final String key;
    private final List<String> rules;

    Element(String key, String rule) {
        this.key = key;
        this.rules = List.of(rule);
    }

    /** The first word of the type in results. */
    public String key() {
        return key;
    }

    String words() {
        return key.replace('-', ' ');
    }

    /** The rules that its failure and its return follow. */
    List<String> rules() {
        return rules;
    }
}
