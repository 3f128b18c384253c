package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** A request that was sent and is no INVITE (RFC 3261 section 17.1.2; X3). */
final class NonInviteClientTransaction extends ClientTransaction {
    private boolean completed;

    NonInviteClientTransaction(Transactions layer, SipRequest request, Hop to, Listener listener) {
        super(layer, request, to, listener);
    }

    @Override
    void begin() {
        start('E', 'F', Intervals.T2, "X3");
    }

    @Override
    public boolean isOpen() {
        return !completed;
    }

    @Override
    void receive(SipResponse response) {
        if (completed) {
            return;
        }
        if (response.isProvisional()) {
            slowRepeats();
        } else {
            completed = true;
            stopTimers();
            endAfter(to.transport().isReliable() ? 0 : Intervals.T4);
        }
        listener.answered(response);
    }
}
