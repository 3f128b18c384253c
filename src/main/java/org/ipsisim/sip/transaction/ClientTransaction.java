package org.ipsisim.sip.transaction;

import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.jspecify.annotations.Nullable;

/** A request that was sent, until its last answer has come and can no longer come again. */
public abstract class ClientTransaction {
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

    final Transactions layer;
    final SipRequest request;
    final Hop to;
    final Listener listener;
    private @Nullable Repeats repeats;
    private @Nullable Timer deadline;
    private boolean ended;

    ClientTransaction(Transactions layer, SipRequest request, Hop to, Listener listener) {
        this.layer = layer;
        this.request = request;
        this.to = to;
        this.listener = listener;
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
    public abstract boolean isOpen();

    /** Sends the request. */
    abstract void begin();

    abstract void receive(SipResponse response);

    /**
     * Sends the request, and again and again where the way may lose it, until the time is up.
     *
     * @param repeatTimer the name of the timer that sends again
     * @param endTimer the name of the timer that gives up
     */
    final void start(char repeatTimer, char endTimer, long ceiling, String rule) {
        layer.transmit(request, to);
        if (!to.transport().isReliable()) {
            repeats = new Repeats(layer.timers(), Intervals.T1, ceiling, () -> {
                layer.journal().note(rule, "timer " + repeatTimer + ": " + request.method() + " is sent again");
                layer.transmit(request, to);
            });
        }
        deadline = layer.timers().after(Intervals.TIMEOUT, () -> {
            layer.journal().note(rule, "timer " + endTimer + ": no answer to " + request.method());
            fail();
        });
    }

    final void stopTimers() {
        stopRepeats();
        if (deadline != null) {
            deadline.cancel();
        }
    }

    final void stopRepeats() {
        if (repeats != null) {
            repeats.stop();
        }
    }

    final void slowRepeats() {
        if (repeats != null) {
            repeats.slowDown();
        }
    }

    /** Ends now, or absorbs copies for a time first. */
    final void endAfter(long delay) {
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
    final void fail() {
        if (isOpen() && !ended) {
            end();
            listener.failed();
        }
    }
}
