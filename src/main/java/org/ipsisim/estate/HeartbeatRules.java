package org.ipsisim.estate;

import java.util.Objects;

/**
 * What carries the heartbeats, and what stands in for them.
 *
 * @param transport how a lost heartbeat is made good
 * @param dataCounts whether the data of calls counts as contact (R3); by default heartbeats alone do
 */
public record HeartbeatRules(Transport transport, boolean dataCounts) {
    /** What a scenario that says nothing has. */
    public static final HeartbeatRules DEFAULT = new HeartbeatRules(Transport.IDEAL, false);

    /** How a lost heartbeat is made good. */
    public enum Transport implements Keyed {
        /** Not at all: the next one that gets through is the next contact (M3). */
        IDEAL,
        /** By retransmission, as TCP does (RFC 6298, N7 to N10). */
        TCP
    }

    /** Checks that the transport is given. */
    public HeartbeatRules {
        Objects.requireNonNull(transport);
    }
}
