package org.ipsisim.history;

/** The role of an IPSI in its port network (R72, R80). */
public enum IpsiRole {
    /** The port network is controlled through it. */
    ACTIVE("active"),
    /** The other one of two, ready to take over. */
    STANDBY("standby"),
    /** An operator keeps it from being used. */
    BUSIED_OUT("busied-out"),
    /** The board does not work or has no power (M28). */
    OUT_OF_SERVICE("out-of-service");

    private final String word;

    IpsiRole(String word) {
        this.word = word;
    }

    /** The word in results. */
    public String word() {
        return word;
    }
}
