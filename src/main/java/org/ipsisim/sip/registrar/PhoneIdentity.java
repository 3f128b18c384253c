package org.ipsisim.sip.registrar;

import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.Parameters;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;
import org.ipsisim.sip.transaction.Hop;

/**
 * A phone as it writes itself into messages.
 *
 * @param user the extension
 * @param password what the registrar knows as well; never written into a message
 * @param own where it can be reached
 */
public record PhoneIdentity(String user, String domain, String password, Hop own) {
    /** The address under which others call it. */
    public NameAddress address() {
        return NameAddress.of(SipUri.ofHost(domain, 0).withUser(user));
    }

    /** The address of this very device. */
    public NameAddress contact() {
        SipUri uri = SipUri.ofHost(own.host(), own.port()).withUser(user);
        return NameAddress.of(own.transport().isReliable() ? uri.with("transport", "tcp") : uri);
    }

    /** Its Via for a new transaction. */
    public Via via(String branch) {
        Via via = new Via(own.transport().name(), own.host(), own.port(), Parameters.NONE);
        return via.with("branch", Via.COOKIE + branch);
    }
}
