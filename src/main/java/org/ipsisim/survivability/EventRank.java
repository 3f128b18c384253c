package org.ipsisim.survivability;

import org.ipsisim.kernel.RankedKind;

/**
 * The kinds of what can happen at one instant to port networks and servers, in the order in which they happen within a turn
 * (M2). They have the numbers from 0; kinds of other subsystems come after them.
 */
enum EventRank implements RankedKind {
    FAULT,
    IMPAIRMENT,
    COMMAND,
    SOCKET_ARRIVAL,
    CONTACT,
    PHASE_END,
    SOCKET_LOST,
    MISS,
    SANITY,
    COLD_RESET,
    NO_SERVICE,
    ARBITRATION,
    IPSI_INTERCHANGE,
    SOCKET_RETRY,
    REQUEST,
    INTERCHANGE,
    FORCED_TAKEOVER,
    RETURN,
    REDIAL;

    @Override
    public int kindNumber() {
        return ordinal();
    }
}
