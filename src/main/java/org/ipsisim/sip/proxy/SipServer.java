package org.ipsisim.sip.proxy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.Parameters;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;
import org.ipsisim.sip.registrar.Authenticator;
import org.ipsisim.sip.registrar.Binding;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.registrar.SipRegistrar;
import org.ipsisim.sip.registrar.SipUsers;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.ServerTransaction;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipWire;
import org.ipsisim.sip.transaction.Transactions;

/**
 * A session manager: registrar and stateful proxy of one domain. It passes on only what its own users send each other.
 *
 * <p>A request that begins something comes from where its user has registered, or is challenged. What follows within a call
 * carries the mark that this server has put into Record-Route.
 */
public final class SipServer implements Transactions.User {
    private static final int USUAL_HOPS = 70;
    private static final String MARK = "call";
    private static final int MARK_LENGTH = 16;

    private final List<Hop> own;
    private final RegistrarPolicy policy;
    private final SipUsers users;
    private final SipRegistrar registrar;
    private final Authenticator authenticator;
    private final Tokens tokens;
    private final String secret;
    private final SipTimers timers;
    private final Transactions transactions;
    private boolean isServing = true;
    private final Map<String, Hop> fixed = new LinkedHashMap<>();
    private final Map<ServerTransaction, ForkedRequest> invites = new LinkedHashMap<>();

    /**
     * A server without users that are registered.
     *
     * @param own where it listens, the first for messages that name it
     * @param mostBindings how many bindings it keeps
     */
    public SipServer(
            List<Hop> own,
            RegistrarPolicy policy,
            SipUsers users,
            Tokens tokens,
            SipTimers timers,
            SipWire wire,
            Journal journal,
            int mostBindings) {
        this.own = List.copyOf(own);
        Set<String> names = new LinkedHashSet<>(policy.hosts());
        own.forEach(hop -> names.add(hop.host()));
        this.policy = policy.knownAs(names);
        this.users = users;
        this.tokens = tokens;
        this.secret = tokens.next();
        this.timers = timers;
        this.authenticator = new Authenticator(this.policy, users, tokens);
        this.transactions = new Transactions(timers, wire, journal, this);
        this.registrar = new SipRegistrar(this.policy, users, authenticator, tokens, timers, journal, mostBindings);
    }

    /** Takes a message that has arrived. */
    public void receive(SipMessage message, Hop from) {
        transactions.receive(message, from);
    }

    /** Its connection to somewhere is gone. */
    public void broken(Hop hop) {
        transactions.broken(hop);
    }

    /** Lets a user be reached at a place without registering: a voicemail server. */
    public void place(String user, Hop at) {
        fixed.put(user, at);
    }

    /** Whether it has call processing; without it, it answers 503 to whatever would begin a call (U13). */
    public void setServing(boolean serves) {
        isServing = serves;
    }

    /** Its registrar. */
    public SipRegistrar registrar() {
        return registrar;
    }

    /** How many transactions have not ended. */
    public int size() {
        return transactions.size();
    }

    @Override
    public void received(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        if (request.method().equals("CANCEL")) {
            cancel(transaction);
        } else if (request.method().equals("REGISTER")) {
            transaction.respond(registrar.register(request, transaction.from()));
        } else {
            pass(transaction);
        }
    }

    private void cancel(ServerTransaction transaction) {
        Optional<ServerTransaction> meant = transactions.findCancelled(transaction.request());
        transaction.respond(transaction.request().response(meant.isPresent() ? 200 : 481, tokens.next()));
        meant.map(invites::get).ifPresent(forked -> forked.cancel("X6"));
    }

    private void pass(ServerTransaction transaction) {
        SipRequest request = withoutOwnRoute(transaction.request());
        boolean marked = isMarked(transaction.request());
        long hops = request.headers().findNumber(HeaderName.MAX_FORWARDS).orElse((long) USUAL_HOPS);
        if (hops == 0) {
            transaction.respond(request.response(483, tokens.next()));
            return;
        }
        Optional<SipUri> uri = SipUri.find(request.uri());
        if (uri.isEmpty()) {
            transaction.respond(request.response(400, tokens.next()));
            return;
        }
        if (request.method().equals("OPTIONS")
                && uri.get().user().isEmpty()
                && policy.serves(uri.get().host())) {
            transaction.respond(request.response(200, tokens.next())
                    .plus(HeaderName.ALLOW, "INVITE, ACK, CANCEL, BYE, PRACK, OPTIONS, REGISTER"));
            return;
        }
        List<String> required = request.headers().list(HeaderName.PROXY_REQUIRE);
        if (!required.isEmpty()) {
            transaction.respond(
                    request.response(420, tokens.next()).plus(HeaderName.UNSUPPORTED, String.join(", ", required)));
            return;
        }
        if (!marked && !isServing) {
            transaction.respond(request.response(503, tokens.next()));
            return;
        }
        if (!marked) {
            Optional<SipResponse> refusal = findRefusal(request, transaction.from());
            if (refusal.isPresent()) {
                transaction.respond(refusal.get());
                return;
            }
        }
        SipRequest next = request.withHeaders(
                request.headers().with(HeaderName.MAX_FORWARDS, hops - 1).without(HeaderName.PROXY_AUTHORIZATION));
        ForkedRequest forked = new ForkedRequest(transactions, transaction, () -> invites.remove(transaction));
        int targets = addTargets(forked, next, uri.get(), marked, transaction.from());
        if (targets == 0) {
            transaction.respond(request.response(targetStatus(uri.get()), tokens.next()));
            return;
        }
        if (request.method().equals("INVITE")) {
            transaction.respond(request.response(100));
            invites.put(transaction, forked);
        }
        forked.start();
    }

