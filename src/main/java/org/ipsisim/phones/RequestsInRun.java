package org.ipsisim.phones;

import org.ipsisim.history.PhoneEvent.What;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.kernel.Agenda;

/** The requests of the phones of a population on their ways to session managers, and the answers (U1, U10). */
final class RequestsInRun {
    private final PopulationInRun population;
    private final PhonesInRun run;
    private final Agenda agenda;
    private final long timeout;

    RequestsInRun(PopulationInRun population, PhonesInRun run, Agenda agenda) {
        this.population = population;
        this.run = run;
        this.agenda = agenda;
        timeout = population.settings().answerTimeout().toMillis();
    }

    /** A phone sends a request to a controller now. */
    void send(Access access, int phone, int kind) {
        long arrivesAt = access.isReached() ? agenda.now() + access.latency() : PhoneExchange.NEVER;
        population.watch().sent(phone, access.place(), access.attempts().sequence(phone), kind, arrivesAt);
        if (access.isReached()) {
            long latency = access.latency();
            long request = PhoneMessage.request(
                    population.rank(phone), access.place(), access.attempts().sequence(phone), kind, latency);
            run.requestArrives(agenda.now() + latency, request);
        }
        if (!access.isReached() || access.latency() >= timeout) {
            run.expire(agenda.now() + timeout, timeOut(access, phone));
        }
    }

    private long timeOut(Access access, int phone) {
        return Expiry.of(
                population.rank(phone),
                access.place(),
                Expiry.TIME_OUT,
                access.attempts().sequence(phone));
    }

    private boolean isAwaited(Access access, int phone, long message) {
        return access.attempts().sequence(phone) == PhoneMessage.sequence(message);
    }

    private long timeOutAt(Access access, int phone) {
        return (access.attempts().isUnderWay(phone)
                        ? access.attempts().at(phone)
                        : population.activations().time(phone))
                + timeout;
    }

    /**
     * The answer to a request will come at a time, or never: the phone may wait in vain.
     *
     * @param sentAt when the request was sent, or earlier
     */
    void foreseeAnswer(int phone, long request, long sentAt, long time) {
        if (time <= sentAt + timeout) {
            return;
        }
        Access access = population.access(PhoneMessage.controller(request));
        if (isAwaited(access, phone, request)) {
            long due = timeOutAt(access, phone);
            if (time > due && due >= agenda.now()) {
                run.expire(due, timeOut(access, phone));
            }
        }
    }

    /** A request arrives at a session manager. */
    void arriveAtManager(int phone, long request) {
        Access access = population.access(PhoneMessage.controller(request));
        long sentAt = PhoneMessage.sentAt(request, agenda.now());
        if (!access.registrar().isUp()) {
            population.watch().unheard(phone, request);
            foreseeAnswer(phone, request, sentAt, Agenda.NEVER);
        } else if (access.registrar().refuses(PhoneMessage.kind(request))) {
            answer(phone, PhoneMessage.refused(request), sentAt);
        } else {
            foreseeAnswer(phone, request, sentAt, access.registrar().queue(request, sentAt));
        }
    }

    /**
     * A session manager answers a request now.
     *
     * @param sentAt when the request was sent, or earlier
     */
    void answer(int phone, long request, long sentAt) {
        Access access = population.access(PhoneMessage.controller(request));
        if (PhoneMessage.kind(request) == PhoneMessage.CREDENTIALS && !PhoneMessage.isRefused(request)) {
            access.bind(phone);
        }
        long time = access.isReached() ? agenda.now() + access.latency() : Agenda.NEVER;
        population.watch().answered(phone, request, access.isReached() ? time : PhoneExchange.NEVER);
        if (access.isReached()) {
            run.answerArrives(time, request);
        }
        foreseeAnswer(phone, request, sentAt, time);
    }

    /** An answer arrives at a phone. */
    void arriveAtPhone(int phone, long answer) {
        Access access = population.access(PhoneMessage.controller(answer));
        boolean refused = PhoneMessage.isRefused(answer);
        if (population.isDown()) {
            population.watch().late(phone, answer);
            return;
        }
        if (!isAwaited(access, phone, answer)) {
            population.watch().late(phone, answer);
            if (!refused) {
                access.registrar().countUseless();
            }
            return;
        }
        access.attempts().endRequest(phone);
        if (refused) {
            population.fail(access, phone, population.settings().retryAfter());
            return;
        }
        switch (PhoneMessage.kind(answer)) {
            case PhoneMessage.REGISTER -> population.challenged(access, phone);
            case PhoneMessage.CREDENTIALS -> population.registered(access, phone);
            default -> population.activations().answered(access, phone);
        }
    }

    /** The time for an answer is over (U10). */
    void timeOut(Access access, int phone, int sequence) {
        if (access.attempts().sequence(phone) == sequence) {
            access.attempts().endRequest(phone);
            population.watch().note(phone, access.place(), What.TIMED_OUT);
            population.fail(access, phone, population.settings().recoveryWait());
        }
    }
}
