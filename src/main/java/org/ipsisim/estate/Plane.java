package org.ipsisim.estate;

/** What a packet belongs to, and so which links it may take. */
public enum Plane {
    /** Control traffic of primary IPSIs: over links of control network A or of both (R81). */
    A,
    /** Control traffic of secondary IPSIs: over links of control network B or of both (R81). */
    B,
    /** SIP: over links of both control networks; those of one carry no phones. */
    PHONES,
    /** Everything else: over all links. */
    DATA
}
