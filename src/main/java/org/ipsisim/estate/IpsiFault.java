package org.ipsisim.estate;

/** What of an IPSI does not work (M28, M31). */
public enum IpsiFault implements Keyed {
    /** All of it: it hears nothing and has no list. */
    BOARD("failed", "M28"),
    /** It answers the servers and its partner and serves nobody: its port network is down while it has control. */
    HUNG("hung", "M31"),
    /** It hears the servers and carries no calls: it is not chosen. */
    PACKET_INTERFACE("packet interface failed", "M31");

    private final String words;
    private final String rule;

    IpsiFault(String words, String rule) {
        this.words = words;
        this.rule = rule;
    }

    /** What it did, in a clause without the subject: {@code hung}. */
    public String words() {
        return words;
    }

    /** The ruling that says what it causes. */
    public String rule() {
        return rule;
    }
}
