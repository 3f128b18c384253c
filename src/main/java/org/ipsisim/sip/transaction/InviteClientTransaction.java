package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;

/** An INVITE that was sent (RFC 3261 section 17.1.1, RFC 6026 section 7.2; X2, X5). */
final class InviteClientTransaction extends ClientTransaction {
    private enum State {
        CALLING,
        PROCEEDING,
        COMPLETED,
        ACCEPTED
    }

    private State state = State.CALLING;

    InviteClientTransaction(Transactions layer, SipRequest request, Hop to, Listener listener) {
        super(layer, request, to, listener);
    }

    @Override
    void begin() {
        start('A', 'B', Long.MAX_VALUE, "X2");
    }

    @Override
    public boolean isOpen() {
        return state == State.CALLING || state == State.PROCEEDING;
    }

    @Override
    void receive(SipResponse response) {
        if (isOpen()) {
            stopTimers();
            first(response);
        } else if (state == State.ACCEPTED && response.isSuccess()) {
            listener.answered(response);
        } else if (state == State.COMPLETED && response.status() >= 300) {
            layer.transmit(ack(response), to);
        }
    }

    private void first(SipResponse response) {
        if (response.isProvisional()) {
            state = State.PROCEEDING;
        } else if (response.isSuccess()) {
            state = State.ACCEPTED;
            endAfter(Intervals.TIMEOUT);
        } else {
            state = State.COMPLETED;
            layer.transmit(ack(response), to);
            endAfter(to.transport().isReliable() ? 0 : Intervals.TIMEOUT);
        }
        listener.answered(response);
    }

    /** The ACK of a refusal, which belongs to the transaction (RFC 3261 section 17.1.1.3). */
    private SipRequest ack(SipResponse response) {
        SipHeaders headers = Requests.sameHop(request)
                .with(HeaderName.TO, response.header(HeaderName.TO))
                .with(HeaderName.CSEQ, new CSeq(request.cseqNumber(), "ACK"));
        return new SipRequest("ACK", request.uri(), headers, "");
    }
}
