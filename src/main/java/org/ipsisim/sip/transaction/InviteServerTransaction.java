package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.jspecify.annotations.Nullable;

/** An INVITE that has arrived (RFC 3261 section 17.2.1, RFC 6026 section 7.1; X5, X6). */
final class InviteServerTransaction extends ServerTransaction {
    private @Nullable Repeats repeats;
    private boolean acknowledged;

    InviteServerTransaction(Transactions layer, String key, SipRequest request, Hop from) {
        super(layer, key, request, from);
    }

    @Override
    public void respond(SipResponse response) {
        boolean copy = last != null && last.isSuccess() && response.isSuccess();
        if (!isOpen() && !copy) {
            return;
        }
        last = response;
        layer.transmit(response, back);
        if (response.isSuccess() && !copy) {
            endAfter(layer.intervals().timeout());
        } else if (response.status() >= 300) {
            refuse(response);
        }
    }

    private void refuse(SipResponse response) {
        Intervals times = layer.intervals();
        if (!back.transport().isReliable()) {
            repeats = new Repeats(layer.timers(), times.t1(), times.t2(), () -> {
                layer.journal().note("X6", "timer G: no ACK, " + response.status() + " is sent again");
                layer.transmit(response, back);
            });
        }
        layer.timers().after(times.timeout(), () -> {
            stopRepeats();
            layer.forget(this);
        });
    }

    private void stopRepeats() {
        if (repeats != null) {
            repeats.stop();
        }
    }

    /** After a 2xx copies are absorbed: who answers the call sends the 2xx again by himself (X4, X5). */
    @Override
    boolean answersAgain() {
        return last != null && !last.isSuccess() && !acknowledged;
    }

    @Override
    void receiveAck() {
        if (last != null && last.status() >= 300 && !acknowledged) {
            acknowledged = true;
            stopRepeats();
            endAfter(back.transport().isReliable() ? 0 : layer.intervals().t4());
        }
    }
}
