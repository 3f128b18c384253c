package org.ipsisim.traffic;

import java.util.OptionalInt;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;

/**
 * The random calls of one port network in one direction, such as over its trunks, and what becomes of them.
 *
 * <p>Time is in milliseconds from the start of the run. The calls need no events: {@link #advanceTo} brings them up to
 * date, and comes before everything else that is done at a later time.
 */
public final class CallStream {
    /** Before the start of the run, calls have come for so many mean holding times. */
    private static final int WARM_UP = 10;

    /** A call that is followed from its attempt to its end takes so many steps; one that is only counted takes one. */
    private static final int STEPS = 3;

    /** To look at so many calls takes a step. */
    private static final int CALLS_PER_STEP = 16;

    private final Agenda agenda;
    private final long circuits;
    private final CallsUp up = new CallsUp();
    private final WaitingCalls waiting = new WaitingCalls();
    private final WaitingCalls stalled = new WaitingCalls();
    private final Attempts ofRun;
    private Attempts attempts;
    private Access access = Access.OPEN;
    private long accessSince;

    private long upAtStart;
    private long inSetUpAtStart;
    private long offered;
    private long ended;
    private long frozen;
    private long blocked;
    private long trunksBusy;
    private long farEndOut;
    private long separate;
    private long delayed;
    private long setUpsLost;
    private long dropped;
    private long talkTimeLost;

    /**
     * A direction in which calls come and go.
     *
     * @param agenda counts the steps that calls take
     * @param draws those of this direction
     * @param traffic of the port network that the calls come from
     * @param share of the traffic, more than 0, at most 1
     * @param circuits most calls at a time; empty if there is no limit
     */
    public CallStream(Agenda agenda, Draws draws, Traffic traffic, double share, OptionalInt circuits) {
        this.agenda = agenda;
        this.circuits = circuits.isPresent() ? circuits.getAsInt() : Long.MAX_VALUE;
        ofRun = new Attempts(draws.named("run"), traffic, share, 0);
        double spread = Math.max(1, traffic.variation() * traffic.variation());
        double mean = traffic.meanHold().toMillis() * spread + traffic.setUp().toMillis();
        attempts = new Attempts(draws.named("before"), traffic, share, -Math.round(WARM_UP * mean));
    }

    /** Lets calls come and go until the start of the run, so that it does not begin with idle lines (T3). */
    public void start() {
        advanceTo(0);
        attempts = ofRun;
        inSetUpAtStart = up.inSetUp(0);
        upAtStart = up.size() - inSetUpAtStart;
        offered = 0;
        ended = 0;
        blocked = 0;
        trunksBusy = 0;
        talkTimeLost = 0;
    }

    /** Lets all attempts happen that are made before a time, and all calls end that are over by then. */
    public void advanceTo(long now) {
        if (access == Access.OPEN && now > accessSince) {
            goOn(accessSince);
        }
        if (access == Access.OPEN && circuits == Long.MAX_VALUE) {
            skipTo(now - attempts.longest());
        }
        while (attempts.at() < now) {
            agenda.spend(STEPS);
            ended += up.removeEnded(attempts.at());
            attempt();
            attempts.next();
        }
        ended += up.removeEnded(now);
    }

    /** Attempts before this time meet nothing, and their calls are over by the time that is asked for. */
    private void skipTo(long time) {
        while (attempts.at() < time) {
            agenda.spend(1);
            offered++;
            ended++;
            attempts.next();
        }
    }

    private void attempt() {
        offered++;
        switch (access) {
            case OPEN -> begin(attempts.at(), attempts.setUp(), attempts.hold());
            case WAITING -> {
                delayed++;
                waiting.add(attempts.setUp(), attempts.hold());
            }
            case CLOSED -> block(attempts.hold());
            case FAR_END_CLOSED -> {
                farEndOut++;
                block(attempts.hold());
            }
            case SEPARATE -> {
                separate++;
                block(attempts.hold());
            }
        }
    }

    private void begin(long at, long setUp, long hold) {
        if (up.size() < circuits) {
            up.add(at + setUp, at + setUp + hold);
        } else {
            trunksBusy++;
            block(hold);
        }
    }

    private void block(long hold) {
        blocked++;
        talkTimeLost += hold;
    }

    /**
     * From now on attempts meet something else, and calls in set-up stand still while a server is waited for (T4). Of
     * several changes at one instant the last one counts.
     */
    public void change(Access next, long now) {
        if (access == Access.OPEN && next == Access.WAITING) {
            lookAtAll();
            up.takeInSetUp(now, (answered, end) -> stalled.add(answered, end - answered));
        }
        access = next;
        accessSince = now;
    }

    /** What stood still goes on, and keeps its circuit; then those that waited begin, in their order. */
    private void goOn(long now) {
        for (int i = 0; i < stalled.size(); i++) {
            long answered = Math.max(stalled.setUp(i), now);
            up.add(answered, answered + stalled.hold(i));
        }
        stalled.clear();
        for (int i = 0; i < waiting.size(); i++) {
            begin(now, waiting.setUp(i), waiting.hold(i));
        }
        waiting.clear();
    }

    /**
     * Calls that are dialled or ring are lost; attempts that wait go on waiting (R67).
     *
     * @return how many are lost
     */
    public long loseSetUps(long now) {
        long before = setUpsLost;
        lookAtAll();
        up.takeInSetUp(now, (answered, end) -> loseSetUp(end - answered));
        for (int i = 0; i < stalled.size(); i++) {
            loseSetUp(stalled.hold(i));
        }
        stalled.clear();
        return setUpsLost - before;
    }

    /**
     * All that is not up is lost, attempts that wait among it (R11, R13).
     *
     * @return how many calls are lost
     */
    public long loseAllButUp(long now) {
        long before = setUpsLost;
        loseSetUps(now);
        for (int i = 0; i < waiting.size(); i++) {
            loseSetUp(waiting.hold(i));
        }
        waiting.clear();
        return setUpsLost - before;
    }

    private void lookAtAll() {
        agenda.spend(up.size() / CALLS_PER_STEP);
    }

    private void loseSetUp(long hold) {
        setUpsLost++;
        talkTimeLost += hold;
    }

    /** What is up stays, without features (R12, R18); nothing is in set-up. */
    public void freeze() {
        frozen += up.freeze();
    }

    /**
     * All calls that are up end (R15, R17); nothing is in set-up.
     *
     * @return how many
     */
    public long drop(long now) {
        long before = dropped;
        up.takeAll((answered, end) -> {
            dropped++;
            talkTimeLost += end - now;
        });
        return dropped - before;
    }

    /** All that was lost so far. */
    public CallLosses losses() {
        return new CallLosses(blocked, delayed, setUpsLost, dropped, talkTimeLost);
    }

    /** What became of the calls until now. */
    public RandomCalls outcome(long now) {
        long inSetUp = up.inSetUp(now);
        return new RandomCalls(
                upAtStart,
                inSetUpAtStart,
                offered,
                ended,
                up.size() - inSetUp,
                inSetUp + stalled.size() + waiting.size(),
                frozen,
                trunksBusy,
                farEndOut,
                separate,
                losses());
    }
}
