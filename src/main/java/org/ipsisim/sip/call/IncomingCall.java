package org.ipsisim.sip.call;

import org.ipsisim.kernel.Timer;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.transaction.ClientTransaction;
import org.ipsisim.sip.transaction.Intervals;
import org.ipsisim.sip.transaction.Repeats;
import org.ipsisim.sip.transaction.ServerTransaction;
import org.ipsisim.sip.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** A call at the end that answers it: it rings, reliably if it is to, answers, and hangs up when asked (RFC 3261 section 13.3). */
final class IncomingCall {
    private final Transactions transactions;
    private final PhoneIdentity phone;
    private final ServerTransaction invite;
    private final Tokens tokens;
    private final Answering answering;
    private final String tag;
    private final @Nullable ReliableResponses reliable;
    private @Nullable Timer ringing;
    private @Nullable Repeats repeats;
    private @Nullable Timer ackDeadline;
    private boolean wantsToAnswer;
    private @Nullable SipResponse success;
    private final Runnable over;

    /** @param over called when nothing more can come of it */
    IncomingCall(
            Transactions transactions,
            PhoneIdentity phone,
            ServerTransaction invite,
            Tokens tokens,
            Answering answering,
            Runnable over) {
        this.transactions = transactions;
        this.phone = phone;
        this.invite = invite;
        this.tokens = tokens;
        this.answering = answering;
        this.over = over;
        this.tag = tokens.next();
        this.reliable = isReliable()
                ? new ReliableResponses(transactions, invite, answering.firstRseq(tokens), () -> refuse(504))
                : null;
    }

    private boolean offers(String field) {
        return invite.request().headers().hasTag(field, ReliableResponses.TAG);
    }

    private boolean isReliable() {
        return answering.reliable() != PrackPolicy.NEVER
                && (offers(HeaderName.SUPPORTED) || offers(HeaderName.REQUIRE));
    }

    /** Rings, or refuses for what the caller requires or lacks (P3, P4). */
    void start() {
        if (offers(HeaderName.REQUIRE) && reliable == null) {
            refuse(response(420).plus(HeaderName.UNSUPPORTED, ReliableResponses.TAG));
        } else if (answering.reliable() == PrackPolicy.REQUIRED && reliable == null) {
            refuse(response(421).plus(HeaderName.REQUIRE, ReliableResponses.TAG));
        } else {
            ring();
        }
    }

    private void ring() {
        SipResponse plain = response(180).plus(HeaderName.CONTACT, phone.contact());
        if (reliable != null) {
            boolean offersFirst = invite.request().body().isEmpty();
            reliable.send(offersFirst ? SessionDescription.into(plain, phone) : plain);
        } else {
            invite.respond(plain);
        }
        ringing = transactions.timers().after(answering.ringMillis(), () -> {
            wantsToAnswer = true;
            answerIfPossible();
        });
    }

    private SipResponse response(int status) {
        SipResponse response = invite.request().response(status, tag);
        boolean makesDialog = status > 100 && status < 300;
        return makesDialog
                ? response.withHeaders(response.headers()
                        .plusAll(HeaderName.RECORD_ROUTE, invite.request().headers())
                        .inOrder())
                : response;
    }

    private void answerIfPossible() {
        if (!wantsToAnswer || success != null || !invite.isOpen()) {
            return;
        }
        if (reliable != null && !reliable.maySucceed()) {
            transactions.journal().note("P15", "the 200 waits for the PRACK of a response with a session description");
            return;
        }
        SipResponse plain = response(200)
                .plus(HeaderName.CONTACT, phone.contact())
                .plus(HeaderName.SUPPORTED, ReliableResponses.TAG);
        boolean described = invite.request().body().isEmpty() && reliable != null;
        SipResponse answer = described ? plain : SessionDescription.into(plain, phone);
        success = answer;
        closeReliable();
        invite.respond(answer);
        repeats = new Repeats(transactions.timers(), Intervals.T1, Intervals.T2, () -> {
            transactions.journal().note("X4", "no ACK: 200 is sent again");
            invite.respond(answer);
        });
        ackDeadline = transactions.timers().after(Intervals.TIMEOUT, () -> {
            transactions.journal().note("X4", "no ACK in time: the call is ended");
            stopRepeats();
            hangUp(answer);
        });
    }

    private void hangUp(SipResponse answer) {
        Dialog dialog = Dialog.ofCallee(phone, invite.request(), answer, invite.from());
        transactions.send(
                dialog.request("BYE", tokens.next()), dialog.nextHop(), ClientTransaction.Listener.whenOver(over));
    }

    private void closeReliable() {
        if (reliable != null) {
            reliable.close();
        }
    }

    private void stopRepeats() {
        if (repeats != null) {
            repeats.stop();
        }
        if (ackDeadline != null) {
            ackDeadline.cancel();
        }
    }

    private void refuse(int status) {
        refuse(response(status));
    }

    private void refuse(SipResponse response) {
        if (ringing != null) {
            ringing.cancel();
        }
        closeReliable();
        if (invite.isOpen()) {
            invite.respond(response);
        }
        transactions.timers().after(Intervals.TIMEOUT, over);
    }

    /** Answers a request of the caller within this call. */
    void take(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        switch (request.method()) {
            case "PRACK" -> {
                transaction.respond(reliable == null ? request.response(481) : reliable.acknowledge(request));
                answerIfPossible();
            }
            case "BYE" -> {
                stopRepeats();
                transaction.respond(request.response(200));
                if (invite.isOpen()) {
                    refuse(487);
                } else {
                    over.run();
                }
            }
            case "CANCEL" -> {
                transaction.respond(request.response(200, tag));
                if (invite.isOpen()) {
                    refuse(487);
                }
            }
            default ->
                transaction.respond(
                        request.response(405).plus(HeaderName.ALLOW, "INVITE, ACK, CANCEL, BYE, PRACK, OPTIONS"));
        }
    }

    /** The ACK of the 200 has come. */
    void acknowledged() {
        stopRepeats();
    }
}
