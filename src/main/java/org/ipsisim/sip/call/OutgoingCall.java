package org.ipsisim.sip.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.RAck;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.transaction.ClientTransaction;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Requests;
import org.ipsisim.sip.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** A call at the end that makes it: INVITE, PRACK for what asks for it, ACK, BYE (RFC 3261 section 13, RFC 3262 section 4). */
public final class OutgoingCall {
    /** Hears how a call fares. */
    public interface Listener {
        /** A provisional response that is new. */
        void progressed(int status);

        void answered();

        /** It was refused with this status; 408 if no answer came. */
        void refused(int status);

        /** One of the ends has hung up. */
        void ended();
    }

    /**
     * What a caller offers.
     *
     * @param option {@code Supported: 100rel}, {@code Require: 100rel}, or neither
     * @param offersSession whether the INVITE has a session description (P16)
     */
    public record Offer(Option option, boolean offersSession) {
        /** What an INVITE says about 100rel. */
        public enum Option {
            NONE,
            SUPPORTED,
            REQUIRED
        }

        /** Supported, and a session description: what a phone sends (seed). */
        public static final Offer USUAL = new Offer(Option.SUPPORTED, true);
    }

    private record EarlyDialog(Dialog dialog, ProvisionalAcks acks) {}

    private final Transactions transactions;
    private final PhoneIdentity phone;
    private final String target;
    private final Hop proxy;
    private final Tokens tokens;
    private final Offer offer;
    private final Listener listener;
    private final Runnable over;
    private final Map<String, EarlyDialog> early = new LinkedHashMap<>();
    private final String callId;
    private final String tag;
    private final Map<String, SipRequest> acks = new LinkedHashMap<>();
    private SipRequest invite;
    private @Nullable ClientTransaction transaction;
    private boolean hasProvisional;
    private boolean isCancelled;
    private boolean hasCredentials;
    private @Nullable Dialog dialog;

    /**
     * A call to a user of the phone's own domain, which begins with {@link #start}.
     *
     * @param over called when nothing more can come of it
     */
    OutgoingCall(
            Transactions transactions,
            PhoneIdentity phone,
            String user,
            Hop proxy,
            Tokens tokens,
            Offer offer,
            String callId,
            Listener listener,
            Runnable over) {
        this.transactions = transactions;
        this.phone = phone;
        this.target = SipUri.ofHost(phone.domain(), 0).withUser(user).toString();
        this.proxy = proxy;
        this.tokens = tokens;
        this.offer = offer;
        this.listener = listener;
        this.over = over;
        this.callId = callId;
        this.tag = tokens.next();
        this.invite = invite(1);
    }

    private SipRequest invite(long cseq) {
        Via via = phone.via(tokens.next());
        NameAddress from = phone.address().with("tag", tag);
        SipRequest plain = SipRequest.of("INVITE", target, via, from, "<" + target + ">", callId, cseq)
                .plus(HeaderName.CONTACT, phone.contact());
        SipRequest request = switch (offer.option()) {
            case NONE -> plain;
            case SUPPORTED -> plain.plus(HeaderName.SUPPORTED, ReliableResponses.TAG);
            case REQUIRED -> plain.plus(HeaderName.REQUIRE, ReliableResponses.TAG);
        };
        return offer.offersSession() ? SessionDescription.into(request, phone) : request;
    }

    /** Sends the INVITE. */
    void start() {
        SipRequest sent = invite;
        transaction = transactions.send(sent, proxy, new ClientTransaction.Listener() {
            @Override
            public void answered(SipResponse response) {
                take(sent, response);
            }

            @Override
            public void failed() {
                refuse(408);
            }
        });
    }

    private void take(SipRequest sent, SipResponse response) {
        if (response.isProvisional()) {
            provisional(sent, response);
        } else if (response.isSuccess()) {
            success(sent, response);
        } else if (!answerChallenge(response)) {
            refuse(response.status());
        }
    }

    private void refuse(int status) {
        over.run();
        listener.refused(status);
    }

