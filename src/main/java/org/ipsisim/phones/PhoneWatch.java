package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneEvent;
import org.ipsisim.history.PhoneEvent.What;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.history.PhoneExchange.Answer;
import org.ipsisim.history.PhoneExchange.Purpose;
import org.ipsisim.history.PhoneStep;
import org.ipsisim.kernel.Agenda;

/**
 * Writes down what one phone of a population sends and gets, and why; it hears of the others and does nothing. To look changes
 * nothing (U20): refreshes are not events of the run, and are written down once it is known how they went (U8).
 */
final class PhoneWatch {
    private static final int NOBODY = -1;
    private static final long NEVER = PhoneExchange.NEVER;

    private final int watched;
    private final PhonePopulation population;
    private final Agenda agenda;
    private final List<PhoneStep> steps = new ArrayList<>();
    private final Map<Integer, Integer> exchanges = new HashMap<>();
    private final List<TreeMap<Long, Long>> latencies = new ArrayList<>();
    private final long[] forgottenAt;
    private final long[] bindingEnds;
    private final long refreshPeriod;

    /** Watches the phone that is to be watched, if it is one of the population. */
    PhoneWatch(PhonePopulation population, long refreshPeriod, Agenda agenda, KeptPhones kept) {
        this.population = population;
        this.refreshPeriod = refreshPeriod;
        this.agenda = agenda;
        watched = kept.watched()
                .filter(phone -> phone.population().equals(population.name()) && population.has(phone.extension()))
                .map(phone -> (int) (phone.extension() - population.firstExtension()))
                .orElse(NOBODY);
        forgottenAt = new long[population.controllers().size()];
        Arrays.fill(forgottenAt, NEVER);
        bindingEnds = new long[forgottenAt.length];
        Arrays.fill(bindingEnds, NEVER);
        for (int place = 0; place < forgottenAt.length; place++) {
            latencies.add(new TreeMap<>(Map.of(Long.MIN_VALUE, 1L)));
        }
    }

    /** Whether it watches a phone. */
    boolean isWatching() {
        return watched != NOBODY;
    }

    /** The phone that it watches, if it does. */
    int phone() {
        return watched;
    }

    private String controller(int place) {
        return population.controllers().get(place);
    }

    // what happens inside

    /** Something happens now. */
    void note(int phone, int place, What what) {
        note(phone, place, what, agenda.now(), 0);
    }

    /** Something happens now that is over at a time. */
    void noteUntil(int phone, int place, What what, long until) {
        note(phone, place, what, agenda.now(), until);
    }

    /** Something has happened from a time on. */
    void note(int phone, int place, What what, long at, long until) {
        if (phone == watched) {
            steps.add(new PhoneEvent(at, controller(place), what, until));
        }
    }

    /** The site of the phones fails, or works again (U16). */
    void power(What what) {
        if (isWatching()) {
            steps.add(new PhoneEvent(agenda.now(), "", what, 0));
        }
    }

    /** Messages take so many milliseconds from now on, or do not arrive. */
    void way(int place, boolean reaches, long latency) {
        if (!isWatching()) {
            return;
        }
        TreeMap<Long, Long> ways = latencies.get(place);
        boolean reached = ways.lastEntry().getValue() != NEVER;
        ways.put(agenda.now(), reaches ? latency : NEVER);
        if (reaches != reached) {
            note(watched, place, reaches ? What.WAY_MENDS : What.WAY_BREAKS);
        }
    }

    /** The session manager fails (U4). */
    void fails(int place) {
        if (isWatching()) {
            endBinding(place);
            forgottenAt[place] = Math.min(forgottenAt[place], agenda.now());
            note(watched, place, What.FAILS);
        }
    }

    // messages

    /** A phone sends a request that arrives at a time, or never. */
    void sent(int phone, int place, int sequence, int kind, long arrivesAt) {
        if (phone == watched) {
            exchanges.put(place << PhoneMessage.SEQUENCE_BITS | sequence, steps.size());
            steps.add(new PhoneExchange(
                    agenda.now(), controller(place), purpose(kind), arrivesAt, Answer.NONE, NEVER, NEVER, false));
        }
    }

    private static Purpose purpose(int kind) {
        return switch (kind) {
            case PhoneMessage.REGISTER -> Purpose.REGISTER;
            case PhoneMessage.CREDENTIALS -> Purpose.CREDENTIALS;
            default -> Purpose.ACTIVATION;
        };
    }

    /** A request finds nobody who hears it. */
    void unheard(int phone, long request) {
        if (phone == watched) {
            PhoneExchange before = exchange(request);
            replace(request, before, NEVER, Answer.NONE, NEVER, NEVER, false);
        }
    }

