package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived, until its last answer has been sent and need not be sent again (RFC 3261 section 17.2, RFC 6026
 * section 7.1; X5, X6).
 */
public final class ServerTransaction {
    private final Transactions layer;
    private final String key;
    private final SipRequest request;
    private final Hop from;
    private final Hop back;
    private final boolean isInvite;
    private @Nullable SipResponse last;
    private @Nullable Repeats repeats;
    private boolean acknowledged;

    ServerTransaction(Transactions layer, String key, SipRequest request, Hop from) {
        this.layer = layer;
        this.key = key;
        this.request = request;
        this.from = from;
        this.back = Transactions.back(request, from);
        this.isInvite = request.method().equals("INVITE");
    }

    /** The request, its uppermost Via completed with where it came from. */
    public SipRequest request() {
        return request;
    }

    /** Where it came from. */
    public Hop from() {
        return from;
    }

    String key() {
        return key;
    }

    /** Whether a final response is still owed. */
    public boolean isOpen() {
        return last == null || last.isProvisional();
    }

    /** Sends a response; after a final one only further copies of a 2xx to an INVITE are sent (RFC 6026). */
    public void respond(SipResponse response) {
        boolean copy = isInvite && last != null && last.isSuccess() && response.isSuccess();
        if (!isOpen() && !copy) {
            return;
        }
        last = response;
        layer.transmit(response, back);
        if (response.isProvisional() || copy) {
            return;
        }
        if (isInvite && !response.isSuccess() && !back.transport().isReliable()) {
            repeats = new Repeats(layer.timers(), Intervals.T1, Intervals.T2, () -> {
                layer.journal().note("X6", "timer G: no ACK, " + response.status() + " is sent again");
                layer.transmit(response, back);
            });
        }
        endAfter(isInvite || !back.transport().isReliable() ? Intervals.TIMEOUT : 0);
    }

    /** The request has come again. After a 2xx to an INVITE, who answers the call sends that again by himself (X4, X5). */
    void receiveAgain() {
        boolean answersAgain = last != null && !(isInvite && (last.isSuccess() || acknowledged));
        if (last != null && answersAgain) {
            layer.journal().note("X6", request.method() + " has come again and gets the same answer");
            layer.transmit(last, back);
        }
    }

    /** The ACK of a refusal has arrived. */
    void receiveAck() {
        if (last != null && last.status() >= 300 && !acknowledged) {
            acknowledged = true;
            stopRepeats();
            endAfter(back.transport().isReliable() ? 0 : Intervals.T4);
        }
    }

    private void stopRepeats() {
        if (repeats != null) {
            repeats.stop();
        }
    }

    private void endAfter(long delay) {
        layer.timers().after(delay, () -> {
            stopRepeats();
            layer.forget(this);
        });
    }
}
