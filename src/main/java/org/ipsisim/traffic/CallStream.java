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
 * date, and must be called before anything else is done at a later time.
 */
public final class CallStream {
    /** What an attempt to begin a call meets (T4 to T6). */
    public enum Access {
        /** It is set up at once, if a circuit is free. */
        OPEN,
        /** It waits for a server. */
        WAITING,
        /** It is blocked: its own port network lets no call start. */
        CLOSED,
        /** It is blocked: the port network it goes to lets no call start. */
        FAR_END_CLOSED,
        /** It is blocked: the port network it goes to is under another server (R47). */
        SEPARATE
    }

    /** For how many mean holding times calls have come before the start of the run. */
    private static final int WARM_UP = 10;

    /** Steps charged for a call that is followed from its attempt to its end. */
    private static final int STEPS = 3;

    /** How many calls can be looked at, or counted, in one step. */
    private static final int CALLS_PER_STEP = 16;

    private final Agenda agenda;
    private final Draws draws;
    private final Traffic traffic;
    private final double share;
    private final long circuits;
    private final boolean countsAll;
    private final CallsUp up = new CallsUp();
    private final WaitingCalls waiting = new WaitingCalls();
    private final WaitingCalls stalled = new WaitingCalls();
    private final Attempts ofRun;
    private Attempts attempts;
    private boolean isWarm;
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
     * The calls of one direction.
     *
     * @param agenda counts the steps that calls take
     * @param draws those of this direction
     * @param traffic of the port network that the calls come from
     * @param share of the traffic, more than 0, at most 1
     * @param circuits most calls at a time; empty if there is no limit
     * @param countsAll whether anybody asks for more than the losses; if not, and there is no limit, calls that meet no obstacle
     *     are not even counted
     */
    public CallStream(
            Agenda agenda, Draws draws, Traffic traffic, double share, OptionalInt circuits, boolean countsAll) {
        this.agenda = agenda;
        this.draws = draws;
        this.traffic = traffic;
        this.share = share;
        this.circuits = circuits.isPresent() ? circuits.getAsInt() : Long.MAX_VALUE;
        this.countsAll = countsAll || circuits.isPresent();
        ofRun = new Attempts(draws.named("run"), traffic, share, 0);
        attempts = ofRun;
    }

    /** The run starts. */
    public void start() {
        if (countsAll) {
            warmUp();
        }
    }

    /** Lets calls come and go until the start of the run, so that it does not begin with idle lines (T3). */
    private void warmUp() {
        isWarm = true;
        double spread = Math.max(1, traffic.variation() * traffic.variation());
        double mean = traffic.meanHold().toMillis() * spread + traffic.setUp().toMillis();
        attempts = new Attempts(draws.named("before"), traffic, share, -Math.round(WARM_UP * mean));
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
        if (!isWarm && now < ofRun.longest()) {
            warmUp();
        }
        if (access == Access.OPEN && now > accessSince) {
            goOn(accessSince);
        }
        long usuallyOver = Long.MIN_VALUE;
        if (access == Access.OPEN && circuits == Long.MAX_VALUE) {
            skipTo(now - attempts.longest());
            usuallyOver = now - attempts.usual();
        }
        skipUsual(usuallyOver);
        while (attempts.at() < now) {
            agenda.spend(STEPS);
            ended += up.removeEnded(attempts.at());
            attempt();
            attempts.next();
            skipUsual(usuallyOver);
        }
        ended += up.removeEnded(now);
    }

    /** Passes over the attempts before this time, which meet no obstacle and whose calls are over by the time asked for. */
    private void skipTo(long time) {
        long skipped = attempts.skipTo(time, countsAll);
        agenda.spend(1 + skipped / CALLS_PER_STEP);
        offered += skipped;
        ended += skipped;
    }

    /** The same for usual attempts; their calls are over, too. */
    private void skipUsual(long time) {
        long skipped = attempts.skipUsual(time);
        agenda.spend(STEPS * skipped);
        offered += skipped;
        ended += skipped;
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
     * Changes what attempts meet from now on; calls in set-up stand still while they wait for a server (T4). Of several
     * changes at one instant the last one counts.
     */
    public void change(Access next, long now) {
        if (access == Access.OPEN && next == Access.WAITING) {
            lookAtAll();
            up.takeInSetUp(now, (answered, end) -> stalled.add(answered, end - answered));
        }
        access = next;
        accessSince = now;
    }

    /** Calls that stood still go on and keep their circuit; then those that waited begin, in their order. */
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
     * Loses the calls that are being dialled or ring; attempts that wait go on waiting (R67).
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
     * Loses all calls that are not up, including attempts that wait (R11, R13).
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

    /** Freezes the calls that are up: they stay, without features (R12, R18); none may be in set-up. */
    public void freeze() {
        frozen += up.freeze();
    }

    /**
     * Ends all calls that are up (R15, R17); none may be in set-up.
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

    /** All losses so far. */
    public CallLosses losses() {
        return new CallLosses(blocked, delayed, setUpsLost, dropped, talkTimeLost);
    }

    /** The outcome of all calls by a time: how many there were, if all are counted, and what was lost. */
    public RandomCalls outcome(long now) {
        if (countsAll || access != Access.OPEN) {
            advanceTo(now);
        }
        if (!countsAll) {
            return RandomCalls.ofLosses(losses());
        }
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