    /** A request is answered now; the answer arrives at a time, or never. */
    void answered(int phone, long request, long arrivesAt) {
        if (phone == watched) {
            boolean refused = PhoneMessage.isRefused(request);
            if (!refused && PhoneMessage.kind(request) == PhoneMessage.CREDENTIALS) {
                endBinding(PhoneMessage.controller(request));
            }
            Answer answer = refused
                    ? Answer.REFUSAL
                    : PhoneMessage.kind(request) == PhoneMessage.REGISTER ? Answer.CHALLENGE : Answer.SUCCESS;
            PhoneExchange before = exchange(request);
            replace(request, before, before.arrivesAt(), answer, agenda.now(), arrivesAt, false);
        }
    }

    /** An answer comes that the phone does not wait for any more (U10). */
    void late(int phone, long answer) {
        if (phone == watched) {
            PhoneExchange before = exchange(answer);
            replace(
                    answer,
                    before,
                    before.arrivesAt(),
                    before.answer(),
                    before.answeredAt(),
                    before.answerArrivesAt(),
                    true);
        }
    }

    private int index(long message) {
        return exchanges.getOrDefault(
                PhoneMessage.controller(message) << PhoneMessage.SEQUENCE_BITS | PhoneMessage.sequence(message),
                NOBODY);
    }

    private PhoneExchange exchange(long message) {
        return (PhoneExchange) steps.get(index(message));
    }

    private void replace(
            long message,
            PhoneExchange before,
            long arrivesAt,
            Answer answer,
            long answeredAt,
            long answerArrivesAt,
            boolean isLate) {
        steps.set(
                index(message),
                new PhoneExchange(
                        before.at(),
                        before.controller(),
                        before.purpose(),
                        arrivesAt,
                        answer,
                        answeredAt,
                        answerArrivesAt,
                        isLate));
    }

    // registrations

    /** A phone is registered from before the start, since a time that is not after it (U6). */
    void registeredBefore(int phone, int place, long since) {
        if (phone == watched) {
            refresh(place, since, 0);
            note(phone, place, What.REGISTERED_BEFORE);
        }
    }

    /** A phone has got its 200. */
    void registered(int phone, int place, boolean isKnown) {
        if (phone == watched) {
            forgottenAt[place] = isKnown ? NEVER : agenda.now();
        }
    }

    /**
     * A phone is registered no more, as far as it knows.
     *
     * @param since when it got the 200
     * @param endsAt when the session manager's binding ends; {@link PhoneExchange#NEVER} if it has none
     */
    void endsRegistration(int phone, int place, long since, long endsAt) {
        if (phone == watched) {
            refreshes(place, since);
            bindingEnds[place] = endsAt;
        }
    }

    private void endBinding(int place) {
        if (bindingEnds[place] <= agenda.now()) {
            note(watched, place, What.BINDING_ENDS, bindingEnds[place], 0);
        }
        bindingEnds[place] = NEVER;
    }

    /** Writes down the refreshes of a registration up to now. */
    private void refreshes(int place, long since) {
        for (long time = since + refreshPeriod; time < agenda.now(); time += refreshPeriod) {
            long latency = latencies.get(place).floorEntry(time).getValue();
            if (latency == NEVER || time < forgottenAt[place]) {
                refresh(place, time, latency);
            }
        }
    }

    private void refresh(int place, long time, long latency) {
        boolean isChallenged = time < 0 || population.settings().nonce() == SipSettings.Nonce.ONE_TIME;
        if (latency == NEVER) {
            Purpose purpose = isChallenged ? Purpose.REGISTER : Purpose.REFRESH;
            steps.add(new PhoneExchange(time, controller(place), purpose, NEVER, Answer.NONE, NEVER, NEVER, false));
        } else if (isChallenged) {
            answered(place, time, latency, Purpose.REGISTER, Answer.CHALLENGE);
            answered(place, time + 2 * latency, latency, Purpose.CREDENTIALS, Answer.SUCCESS);
        } else {
            answered(place, time, latency, Purpose.REFRESH, Answer.SUCCESS);
        }
    }

    private void answered(int place, long at, long latency, Purpose purpose, Answer answer) {
        long arrival = at + latency;
        steps.add(
                new PhoneExchange(at, controller(place), purpose, arrival, answer, arrival, arrival + latency, false));
    }

    /** What was written down, by time, at the end of the run; the phone's registrations have ended before. */
    List<PhoneStep> finish() {
        for (int place = 0; isWatching() && place < bindingEnds.length; place++) {
            endBinding(place);
        }
        steps.sort(Comparator.comparingLong(PhoneStep::at));
        return List.copyOf(steps);
    }
}
