package org.ipsisim.phones;

import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneEvent.What;
import org.ipsisim.kernel.Agenda;

/** How the phones of a population make another controller their active one (U12). */
final class Activations {
    /** The place of a controller that there is not. */
    static final int NONE = -1;

    /** How far the activation of a controller is. */
    private enum Stage {
        /** There is none. */
        NONE,
        /** It has failed, and begins again after a wait. */
        WAIT,
        /** It begins. */
        DELAY,
        /** A request is under way. */
        REQUEST
    }

    private static final Stage[] STAGES = Stage.values();
    private static final int STAGE_BITS = 2;
    private static final int TARGET_BITS = 3;
    private static final int STEP_BITS = 6;
    private static final int TARGET_SHIFT = STAGE_BITS;
    private static final int STEP_SHIFT = TARGET_SHIFT + TARGET_BITS;
    private static final int TIME_SHIFT = STEP_SHIFT + STEP_BITS;

    private final PopulationInRun population;
    private final PhonesInRun run;
    private final Agenda agenda;
    private final SipSettings settings;
    private final long delay;
    private final int requests;

    /** Of each phone in one number, for they are looked at together: the stage, the controller, requests answered, a time. */
    private final PhoneColumns.Column moves;

    private final int[] causes;

    Activations(PopulationInRun population, PhonesInRun run, Agenda agenda) {
        this.population = population;
        this.run = run;
        this.agenda = agenda;
        settings = population.settings();
        delay = settings.activationDelay().toMillis();
        requests = settings.activationRequests();
        moves = population.rows().column();
        causes = new int[population.population().controllers().size()];
    }

    private Stage stage(int phone) {
        return STAGES[(int) moves.get(phone) & (1 << STAGE_BITS) - 1];
    }

    private int step(int phone) {
        return (int) (moves.get(phone) >> STEP_SHIFT) & (1 << STEP_BITS) - 1;
    }

    private void set(int phone, Stage stage, int target, int step, long time) {
        moves.set(
                phone,
                time << TIME_SHIFT | (long) step << STEP_SHIFT | (long) target << TARGET_SHIFT | stage.ordinal());
    }

    /** The place of the controller that a phone is making active, or will try to again; {@link #NONE} if there is none. */
    int target(int phone) {
        return stage(phone) == Stage.NONE ? NONE : (int) (moves.get(phone) >> TARGET_SHIFT) & (1 << TARGET_BITS) - 1;
    }

    /** When a phone sent its last request to become active, or when it goes on. */
    long time(int phone) {
        return moves.get(phone) >> TIME_SHIFT;
    }

    /** Whether an activation is under way: no call can start. */
    boolean isUnderWay(int phone) {
        return stage(phone).compareTo(Stage.DELAY) >= 0;
    }

    /** Whether a controller that has just registered is to be active. */
    boolean isWanted(int place, int phone) {
        if (isUnderWay(phone)) {
            return place < target(phone);
        }
        int active = population.active(phone);
        return active == NONE || settings.failback() == SipSettings.Failback.AUTO && place < active;
    }

    /** The activation of a controller begins; any other one ends. */
    void begin(int phone, int place, int cause) {
        end(phone);
        causes[place] = cause;
        long begins = agenda.now() + delay;
        population.watch().noteUntil(phone, place, What.ACTIVATION, begins);
        expect(phone, Stage.DELAY, place, begins);
    }

    private void expect(int phone, Stage stage, int place, long time) {
        set(phone, stage, place, 0, time);
        run.expire(time, Expiry.of(population.rank(phone), place, Expiry.ACTIVATION, 0));
    }

    /** A phone makes no controller active any more. */
    void end(int phone) {
        if (stage(phone) == Stage.REQUEST) {
            population.access(target(phone)).attempts().endRequest(phone);
        }
        moves.set(phone, 0);
    }

    /** The delay or the wait of an activation may be over. */
    void goOn(Access access, int phone) {
        if (target(phone) != access.place() || time(phone) != agenda.now()) {
            return;
        }
        if (stage(phone) == Stage.WAIT) {
            begin(phone, access.place(), causes[access.place()]);
            population.changed(phone);
        } else if (stage(phone) == Stage.DELAY) {
            sendOrFinish(access, phone, 0);
        }
    }

    /** A request has been answered. */
    void answered(Access access, int phone) {
        sendOrFinish(access, phone, step(phone) + 1);
    }

    private void sendOrFinish(Access access, int phone, int step) {
        if (step < requests) {
            set(phone, Stage.REQUEST, access.place(), step, agenda.now());
            population.requests().send(access, phone, PhoneMessage.ACTIVATION);
        } else {
            moves.set(phone, 0);
            population.activated(access, phone, causes[access.place()]);
        }
    }

    /** A request has failed: the activation begins again after a wait. */
    void fail(Access access, int phone, SipSettings.Wait wait) {
        long again = agenda.now() + access.attempts().draw(phone, wait);
        population.watch().noteUntil(phone, access.place(), What.WAITS, again);
        expect(phone, Stage.WAIT, access.place(), again);
        population.changed(phone);
    }
}