    private void provisional(SipRequest sent, SipResponse response) {
        boolean cancelNow = isCancelled && !hasProvisional;
        hasProvisional = true;
        if (cancelNow) {
            sendCancel();
        }
        if (!response.isReliable()) {
            listener.progressed(response.status());
            return;
        }
        EarlyDialog one = early.computeIfAbsent(
                response.headers().tag(HeaderName.TO),
                toTag -> new EarlyDialog(Dialog.ofCaller(phone, sent, response, proxy), new ProvisionalAcks()));
        Optional<RAck> rack = one.acks.take(response);
        if (rack.isEmpty()) {
            transactions.journal().note("P13", "a copy, or one out of order: no PRACK");
            return;
        }
        prack(one.dialog, rack.get(), response);
        listener.progressed(response.status());
    }

    /** Acknowledges; the answer rides in the PRACK if the offer came in the response (P16). */
    private void prack(Dialog within, RAck rack, SipResponse response) {
        SipRequest prack = within.request("PRACK", tokens.next()).plus(HeaderName.RACK, rack);
        boolean answers = !offer.offersSession() && !response.body().isEmpty();
        SipRequest sent = answers ? SessionDescription.into(prack, phone) : prack;
        transactions.send(sent, within.nextHop(), ClientTransaction.Listener.none());
    }

    private void success(SipRequest sent, SipResponse response) {
        String toTag = response.headers().tag(HeaderName.TO);
        SipRequest known = acks.get(toTag);
        if (known != null) {
            transactions.journal().note("X5", "the 200 has come again and gets its ACK again");
            transactions.transmit(known, hop(known));
            return;
        }
        EarlyDialog before = early.get(toTag);
        Dialog made = before != null ? before.dialog : Dialog.ofCaller(phone, sent, response, proxy);
        SipRequest ack = made.request("ACK", tokens.next(), sent.cseqNumber());
        acks.put(toTag, ack);
        transactions.transmit(ack, made.nextHop());
        if (dialog != null || isCancelled) {
            transactions.send(made.request("BYE", tokens.next()), made.nextHop(), ClientTransaction.Listener.none());
        } else {
            dialog = made;
            listener.answered();
        }
    }

    private Hop hop(SipRequest request) {
        return request.headers()
                .address(HeaderName.ROUTE)
                .flatMap(NameAddress::sipUri)
                .or(() -> SipUri.find(request.uri()))
                .map(Hop::of)
                .orElse(proxy);
    }

    /** Sends the INVITE once more with credentials, if they were asked for and not yet shown (D5). */
    private boolean answerChallenge(SipResponse response) {
        List<String> challenges = response.headers().list(HeaderName.PROXY_AUTHENTICATE);
        Optional<Challenge> challenge = Challenge.first(challenges);
        if (response.status() != 407 || challenge.isEmpty() || hasCredentials) {
            return false;
        }
        hasCredentials = true;
        SipRequest again = invite(invite.cseqNumber() + 1);
        Credentials credentials =
                Credentials.answer(challenge.get(), phone.user(), phone.password(), "INVITE", target, tokens.next(), 1);
        invite = again.plus(HeaderName.PROXY_AUTHORIZATION, credentials);
        start();
        return true;
    }

    /** Gives up before an answer: CANCEL, as soon as a provisional response has come. */
    public void cancel() {
        isCancelled = true;
        if (hasProvisional) {
            sendCancel();
        }
    }

    private void sendCancel() {
        if (transaction != null && transaction.isOpen()) {
            transactions.send(Requests.cancel(invite), proxy, ClientTransaction.Listener.none());
        }
    }

    /** Hangs up. */
    public void hangUp() {
        Dialog talking = dialog;
        if (talking != null) {
            dialog = null;
            transactions.send(
                    talking.request("BYE", tokens.next()), talking.nextHop(), ClientTransaction.Listener.none());
            over.run();
            listener.ended();
        }
    }

    /** The other end has hung up. */
    void hungUp() {
        if (dialog != null) {
            dialog = null;
            over.run();
            listener.ended();
        }
    }
}
