package org.ipsisim.history;

/** What a server is doing. */
public enum ServerRole {
    /** A main that is in charge, or a survivable core that controls a port network. */
    ACTIVE("active"),
    /** The other main of a duplex pair. */
    STANDBY("standby"),
    /** It has failed, or its site has no power. */
    DOWN("down"),
    /** A main in the middle of a server interchange. */
    INTERCHANGING("interchanging"),
    /** A survivable core that controls no port network. */
    IDLE("idle"),
    /** A server of a cluster that an operator has disabled. */
    DISABLED("disabled"),
    /** A survivable core that resets after its last port network has left (R59). */
    RESETTING("resetting");

    private final String key;

    ServerRole(String key) {
        this.key = key;
    }

    /** The word in results. */
    public String key() {
        return key;
    }
}
