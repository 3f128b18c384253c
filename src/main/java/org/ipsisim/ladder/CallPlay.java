package org.ipsisim.ladder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.VoicemailServer;
import org.ipsisim.history.History;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.ladder.CallSituation.Standing;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.proxy.SipServer;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Intervals;
import org.ipsisim.sip.transaction.MessageNetwork;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;
import org.ipsisim.sip.transaction.Transfer;
import org.jspecify.annotations.Nullable;

/** Plays a call of {@code sip.calls} through the machines of {@code sip}, under the clock of the run (U17 to U19). */
public final class CallPlay implements OutgoingCall.Listener {
    /** How long a call is watched after everything that it waits for: the longest time-out twice, in milliseconds. */
    private static final long TAIL = 2 * 64_000;

    private static final int MANY_BINDINGS = 1000;

    /** What can become of a call. */
    public enum Outcome implements Keyed {
        ANSWERED,
        REFUSED,
        NO_ANSWER,
        NOT_SENT
    }

    /**
     * A call that was played.
     *
     * @param call as the scenario has it
     * @param status of the refusal; 0 if it was not refused
     * @param prackMillis from the first reliable response to the arrival of its PRACK; empty if there was none
     */
    public record Played(SipCall call, Ladder ladder, Outcome outcome, int status, Optional<Long> prackMillis) {}

    private final SipEstate sip;
    private final SipCall call;
    private final CallSituation situation;
    private final Agenda agenda = new Agenda();
    private final SipTimers timers = new SipTimers(agenda);
    private final Draws draws;
    private final LadderRecorder recorder = new LadderRecorder();
    private final SipTransport transport;
    private final MessageNetwork network;
    private Outcome outcome = Outcome.NO_ANSWER;
    private int status;
    private @Nullable OutgoingCall outgoing;

    private CallPlay(SipEstate sip, SipCall call, CallSituation situation, long seed) {
        this.sip = sip;
        this.call = call;
        this.situation = situation;
        this.draws = Draws.ofSeed(seed).named("sip-call").named(call.name());
        this.transport = phoneSettings().transport() == SipSettings.Transport.TCP ? SipTransport.TCP : SipTransport.UDP;
        this.network = new MessageNetwork(agenda, new CallFate(), recorder::sent);
    }

    private SipSettings phoneSettings() {
        return sip.phones().stream()
                .filter(phones -> phones.has(call.from()))
                .findFirst()
                .map(phones -> phones.settings())
                .orElse(sip.settings());
    }

    /** Plays the calls of a run, each as the run holds for it at its moment. */
    public static List<Played> all(History run) {
        return run.scenario().estate().sip().calls().stream()
                .map(call -> of(run, call))
                .toList();
    }

    /** Plays a call of a run. */
    public static Played of(History run, SipCall call) {
        Scenario scenario = run.scenario();
        CallSituation situation = CallSituation.of(scenario.estate(), run.sip().phonesOfCalls(), call);
        return play(scenario.estate().sip(), call, situation, scenario.seed());
    }

    /** Plays a call to its end. */
    public static Played play(SipEstate sip, SipCall call, CallSituation situation, long seed) {
        return new CallPlay(sip, call, situation, seed).played();
    }

    /** What becomes of the messages of this call: the administered losses, draws, and whom they cannot reach (U18). */
    private final class CallFate implements MessageNetwork.Fate {
        private final Draws losses = draws.named("loss");
        private final Hop caller = callerHop();
        private final Hop callee = calleeHop();

        @Override
        public long delay(int number, Hop from, Hop to, SipMessage message) {
            boolean callersHop = isAt(caller, from) || isAt(caller, to);
            boolean calleesHop = isAt(callee, from) || isAt(callee, to);
            long delay = callersHop ? situation.callerDelay() : situation.calleeDelay();
            boolean isLost = callersHop && situation.caller() == Standing.CUT_OFF
                    || calleesHop && situation.callee() == Standing.CUT_OFF
                    || call.lost().contains(number)
                    || losses.uniform(number) < call.loss();
            return isLost ? -delay : delay;
        }

        private static boolean isAt(Hop one, Hop other) {
            return one.toString().equals(other.toString());
        }
    }

    private Hop callerHop() {
        return LadderAddresses.phone(call.from(), transport);
    }

    private Hop calleeHop() {
        int server = voicemail();
        return server < 0 ? LadderAddresses.phone(call.to(), transport) : LadderAddresses.voicemail(server, transport);
    }

