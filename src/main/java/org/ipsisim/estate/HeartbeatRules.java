package org.ipsisim.estate;

/**
 * How heartbeats are transported, and what else counts as contact.
 *
 * @param transport what makes up for a lost heartbeat
 * @param dataCounts whether the data of calls counts as contact (R3); by default only heartbeats do
 */
public record HeartbeatRules(Transport transport, boolean dataCounts) {
    /** The rules of a scenario that gives none. */
    public static final HeartbeatRules DEFAULT = new HeartbeatRules(Transport.IDEAL, false);

    /** What makes up for a lost heartbeat. */
    public enum Transport implements Keyed {
        /** Nothing: the next one that gets through is the next contact (M3). */
        IDEAL,
        /** Retransmission, as in TCP (RFC 6298, N7 to N10). */
        TCP
    }
}
