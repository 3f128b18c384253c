package org.ipsisim.sip.transaction;

/**
 * The three times from which all others follow, in milliseconds (X1).
 *
 * @param t1 the estimate of a round trip
 * @param t2 the longest time between two copies of a request that is not an INVITE, or of a response to an INVITE
 * @param t4 how long a message may live in the network
 */
public record Intervals(long t1, long t2, long t4) {
    /** Those of RFC 3261. */
    public static final Intervals USUAL = new Intervals(500, 4_000, 5_000);

    /** How long an answer is waited for: 64 times T1. */
    public long timeout() {
        return 64 * t1;
    }
}
