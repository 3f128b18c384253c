package org.ipsisim.sip.call;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.RAck;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.transaction.Intervals;
import org.ipsisim.sip.transaction.Repeats;
import org.ipsisim.sip.transaction.ServerTransaction;
import org.ipsisim.sip.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The reliable provisional responses to one INVITE, at the end that sends them (RFC 3262 section 3; P5 to P15).
 *
 * <p>Each is sent again, the same bytes, until its PRACK comes; the next one waits for that.
 */
public final class ReliableResponses {
    /** The option tag. */
    public static final String TAG = "100rel";

    /** The highest first RSeq: 2^31 - 1 (P6). */
    public static final long HIGHEST_FIRST = 0x7FFF_FFFFL;

    private final Transactions transactions;
    private final ServerTransaction invite;
    private final Runnable unacknowledged;
    private final Deque<SipResponse> waiting = new ArrayDeque<>();
    private long nextRseq;
    private @Nullable SipResponse pending;
    private @Nullable Repeats repeats;
    private @Nullable Timer deadline;
    private boolean closed;

    /**
     * The responses to an INVITE, none of which has been sent.
     *
     * @param firstRseq 1 to 2^31 - 1 (P6)
     * @param unacknowledged what happens when no PRACK has come in 64 times T1: the INVITE is refused with 504 (P8)
     */
    public ReliableResponses(
            Transactions transactions, ServerTransaction invite, long firstRseq, Runnable unacknowledged) {
        if (firstRseq < 1 || firstRseq > HIGHEST_FIRST) {
            throw new IllegalArgumentException("RSeq " + firstRseq);
        }
        this.transactions = transactions;
        this.invite = invite;
        this.nextRseq = firstRseq;
        this.unacknowledged = unacknowledged;
    }

    /**
     * Sends a provisional response reliably, at once or after the PRACK of the one before (P9). After the final response it does
     * nothing (P14).
     *
     * @param response 101 to 199, without RSeq
     */
    public void send(SipResponse response) {
        if (response.status() <= 100 || !response.isProvisional()) {
            throw new IllegalArgumentException("only 101 to 199 can be reliable (P1): " + response.status());
        }
        if (closed) {
            return;
        }
        waiting.add(response);
        if (pending == null) {
            sendNext();
        } else {
            transactions.journal().note("P9", response.status() + " waits for the PRACK of the response before it");
        }
    }

    private void sendNext() {
        SipResponse next = waiting.poll();
        if (next == null) {
            return;
        }
        SipResponse reliable = next.plus(HeaderName.REQUIRE, TAG).plus(HeaderName.RSEQ, nextRseq++);
        pending = reliable;
        invite.respond(reliable);
        repeats = new Repeats(transactions.timers(), Intervals.T1, Long.MAX_VALUE, () -> {
            transactions.journal().note("P7", "no PRACK: " + reliable.status() + " is sent again");
            invite.respond(reliable);
        });
        deadline = transactions.timers().after(Intervals.TIMEOUT, this::giveUp);
    }

    private void giveUp() {
        stop();
        transactions.journal().note("P8", "no PRACK in " + Intervals.TIMEOUT / 1000 + " s");
        unacknowledged.run();
    }

    /** The answer to a PRACK: 200 if it acknowledges the response that waits for one, else 481 (P11, P12). */
    public SipResponse acknowledge(SipRequest prack) {
        SipResponse awaited = pending;
        boolean matches = awaited != null
                && RAck.find(prack.header(HeaderName.RACK))
                        .filter(rack -> rack.equals(rackOf(awaited)))
                        .isPresent();
        if (!matches) {
            transactions.journal().note("P11", "the PRACK acknowledges nothing that waits for one");
            return prack.response(481);
        }
        stop();
        pending = null;
        if (!closed) {
            sendNext();
        }
        return prack.response(200);
    }

    private static RAck rackOf(SipResponse response) {
        return new RAck(
                response.headers().findNumber(HeaderName.RSEQ).orElseThrow(),
                new CSeq(response.cseqNumber(), "INVITE"));
    }

    /** Whether a 2xx may be sent: no response with a session description waits for its PRACK (P15). */
    public boolean maySucceed() {
        return pending == null || pending.body().isEmpty();
    }

    /** Whether a response waits for its PRACK. */
    public boolean isPending() {
        return pending != null;
    }

    /** The final response has been sent: nothing new, no repeats, but a late PRACK still gets its answer (P14). */
    public void close() {
        closed = true;
        waiting.clear();
        stop();
    }

    private void stop() {
        if (repeats != null) {
            repeats.stop();
        }
        if (deadline != null) {
            deadline.cancel();
        }
    }
}
