package org.ipsisim.sip.transaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.MessageCheck;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.Via;

/**
 * The transactions of one element: finds for each message the transaction to which it belongs, and hands to the user only
 * what is new (RFC 3261 section 17).
 */
public final class Transactions {
    /** Who decides about requests. */
    public interface User {
        /** A new request that is no ACK. */
        void received(ServerTransaction transaction);

        /** The ACK of a 2xx, which belongs to no transaction. */
        void receivedAck(SipRequest ack, Hop from);
    }

    private final SipTimers timers;
    private final SipWire wire;
    private final Journal journal;
    private final User user;
    private final Map<String, ClientTransaction> clients = new LinkedHashMap<>();
    private final Map<String, ServerTransaction> servers = new LinkedHashMap<>();

    public Transactions(SipTimers timers, SipWire wire, Journal journal, User user) {
        this.timers = timers;
        this.wire = wire;
        this.journal = journal;
        this.user = user;
    }

    /** The timers of this element. */
    public SipTimers timers() {
        return timers;
    }

    /** Who hears what happens inside. */
    public Journal journal() {
        return journal;
    }

    /** How many transactions have not ended. */
    public int size() {
        return clients.size() + servers.size();
    }

    /** Takes a message that has arrived. A request that lacks what every request needs is answered 400, such a response is dropped. */
    public void receive(SipMessage message, Hop from) {
        List<String> problems = MessageCheck.problems(message);
        if (message instanceof SipResponse response) {
            ClientTransaction client = problems.isEmpty() ? clients.get(clientKey(response)) : null;
            if (client != null) {
                client.receive(response);
            }
        } else if (message instanceof SipRequest request
                && request.headers().topVia().isPresent()) {
            SipRequest marked = marked(request, from);
            if (problems.isEmpty()) {
                receive(marked, from);
            } else if (!request.method().equals("ACK")) {
                SipResponse refusal = marked.response(400);
                wire.send(
                        new SipResponse(400, "Bad Request: " + problems.get(0), refusal.headers(), ""),
                        back(marked, from));
            }
        }
    }

    private void receive(SipRequest request, Hop from) {
        String key = serverKey(request, request.method());
        ServerTransaction known = servers.get(key);
        boolean isAck = request.method().equals("ACK");
        if (known != null && isAck) {
            known.receiveAck();
        } else if (known != null) {
            known.receiveAgain();
        } else if (isAck) {
            user.receivedAck(request, from);
        } else {
            ServerTransaction transaction = new ServerTransaction(this, key, request, from);
            servers.put(key, transaction);
            user.received(transaction);
        }
    }

    /** Sends a request in a transaction of its own; its uppermost Via has a branch that is new. */
    public ClientTransaction send(SipRequest request, Hop to, ClientTransaction.Listener listener) {
        ClientTransaction client = new ClientTransaction(this, request, to, listener);
        clients.put(clientKey(request), client);
        client.begin();
        return client;
    }

    /** Sends a message that belongs to no transaction: the ACK of a 2xx. */
    public void transmit(SipMessage message, Hop to) {
        wire.send(message, to);
    }

    /** The transaction of the INVITE that a CANCEL means (RFC 3261 section 9.2). */
    public Optional<ServerTransaction> findCancelled(SipRequest cancel) {
        return Optional.ofNullable(servers.get(serverKey(cancel, "INVITE")));
    }

    /** Lets every request that waits for an answer from somewhere fail: its connection is gone (RFC 3261 section 17.1.4). */
    public void broken(Hop hop) {
        List.copyOf(clients.values()).stream()
                .filter(client -> client.to().equals(hop))
                .forEach(ClientTransaction::fail);
    }

    void forget(ClientTransaction client) {
        clients.remove(clientKey(client.request()), client);
    }

    void forget(ServerTransaction server) {
        servers.remove(server.key(), server);
    }

    private static String clientKey(SipMessage message) {
        return message.branch() + " " + message.method();
    }

    /** Section 17.2.3; a branch of RFC 2543 says nothing, and From, Call-ID and CSeq stand in. */
    private static String serverKey(SipRequest request, String method) {
        Via via = request.headers().topVia().orElseThrow();
        String sentBy = via.host() + ":" + via.portOrUsual();
        String kind = method.equals("ACK") ? "INVITE" : method;
        return via.branch().startsWith(Via.COOKIE)
                ? kind + " " + via.branch() + " " + sentBy
                : kind + " " + request.headers().tag(HeaderName.FROM) + " " + request.header(HeaderName.CALL_ID) + " "
                        + request.cseqNumber() + " " + sentBy;
    }

    /** Says in the uppermost Via where a request has come from (RFC 3261 section 18.2.1, RFC 3581). */
    private static SipRequest marked(SipRequest request, Hop from) {
        Via via = request.headers().topVia().orElseThrow();
        Via full = via;
        if (via.parameters().has("rport")) {
            full = full.with("received", from.host()).with("rport", String.valueOf(from.port()));
        } else if (!via.host().equals(from.host())) {
            full = full.with("received", from.host());
        }
        if (full.equals(via)) {
            return request;
        }
        SipHeaders rest = request.headers().withoutFirst(HeaderName.VIA);
        return request.withHeaders(rest.withFirst(HeaderName.VIA, full));
    }

    /** Where the responses to a request go (RFC 3261 section 18.2.2, RFC 3581). */
    static Hop back(SipRequest request, Hop from) {
        Via via = request.headers().topVia().orElseThrow();
        return from.transport().isReliable() || via.parameters().has("rport")
                ? from
                : new Hop(from.transport(), from.host(), via.portOrUsual());
    }
}
