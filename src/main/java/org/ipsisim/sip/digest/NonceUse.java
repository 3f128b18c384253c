package org.ipsisim.sip.digest;

/** How often a client may use a nonce. */
public enum NonceUse {
    /** Once: each request that changes something is challenged (the customer's article). */
    ONE_TIME,
    /** Again and again with a rising count, until the nonce is too old (RFC 7616 section 3.4). */
    COUNTED
}
