package org.ipsisim.ladder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneEvent;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.history.PhoneStep;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.Turn;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;
import org.ipsisim.sip.transaction.Transfer;

/**
 * Plays what a run has seen of one phone through the machines of {@code sip}: who sends what when is the run's, and what
 * stands in the messages is the machines' (U7, U8, U20). Phones talk over connections, so nothing is sent twice (U1).
 */
public final class RegistrationPlay {
    private final long extension;
    private final PhonePopulation population;
    private final List<PhoneStep> steps;
    private final long from;
    private final long to;
    private final long offset;
    private final Agenda agenda = new Agenda();
    private final LadderRecorder recorder = new LadderRecorder();
    private final Hop own;
    private final Map<String, Hop> addresses = new LinkedHashMap<>();
    private final Map<String, RegistrationTalk> talks = new LinkedHashMap<>();
    private int number;

    private RegistrationPlay(History run, KeptPhones.Watched watched, long from, long to) {
        SipEstate sip = run.scenario().estate().sip();
        this.population = sip.findPhones(watched.population()).orElseThrow();
        this.extension = watched.extension();
        this.steps = run.sip().steps();
        this.from = from;
        this.to = to;
        SipSettings settings = population.settings();
        offset = settings.expires().toMillis();
        own = LadderAddresses.phone(extension, SipTransport.TCP);
        recorder.end(String.valueOf(extension), own);
        Draws draws = Draws.ofSeed(run.scenario().seed())
                .named("sip-phone")
                .named(population.name())
                .named(String.valueOf(extension));
        SipTimers timers = new SipTimers(agenda);
        for (String name : population.controllers()) {
            Hop hop = LadderAddresses.sessionManager(number(sip, name), SipTransport.TCP);
            addresses.put(name, hop);
            recorder.end(name, hop);
            talks.put(
                    name,
                    new RegistrationTalk(
                            sip.domain(),
                            String.valueOf(extension),
                            own,
                            settings,
                            offset,
                            timers,
                            Tokens.of(draws.named(name))));
        }
    }

    private static int number(SipEstate sip, String name) {
        int number = 0;
        while (!sip.sessionManagers().get(number).name().equals(name)) {
            number++;
        }
        return number;
    }

    /**
     * The messages of the phone that a run has watched, as a ladder.
     *
     * @param from what begins before is left out, in milliseconds
     * @param to what begins after is left out
     */
    public static Ladder of(History run, long from, long to) {
        KeptPhones.Watched watched = run.sip().watched().orElseThrow();
        return new RegistrationPlay(run, watched, from, to).played();
    }

    private Ladder played() {
        for (int i = 0; i < steps.size(); i++) {
            PhoneStep step = steps.get(i);
            if (step.at() <= to) {
                agenda.once(offset + step.at(), Turn.EXPIRY, i, () -> begin(step));
            }
        }
        agenda.runUntil(offset + to);
        return recorder.ladder(
                "phone " + extension + " (" + population.name() + "): its registrations",
                number == 1 ? "1 message" : number + " messages");
    }

    private RegistrationTalk talk(PhoneStep step) {
        return Objects.requireNonNull(talks.get(step.controller()));
    }

    private void begin(PhoneStep step) {
        if (step instanceof PhoneExchange exchange) {
            send(exchange);
        } else if (step instanceof PhoneEvent event) {
            if (event.what() == PhoneEvent.What.FAILS) {
                talk(event).forget();
            }
            note(event);
        }
    }

    private void send(PhoneExchange exchange) {
        RegistrationTalk talk = talk(exchange);
        RegistrationTalk.Request request = talk.request(exchange.purpose());
        Hop server = Objects.requireNonNull(addresses.get(exchange.controller()));
        arrow(exchange.at(), exchange.arrivesAt(), own, server, request.message());
        if (exchange.answer() == PhoneExchange.Answer.NONE || exchange.answeredAt() > to) {
            return;
        }
        agenda.once(offset + exchange.answeredAt(), Turn.ARRIVAL, number, () -> {
            SipMessage answer = request.answer(exchange.answer());
            arrow(exchange.answeredAt(), exchange.answerArrivesAt(), server, own, answer);
            if (exchange.isAnswered()) {
                agenda.once(offset + exchange.answerArrivesAt(), Turn.ARRIVAL, number, request::hearAnswer);
            } else if (exchange.isLate()) {
                agenda.once(
                        offset + exchange.answerArrivesAt(),
                        Turn.ARRIVAL,
                        number,
                        () -> inside(
                                exchange.answerArrivesAt(),
                                0,
                                "U10",
                                "gets an answer from " + exchange.controller() + " for which it waits no more"));
            }
        });
    }

    private boolean isShown(long at) {
        return at >= from && at <= to;
    }

    private void arrow(long at, long arrivesAt, Hop sender, Hop receiver, SipMessage message) {
        if (isShown(at)) {
            number++;
            boolean isLost = arrivesAt == PhoneExchange.NEVER;
            recorder.sent(new Transfer(number, at, isLost ? at : arrivesAt, sender, receiver, message, isLost, false));
        }
    }

    private void note(PhoneEvent event) {
        PhoneWords words = PhoneWords.of(event, population.settings());
        int end = words.isOfServer() ? 1 + population.controllers().indexOf(event.controller()) : 0;
        inside(event.at(), end, words.rule(), words.text());
    }

    private void inside(long at, int end, String rule, String text) {
        if (isShown(at)) {
            recorder.note(at, end, rule, text);
        }
    }
}
