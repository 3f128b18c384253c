package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipUri;

/**
 * One end of the way that a message takes next: an address and how it is reached.
 *
 * @param port 1 to 65535
 */
public record Hop(SipTransport transport, String host, int port) {
    /** Where a request to a URI goes: its host, its port, and the transport that it names or else UDP. */
    public static Hop of(SipUri uri) {
        boolean tcp = uri.parameters().find("transport").orElse("").equalsIgnoreCase("tcp");
        return new Hop(tcp ? SipTransport.TCP : SipTransport.UDP, uri.host(), uri.portOrUsual());
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
