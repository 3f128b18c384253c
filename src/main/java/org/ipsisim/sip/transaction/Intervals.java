package org.ipsisim.sip.transaction;

/** The times from which all others follow, in milliseconds (RFC 3261 section 17; X1). */
public final class Intervals {
    /** The estimate of a round trip. */
    public static final long T1 = 500;

    /** The longest time between two copies of a request that is not an INVITE, or of a response to an INVITE. */
    public static final long T2 = 4_000;

    /** How long a message may live in the network. */
    public static final long T4 = 5_000;

    /** How long an answer is waited for. */
    public static final long TIMEOUT = 64 * T1;

    private Intervals() {}
}
