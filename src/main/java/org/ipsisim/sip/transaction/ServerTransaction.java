package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.jspecify.annotations.Nullable;

/** A request that has arrived, until its last answer has been sent and need not be sent again. */
public abstract class ServerTransaction {
    final Transactions layer;
    private final String key;
    private final SipRequest request;
    private final Hop from;
    final Hop back;

    @Nullable
    SipResponse last;

    ServerTransaction(Transactions layer, String key, SipRequest request, Hop from) {
        this.layer = layer;
        this.key = key;
        this.request = request;
        this.from = from;
        this.back = Transactions.back(request, from);
    }

    /** The request, its uppermost Via completed with where it came from. */
    public SipRequest request() {
        return request;
    }

    /** Where it came from. */
    public Hop from() {
        return from;
    }

    final String key() {
        return key;
    }

    /** Whether a final response is still owed. */
    public final boolean isOpen() {
        return last == null || last.isProvisional();
    }

    /** Sends a response; after a final one only further copies of a 2xx to an INVITE are sent (RFC 6026). */
    public abstract void respond(SipResponse response);

    /** The request has come again (X6). */
    final void receiveAgain() {
        if (last != null && answersAgain()) {
            layer.journal().note("X6", request.method() + " has come again and gets the same answer");
            layer.transmit(last, back);
        }
    }

    /** Whether a copy of the request gets the last response again. */
    abstract boolean answersAgain();

    /** Its ACK has arrived. */
    void receiveAck() {}

    final void endAfter(long delay) {
        layer.timers().after(delay, () -> layer.forget(this));
    }
}
