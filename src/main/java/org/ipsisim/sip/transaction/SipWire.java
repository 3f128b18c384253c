package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipMessage;

/** The way out of a machine: a socket, or a simulated network. It may lose what it is given. */
@FunctionalInterface
public interface SipWire {
    void send(SipMessage message, Hop to);
}
