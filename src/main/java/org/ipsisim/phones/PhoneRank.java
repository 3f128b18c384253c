package org.ipsisim.phones;

import org.ipsisim.kernel.RankedKind;

/** The kinds of what happens to phones and session managers, in the order in which they happen within a turn (U2). */
enum PhoneRank implements RankedKind {
    ANSWER,
    ARRIVAL,
    KEEPALIVE,
    EXPIRY,
    REMOTE;

    /** After the kinds of port networks and servers. */
    private static final int FIRST = 100;

    @Override
    public int kindNumber() {
        return FIRST + ordinal();
    }
}
