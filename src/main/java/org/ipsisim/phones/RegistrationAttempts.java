package org.ipsisim.phones;

import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneEvent.What;
import org.ipsisim.kernel.Agenda;

/**
 * What each phone of a population does to be registered with one of its controllers: it waits, tries, and is registered, as
 * far as it knows (U7, U9). An attempt that is sure to fail is not made; its phone is dormant until the way has mended.
 */
final class RegistrationAttempts {
    /** What a phone has to do with the controller. */
    enum Lane {
        /** Nothing. */
        NONE,
        /** As far as it knows it is registered. */
        REGISTERED,
        /** It waits for its next attempt to register. */
        WAITING,
        /** It has sent REGISTER. */
        CHALLENGED,
        /** It has sent REGISTER with credentials. */
        AUTHENTICATING
    }

    private static final int LANE_MASK = 7;
    private static final int AWAKE = 8;
    private static final int SEQUENCE_SHIFT = 4;
    private static final int WAITS_SHIFT = SEQUENCE_SHIFT + PhoneMessage.SEQUENCE_BITS;
    private static final long SEQUENCE_FIELD = (long) PhoneMessage.SEQUENCE_MASK << SEQUENCE_SHIFT;

    private final PopulationInRun population;
    private final int place;
    private final Agenda agenda;
    private final PhoneColumns.Column at;

    /** Of each phone in one number: its lane, whether its attempt will happen, the sequence of its request, the waits drawn. */
    private final PhoneColumns.Column states;

    private int dormant;

    /** @param place of the controller on the list of the population */
    RegistrationAttempts(PopulationInRun population, int place, Agenda agenda) {
        this.population = population;
        this.place = place;
        this.agenda = agenda;
        at = population.rows().column();
        states = population.rows().column();
    }

    /** Since when a phone is registered, when it has sent its request, or when its next attempt is due. */
    long at(int phone) {
        return at.get(phone);
    }

    private int lane(int phone) {
        return (int) states.get(phone) & LANE_MASK;
    }

    private boolean is(int phone, Lane lane) {
        return lane(phone) == lane.ordinal();
    }

    private void set(int phone, Lane lane, boolean awake) {
        long rest = states.get(phone) & -1L << SEQUENCE_SHIFT;
        states.set(phone, rest | lane.ordinal() | (awake ? AWAKE : 0));
    }

    boolean isRegistered(int phone) {
        return is(phone, Lane.REGISTERED);
    }

    /** A phone is registered since a time. */
    void register(int phone, long since) {
        set(phone, Lane.REGISTERED, false);
        at.set(phone, since);
    }

    /** A phone has nothing to do with the controller from now on. */
    void clear(int phone) {
        set(phone, Lane.NONE, false);
    }

    // attempts (U9)

    /** A phone waits for its next attempt to register. */
    void waitFor(int phone, long time) {
        set(phone, Lane.WAITING, false);
        at.set(phone, time);
        if (time > agenda.now()) {
            population.watch().noteUntil(phone, place, What.WAITS, time);
        }
        dormant++;
    }

    /** The next wait of a phone. */
    long draw(int phone, SipSettings.Wait wait) {
        return Waits.draw(population.waits().of(phone, place), takeWaits(phone, 1), wait);
    }

    /** The number of the next wait of a phone, of which some are taken. */
    private int takeWaits(int phone, int count) {
        long state = states.get(phone);
        states.set(phone, state + ((long) count << WAITS_SHIFT));
        return (int) (state >>> WAITS_SHIFT);
    }

    /** The next attempt of a phone will happen: it is no more sure to fail. Gives its time. */
    long wake(int phone) {
        skipFailed(phone);
        set(phone, Lane.WAITING, true);
        dormant--;
        return at(phone);
    }

    /** Draws the waits after those attempts of a phone that have failed without an event. */
    private void skipFailed(int phone) {
        long first = at(phone);
        long time = first;
        if (time >= agenda.now()) {
            return;
        }
        var draws = population.waits().of(phone, place);
        SipSettings.Wait wait = population.settings().recoveryWait();
        long min = wait.min().toMillis();
        long max = wait.max().toMillis();
        long number = takeWaits(phone, 0);
        int drawn = 0;
        while (agenda.now() - time > Waits.MANY * max) {
            time += Waits.drawMany(draws, number + drawn, wait);
            drawn += Waits.DRAWS_OF_MANY;
        }
        while (time < agenda.now()) {
            time += Waits.draw(draws, number + drawn, min, max);
            drawn++;
        }
        takeWaits(phone, drawn);
        at.set(phone, time);
        population.watch().note(phone, place, What.ATTEMPTS_FAIL, first, time);
        agenda.spend(drawn / PhonesInRun.DRAWS_PER_STEP);
    }

    /** Whether some phones wait for attempts that would fail. */
    boolean hasDormant() {
        return dormant > 0;
    }

    boolean isDormant(int phone) {
        return (states.get(phone) & (LANE_MASK | AWAKE)) == Lane.WAITING.ordinal();
    }

    /** Takes the attempt of a phone that is due now; false if there is none any more. */
    boolean take(int phone) {
        if (!is(phone, Lane.WAITING) || isDormant(phone) || at(phone) != agenda.now()) {
            return false;
        }
        clear(phone);
        return true;
    }

    /** A phone makes no attempt for now. */
    void stopWaiting(int phone) {
        if (isDormant(phone)) {
            skipFailed(phone);
            dormant--;
        }
        if (is(phone, Lane.WAITING)) {
            clear(phone);
        }
    }

    // requests (U7)

    boolean isUnderWay(int phone) {
        return lane(phone) > Lane.WAITING.ordinal();
    }

    /** A phone sends a request to register now. */
    void send(int phone, int kind) {
        set(phone, kind == PhoneMessage.REGISTER ? Lane.CHALLENGED : Lane.AUTHENTICATING, false);
        at.set(phone, agenda.now());
    }

    /** Which request a phone waits for the answer to. */
    int sequence(int phone) {
        return (int) (states.get(phone) >>> SEQUENCE_SHIFT) & PhoneMessage.SEQUENCE_MASK;
    }

    /** A phone waits no more for the answer to the request that it has sent. */
    void endRequest(int phone) {
        long state = states.get(phone);
        long next = state + (1L << SEQUENCE_SHIFT) & SEQUENCE_FIELD;
        states.set(phone, state & ~SEQUENCE_FIELD | next);
    }

    /** A phone has no power any more; it is not registered (U16). */
    void powerOff(int phone) {
        if (isUnderWay(phone)) {
            endRequest(phone);
        }
        stopWaiting(phone);
        clear(phone);
    }
}
