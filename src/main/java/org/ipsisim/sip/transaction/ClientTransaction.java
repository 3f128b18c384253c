package org.ipsisim.sip.transaction;

import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request that was sent, until its last answer has come and can no longer come again (RFC 3261 section 17.1, RFC 6026 section
 * 7.2; X2, X3, X5).
 */
public final class ClientTransaction {
    /** Hears how a request fares. */
    public interface Listener {
        /** A response, which is no copy; of a 2xx to an INVITE every copy (X5). */
        void answered(SipResponse response);

        /** No final response has come in time, or the way is broken: as if 408 or 503 had come. */
        void failed();

        /** Does one thing however the request ends. */
        static Listener whenOver(Runnable over) {
            return new Listener() {
                @Override
                public void answered(SipResponse response) {
                    if (!response.isProvisional()) {
                        over.run();
                    }
                }

                @Override
                public void failed() {
                    over.run();
                }
            };
        }

        /** For a request whose answer changes nothing. */
        static Listener none() {
            return whenOver(() -> {});
        }
    }

    private enum State {
        OPEN,
        COMPLETED,
        ACCEPTED
    }

    private final Transactions layer;
    private final SipRequest request;
    private final Hop to;
    private final Listener listener;
    private final boolean isInvite;
    private State state = State.OPEN;
    private @Nullable Repeats repeats;
    private @Nullable Timer deadline;
    private boolean ended;

    ClientTransaction(Transactions layer, SipRequest request, Hop to, Listener listener) {
        this.layer = layer;
        this.request = request;
        this.to = to;
        this.listener = listener;
        this.isInvite = request.method().equals("INVITE");
    }

    /** The request as it was sent. */
    public SipRequest request() {
        return request;
    }

    /** Where it was sent. */
    public Hop to() {
        return to;
    }

    /** Whether a final response can still come. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Sends the request, and again and again where the way may lose it, until the time is up. */
    void begin() {
        String rule = isInvite ? "X2" : "X3";
        layer.transmit(request, to);
        if (!to.transport().isReliable()) {
            repeats = new Repeats(layer.timers(), Intervals.T1, isInvite ? Long.MAX_VALUE : Intervals.T2, () -> {
                layer.journal()
                        .note(rule, (isInvite ? "timer A: " : "timer E: ") + request.method() + " is sent again");
                layer.transmit(request, to);
            });
        }
        deadline = layer.timers().after(Intervals.TIMEOUT, () -> {
            layer.journal().note(rule, (isInvite ? "timer B" : "timer F") + ": no answer to " + request.method());
            fail();
        });
    }

    void receive(SipResponse response) {
        if (isOpen()) {
            if (response.isProvisional()) {
                proceed();
            } else {
                complete(response);
            }
            listener.answered(response);
        } else if (state == State.ACCEPTED && response.isSuccess()) {
            listener.answered(response);
        } else if (state == State.COMPLETED && isInvite && response.status() >= 300) {
            layer.transmit(ack(response), to);
        }
    }

    /** A provisional response ends the repeats of an INVITE, and slows down those of another request. */
    private void proceed() {
        if (isInvite) {
            stopTimers();
        } else if (repeats != null) {
            repeats.slowDown();
        }
    }

    private void complete(SipResponse response) {
        stopTimers();
        long copies = isInvite ? Intervals.TIMEOUT : Intervals.T4;
        if (isInvite && response.isSuccess()) {
            state = State.ACCEPTED;
            endAfter(copies);
            return;
        }
        state = State.COMPLETED;
        if (isInvite) {
            layer.transmit(ack(response), to);
        }
        endAfter(to.transport().isReliable() ? 0 : copies);
    }

    /** The ACK of a refusal, which belongs to the transaction (RFC 3261 section 17.1.1.3). */
    private SipRequest ack(SipResponse response) {
        SipHeaders headers = Requests.sameHop(request)
                .with(HeaderName.TO, response.header(HeaderName.TO))
                .with(HeaderName.CSEQ, new CSeq(request.cseqNumber(), "ACK"));
        return new SipRequest("ACK", request.uri(), headers, "");
    }

    private void stopTimers() {
        if (repeats != null) {
            repeats.stop();
        }
        if (deadline != null) {
            deadline.cancel();
        }
    }

    /** Ends now, or absorbs copies for a time first. */
    private void endAfter(long delay) {
        if (delay == 0) {
            end();
        } else {
            layer.timers().after(delay, this::end);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            stopTimers();
            layer.forget(this);
        }
    }

    /** The way is broken or the time is up. */
    void fail() {
        if (isOpen() && !ended) {
            end();
            listener.failed();
        }
    }
}
