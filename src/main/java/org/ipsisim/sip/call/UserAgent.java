package org.ipsisim.sip.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.ServerTransaction;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipWire;
import org.ipsisim.sip.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** A phone or a voicemail server: it registers, calls, and is called. */
public final class UserAgent implements Transactions.User {
    private final PhoneIdentity phone;
    private final Tokens tokens;
    private final Answering answering;
    private final Transactions transactions;
    private final Map<String, IncomingCall> incoming = new LinkedHashMap<>();
    private final Map<String, OutgoingCall> outgoing = new LinkedHashMap<>();

    public UserAgent(
            PhoneIdentity phone, Answering answering, Tokens tokens, SipTimers timers, SipWire wire, Journal journal) {
        this.phone = phone;
        this.answering = answering;
        this.tokens = tokens;
        this.transactions = new Transactions(timers, wire, journal, this);
    }

    /** Takes a message that has arrived. */
    public void receive(SipMessage message, Hop from) {
        transactions.receive(message, from);
    }

    /** Calls another user through a proxy. */
    public OutgoingCall call(String user, Hop proxy, OutgoingCall.Offer offer, OutgoingCall.Listener listener) {
        String callId = tokens.next() + "@" + phone.own().host();
        OutgoingCall call = new OutgoingCall(
                transactions, phone, user, proxy, tokens, offer, callId, listener, () -> outgoing.remove(callId));
        outgoing.put(callId, call);
        call.start();
        return call;
    }

    /** A registration with a registrar, which does nothing until it is told to. */
    public RegistrationAgent registration(
            Hop registrar, long lifetime, double refreshAt, NonceUse nonceUse, RegistrationAgent.Listener listener) {
        return new RegistrationAgent(transactions, phone, registrar, tokens, lifetime, refreshAt, nonceUse, listener);
    }

    /** How many calls and transactions it remembers. */
    public int size() {
        return incoming.size() + outgoing.size() + transactions.size();
    }

    @Override
    public void received(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        String callId = request.header(HeaderName.CALL_ID);
        @Nullable IncomingCall call = incoming.get(callId);
        if (call != null && !request.method().equals("INVITE")) {
            call.take(transaction);
        } else if (request.method().equals("BYE") && outgoing.containsKey(callId)) {
            transaction.respond(request.response(200));
            outgoing.get(callId).hungUp();
        } else if (request.method().equals("INVITE") && call == null && !isWithinDialog(request)) {
            ring(transaction, callId);
        } else if (request.method().equals("OPTIONS")) {
            transaction.respond(request.response(200, tokens.next()));
        } else {
            transaction.respond(request.response(call == null ? 481 : 482, tokens.next()));
        }
    }

    private static boolean isWithinDialog(SipRequest request) {
        return !request.headers().tag(HeaderName.TO).isEmpty();
    }

    private void ring(ServerTransaction transaction, String callId) {
        IncomingCall call =
                new IncomingCall(transactions, phone, transaction, tokens, answering, () -> incoming.remove(callId));
        incoming.put(callId, call);
        call.start();
    }

    @Override
    public void receivedAck(SipRequest ack, Hop from) {
        @Nullable IncomingCall call = incoming.get(ack.header(HeaderName.CALL_ID));
        if (call != null) {
            call.acknowledged();
        }
    }
}
