package org.ipsisim.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.HeaderName;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageReader;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.proxy.SipServer;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.MessageNetwork;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;
import org.ipsisim.sip.transaction.Transfer;

/** One session manager and a few phones on a simulated network, 10 ms from each other. */
final class Bench implements OutgoingCall.Listener, RegistrationAgent.Listener {
    static final Hop SERVER = new Hop(SipTransport.UDP, "10.0.0.1", 5060);
    static final int DELAY = 10;

    final Agenda agenda = new Agenda();
    final SipTimers timers = new SipTimers(agenda);
    final List<String> notes = new ArrayList<>();
    final List<String> outcomes = new ArrayList<>();
    final Map<String, UserAgent> phones = new LinkedHashMap<>();
    final SipServer server;
    MessageNetwork.Fate fate = (number, from, to, message) -> DELAY;
    private final List<Transfer> sent = new ArrayList<>();
    private final MessageNetwork network =
            new MessageNetwork(agenda, (number, from, to, message) -> fate.delay(number, from, to, message), sent::add);
    SipTransport transport = SipTransport.UDP;

    Bench() {
        this(policy -> policy);
    }

    Bench(UnaryOperator<RegistrarPolicy> policy) {
        server = new SipServer(
                List.of(SERVER, new Hop(SipTransport.TCP, SERVER.host(), SERVER.port())),
                policy.apply(RegistrarPolicy.of("example.com")),
                user -> user.startsWith("6") ? Optional.of("pw" + user) : Optional.empty(),
                tokens("server"),
                timers,
                network.wire(SERVER),
                this::note,
                1000);
        network.join(SERVER, server::receive);
    }

    static Tokens tokens(String name) {
        return Tokens.of(Draws.ofSeed(7).named(name));
    }

    private void note(String rule, String text) {
        notes.add(agenda.now() + " " + rule + " " + text);
    }

    /** The loss of the messages with these numbers. */
    void lose(Integer... numbers) {
        Set<Integer> lost = Set.of(numbers);
        fate = (number, from, to, message) -> lost.contains(number) ? -DELAY : DELAY;
    }

    Hop hop(int user) {
        return new Hop(transport, "10.0.1." + user % 100, 5060);
    }

    UserAgent phone(int user, Answering answering) {
        return phone(user, answering, "pw" + user);
    }

    UserAgent phone(int user, Answering answering, String password) {
        Hop own = hop(user);
        UserAgent agent = new UserAgent(
                new PhoneIdentity(String.valueOf(user), "example.com", password, own),
                answering,
                tokens("phone-" + phones.size()),
                timers,
                network.wire(own),
                this::note);
        network.join(own, agent::receive);
        phones.put(user + "/" + phones.size(), agent);
        return agent;
    }

    /** Another device of a user, at another address. */
    UserAgent device(int user, int last, Answering answering) {
        Hop own = new Hop(transport, "10.0.2." + last, 5060);
        UserAgent agent = new UserAgent(
                new PhoneIdentity(String.valueOf(user), "example.com", "pw" + user, own),
                answering,
                tokens("device-" + last),
                timers,
                network.wire(own),
                this::note);
        network.join(own, agent::receive);
        return agent;
    }

    RegistrationAgent registration(UserAgent phone, NonceUse use) {
        return phone.registration(new Hop(transport, SERVER.host(), SERVER.port()), 900, 0.5, use, this);
    }

    /** Registers a phone and lets that come to its end. */
    void register(UserAgent phone) {
        registration(phone, NonceUse.ONE_TIME).register();
        run(agenda.now() + 1000);
    }

    void run(long until) {
        agenda.runUntil(until);
    }

    List<Transfer> transfers() {
        return List.copyOf(sent);
    }

    /** What was sent, from a number on: the time, who to whom by the last number of the address, and what. */
    List<String> flow(int first) {
        return sent.stream()
                .filter(transfer -> transfer.number() >= first)
                .map(Bench::line)
                .toList();
    }

    private static String line(Transfer transfer) {
        String what = transfer.message() instanceof SipResponse response
                ? response.status() + " " + response.method()
                : transfer.message().method();
        return transfer.sentAt() + " " + end(transfer.from()) + ">" + end(transfer.to()) + " " + what
                + (transfer.isLost() ? " lost" : "") + (transfer.isRepeat() ? " again" : "");
    }

    private static String end(Hop hop) {
        return hop.equals(new Hop(hop.transport(), SERVER.host(), SERVER.port()))
                ? "sm"
                : hop.host().substring(hop.host().lastIndexOf('.') + 1);
    }

    /** The first message that was sent of a kind, such as {@code PRACK} or {@code 180}. */
    SipMessage first(String kind) {
        return all(kind).get(0);
    }

    List<SipMessage> all(String kind) {
        return sent.stream()
                .map(Transfer::message)
                .filter(message -> message instanceof SipResponse response
                        ? kind.equals(String.valueOf(response.status()))
                        : kind.equals(message.method()))
                .toList();
    }

    List<Long> timesOf(String kind, Hop from) {
        return sent.stream()
                .filter(transfer -> transfer.from().equals(from))
                .filter(transfer -> all(kind).contains(transfer.message()))
                .map(Transfer::sentAt)
                .toList();
    }

    static SipMessage message(String text) {
        try {
            return MessageReader.read(text.replace("\n", "\r\n"));
        } catch (MalformedMessage e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** A REGISTER of user 6001 without a password, with more header lines. */
    static SipRequest register(String callId, long cseq, String... lines) {
        return (SipRequest) message("REGISTER sip:example.com SIP/2.0\nVia: SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bK"
                + callId + cseq + "\nFrom: <sip:6001@example.com>;tag=a\nTo: <sip:6001@example.com>\nCall-ID: " + callId
                + "\nCSeq: " + cseq + " REGISTER\n" + String.join("\n", lines) + (lines.length == 0 ? "" : "\n")
                + "\n");
    }

    static String header(SipMessage message, String name) {
        return message.header(name);
    }

    static long rseq(SipMessage message) {
        return message.headers().findNumber(HeaderName.RSEQ).orElseThrow();
    }

    @Override
    public void progressed(int status) {
        outcomes.add("progressed " + status);
    }

    @Override
    public void answered() {
        outcomes.add("answered");
    }

    @Override
    public void ended() {
        outcomes.add("ended");
    }

    @Override
    public void refused(int status) {
        outcomes.add("refused " + status);
    }

    @Override
    public void registered(long seconds) {
        outcomes.add("registered " + seconds);
    }

    @Override
    public void unanswered() {
        outcomes.add("unanswered");
    }
}