    /** Why a request that begins something is refused, if it is: it is not from a user, or not to a host of ours. */
    private Optional<SipResponse> findRefusal(SipRequest request, Hop from) {
        Optional<SipUri> sender = request.headers().address(HeaderName.FROM).flatMap(NameAddress::sipUri);
        if (sender.isEmpty() || !policy.serves(sender.get().host())) {
            return Optional.of(request.response(403, tokens.next()));
        }
        String user = sender.get().user();
        return registrar.isRegisteredFrom(ownKey(sender.get()), from) || from.equals(fixed.get(user))
                ? Optional.empty()
                : authenticator.findRefusal(request, user, Authenticator.Asker.PROXY, timers.now());
    }

    private int addTargets(ForkedRequest forked, SipRequest request, SipUri uri, boolean marked, Hop from) {
        if (marked) {
            Hop to = nextHop(request, uri);
            forked.add(sent(request, to), to);
            return 1;
        }
        if (!policy.serves(uri.host())
                || !request.headers().list(HeaderName.ROUTE).isEmpty()) {
            return 0;
        }
        SipRequest routed = request.method().equals("INVITE") ? recorded(request, from) : request;
        Hop server = fixed.get(uri.user());
        if (server != null) {
            forked.add(sent(routed, server), server);
            return 1;
        }
        List<Binding> bindings = registrar.listBindings(ownKey(uri));
        for (Binding binding : bindings) {
            Hop to = way(binding.uri(), binding.source());
            forked.add(sent(routed.withUri(binding.uri().toString()), to), to);
        }
        return bindings.size();
    }

    /** Where a request within a call goes: to its next route, else to the phone that its URI names. */
    private Hop nextHop(SipRequest request, SipUri uri) {
        SipUri next = request.headers()
                .address(HeaderName.ROUTE)
                .flatMap(NameAddress::sipUri)
                .orElse(uri);
        return registrar.findFlow(next).map(flow -> way(next, flow)).orElse(Hop.of(next));
    }

    /** The key of a user of this domain, whichever of its names stands in a URI. */
    private String ownKey(SipUri uri) {
        String key = uri.addressOfRecord();
        return key.substring(0, key.lastIndexOf('@') + 1) + policy.domain();
    }

    /** Where a phone is sent its requests: to its contact if it is on the host from which it has registered, else back there. */
    private static Hop way(SipUri contact, Hop source) {
        return !source.transport().isReliable() && contact.host().equals(source.host()) ? Hop.of(contact) : source;
    }

    /** Why nobody could be reached: a host of others, a user that there is not, or one without a phone. */
    private int targetStatus(SipUri uri) {
        return !policy.serves(uri.host()) ? 403 : users.findPassword(uri.user()).isEmpty() ? 404 : 480;
    }

    private SipRequest withoutOwnRoute(SipRequest request) {
        boolean ours = request.headers()
                .address(HeaderName.ROUTE)
                .flatMap(NameAddress::sipUri)
                .filter(this::isOwn)
                .isPresent();
        return ours ? request.withHeaders(request.headers().withoutFirst(HeaderName.ROUTE)) : request;
    }

    private boolean isOwn(SipUri uri) {
        return own.stream().anyMatch(hop -> hop.host().equals(uri.host()) && hop.port() == uri.portOrUsual());
    }

    /** The Request with this server in its Record-Route, on the way by which the sender has reached it. */
    private SipRequest recorded(SipRequest request, Hop from) {
        Hop self = own(from);
        SipUri uri = SipUri.ofHost(self.host(), self.port());
        SipUri lr = (self.transport().isReliable() ? uri.with("transport", "tcp") : uri).with("lr", "");
        NameAddress route = NameAddress.of(lr.with(MARK, mark(request)));
        return request.withHeaders(request.headers().withFirst(HeaderName.RECORD_ROUTE, route));
    }

    private Hop own(Hop other) {
        return own.stream()
                .filter(hop -> hop.transport() == other.transport())
                .findFirst()
                .orElse(own.get(0));
    }

    private boolean isMarked(SipRequest request) {
        return request.headers()
                .address(HeaderName.ROUTE)
                .flatMap(NameAddress::sipUri)
                .filter(this::isOwn)
                .flatMap(uri -> uri.parameters().find(MARK))
                .filter(mark -> mark.equals(mark(request)))
                .isPresent();
    }

    /** What only this server can write into the Record-Route of a call. */
    private String mark(SipRequest request) {
        return tokens.mark(secret, request.header(HeaderName.CALL_ID)).substring(0, MARK_LENGTH);
    }

    private SipRequest sent(SipRequest request, Hop to) {
        Hop self = own(to);
        Via via = new Via(self.transport().name(), self.host(), self.port(), Parameters.NONE)
                .with("branch", Via.COOKIE + tokens.next());
        return request.withHeaders(request.headers().withFirst(HeaderName.VIA, via));
    }

    @Override
    public void receivedAck(SipRequest ack, Hop from) {
        if (!isMarked(ack)) {
            return;
        }
        SipRequest request = withoutOwnRoute(ack);
        Optional<SipUri> uri = SipUri.find(request.uri());
        if (uri.isPresent()) {
            Hop to = nextHop(request, uri.get());
            transactions.transmit(sent(request, to), to);
        }
    }
}
