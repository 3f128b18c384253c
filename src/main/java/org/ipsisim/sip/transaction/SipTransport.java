package org.ipsisim.sip.transaction;

/** How messages travel. */
public enum SipTransport {
    UDP,
    TCP;

    /** Whether it repairs losses itself, so that a hop sends only once (X2). */
    public boolean isReliable() {
        return this == TCP;
    }
}