    private int voicemail() {
        List<VoicemailServer> servers = sip.voicemail();
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).extension() == call.to()) {
                return i;
            }
        }
        return -1;
    }

    private String calleeName() {
        int server = voicemail();
        return server < 0
                ? String.valueOf(call.to())
                : sip.voicemail().get(server).name();
    }

    private Played played() {
        String title = "call " + call.name() + ": " + call.from() + " calls " + call.to();
        if (situation.caller() == Standing.UNREGISTERED
                || situation.sessionManager().isEmpty()) {
            recorder.end(String.valueOf(call.from()), callerHop());
            recorder.note(call.at().toMillis(), 0, "U17", "has no active session manager, and sends nothing");
            return new Played(
                    call, recorder.ladder(title, words(Outcome.NOT_SENT)), Outcome.NOT_SENT, 0, Optional.empty());
        }
        Hop server =
                LadderAddresses.sessionManager(number(situation.sessionManager().get()), transport);
        UserAgent caller = agent(String.valueOf(call.from()), callerHop(), PrackPolicy.NEVER);
        sessionManager(server);
        agent(calleeName(), calleeHop(), prackPolicy());
        long start = call.at().toMillis();
        agenda.runUntil(start);
        outgoing = caller.call(String.valueOf(call.to()), server, OutgoingCall.Offer.USUAL, this);
        agenda.runUntil(start + call.ring().toMillis() + call.talk().toMillis() + TAIL);
        Ladder ladder = recorder.ladder(title, words(outcome));
        return new Played(call, ladder, outcome, status, prackMillis(ladder));
    }

    private String words(Outcome what) {
        return what.key().replace('-', ' ') + (what == Outcome.REFUSED ? " with " + status : "");
    }

    private int number(String name) {
        for (int i = 0; i < sip.sessionManagers().size(); i++) {
            if (sip.sessionManagers().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private Tokens tokens(String name) {
        return Tokens.of(draws.named("tokens").named(name));
    }

    private UserAgent agent(String name, Hop at, PrackPolicy policy) {
        recorder.end(name, at);
        long user = isAt(at, callerHop()) ? call.from() : call.to();
        UserAgent agent = new UserAgent(
                new PhoneIdentity(String.valueOf(user), sip.domain(), String.valueOf(user), at),
                new Answering(policy, call.ring().toMillis(), call.rseqStart().orElse(0)),
                tokens(name),
                timers,
                Intervals.USUAL,
                network.wire(at),
                recorder.journal(agenda));
        network.join(at, agent::receive);
        return agent;
    }

    private static boolean isAt(Hop one, Hop other) {
        return one.toString().equals(other.toString());
    }

    private void sessionManager(Hop at) {
        String name = situation.sessionManager().orElseThrow();
        recorder.end(name, at);
        SipServer server = new SipServer(
                List.of(at),
                RegistrarPolicy.of(sip.domain()),
                user -> isUser(user) ? Optional.of(user) : Optional.empty(),
                tokens(name),
                timers,
                Intervals.USUAL,
                network.wire(at),
                recorder.journal(agenda),
                MANY_BINDINGS);
        network.join(at, server::receive);
        server.place(String.valueOf(call.from()), callerHop());
        if (situation.callee() != Standing.UNREGISTERED) {
            server.place(String.valueOf(call.to()), calleeHop());
        }
        server.setServing(situation.caller() != Standing.NO_CALL_PROCESSING);
    }

    private boolean isUser(String user) {
        return Set.of(String.valueOf(call.from()), String.valueOf(call.to())).contains(user);
    }

    /** What the callee does about PRACK: as the call says, or else as its kind does (U19). */
    private PrackPolicy prackPolicy() {
        return call.reliableProvisional()
                .map(policy -> switch (policy) {
                    case NEVER -> PrackPolicy.NEVER;
                    case IF_SUPPORTED -> PrackPolicy.IF_SUPPORTED;
                    case REQUIRED -> PrackPolicy.REQUIRED;
                })
                .orElse(voicemail() >= 0 || sip.directMedia() ? PrackPolicy.IF_SUPPORTED : PrackPolicy.NEVER);
    }

    private Optional<Long> prackMillis(Ladder ladder) {
        String callee = calleeHop().toString();
        Optional<Transfer> asked = ladder.arrows().stream()
                .map(Ladder.Arrow::transfer)
                .filter(transfer -> transfer.from().toString().equals(callee)
                        && transfer.message() instanceof SipResponse response
                        && response.isReliable())
                .findFirst();
        return asked.flatMap(first -> ladder.arrows().stream()
                .map(Ladder.Arrow::transfer)
                .filter(transfer -> transfer.to().toString().equals(callee)
                        && !transfer.isLost()
                        && transfer.message().startLine().startsWith("PRACK "))
                .findFirst()
                .map(prack -> prack.arrivesAt() - first.sentAt()));
    }

    @Override
    public void progressed(int provisional) {}

    @Override
    public void answered() {
        outcome = Outcome.ANSWERED;
        timers.after(call.talk().toMillis(), () -> {
            if (outgoing != null) {
                outgoing.hangUp();
            }
        });
    }

    @Override
    public void refused(int refusal) {
        status = refusal;
        outcome = refusal == 408 ? Outcome.NO_ANSWER : Outcome.REFUSED;
    }

    @Override
    public void ended() {}
}
