package org.ipsisim.survivability;

/** The kinds of what can happen at one instant, in the order in which they happen within a turn (M2). */
enum EventRank {
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
    RETURN;

    private static final int FIELD_BITS = 16;

    /** The rank of one of this kind, by the thing it happens to and a second number. */
    long rank(int thing, int number) {
        return ((long) ordinal() << 2 * FIELD_BITS) | ((long) thing << FIELD_BITS) | number;
    }

    /** The rank of one of this kind, by the thing it happens to. */
    long rank(int thing) {
        return rank(thing, 0);
    }
}
