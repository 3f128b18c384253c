package org.ipsisim.history;

import org.ipsisim.estate.Keyed;

/** What a server is doing. */
public enum ServerRole implements Keyed {
    /** A main that is in charge, or a survivable core that controls a port network. */
    ACTIVE,
    /** The other main of a duplex pair. */
    STANDBY,
    /** It has failed, or its site has no power. */
    DOWN,
    /** A main in the middle of a server interchange. */
    INTERCHANGING,
    /** A survivable core that controls no port network. */
    IDLE,
    /** A server of a cluster that an operator has disabled. */
    DISABLED,
    /** A survivable core that resets after its last port network has left (R59). */
    RESETTING
}
