package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** A request that has arrived and is no INVITE (RFC 3261 section 17.2.2; X6). */
final class NonInviteServerTransaction extends ServerTransaction {
    NonInviteServerTransaction(Transactions layer, String key, SipRequest request, Hop from) {
        super(layer, key, request, from);
    }

    @Override
    public void respond(SipResponse response) {
        if (!isOpen()) {
            return;
        }
        last = response;
        layer.transmit(response, back);
        if (!response.isProvisional()) {
            endAfter(back.transport().isReliable() ? 0 : layer.intervals().timeout());
        }
    }

    @Override
    boolean answersAgain() {
        return true;
    }
}
