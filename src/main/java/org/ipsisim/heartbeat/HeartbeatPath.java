package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.LossDraws;
import org.ipsisim.network.Network;

/**
 * The path of one server's heartbeats to one IPSI: a sequence of stretches of time with constant conditions.
 *
 * <p>Beat k is sent at k times the heartbeat interval. It is delivered if the path works when it is sent and does not lose
 * it, and arrives one latency later, whatever happens meanwhile (M3, N2); over TCP what is lost is sent again (N7). A beat
 * that is not delivered was due after the latency that the path had when it last worked. No beat is an event: the stretches
 * tell when the next one arrives or is missed.
 */
public final class HeartbeatPath {
    /** The latency of a path that does not deliver. */
    static final long UNREACHABLE = Network.UNREACHABLE;

    /** How many past beats are kept: an arbitration looks at the last three (M22). */
    static final long BEATS_REMEMBERED = 3;

    /** How many beats a connection looks ahead for steady arrivals. */
    private static final long BEATS_AHEAD = 1 << 10;

    /** How many beats one search for lost beats in a row covers; the searches of several paths end together. */
    private static final long BEATS_SEARCHED = 1 << 14;

    private final Agenda agenda;
    private final long interval;
    private final LossDraws losses;
    private final Stretches beats;
    private final Optional<TcpConnection> tcp;
    private final List<Runnable> listeners = new ArrayList<>(2);
    private Stretch present;
    private long timesChanged;
    private long forgetAgainAt;
    private int cause;
    private int causeOfLosses;

    /**
     * A change of a path's state.
     *
     * @param from milliseconds from the start
     * @param delivers whether beats are delivered from then on
     * @param latency how long they take; how long they would have taken if they are not delivered
     */
    public record Change(long from, boolean delivers, long latency) {}

    /**
     * What the paths of one run have in common.
     *
     * @param interval heartbeat interval in milliseconds
     * @param of what makes up for a lost beat, and when
     * @param sanity the silence after which a connection is given up (N9)
     * @param draws of the run
     * @param end of the run in milliseconds
     */
    record Rules(long interval, HeartbeatRules of, SanityTimeouts sanity, Draws draws, long end) {}

    /**
     * A path without conditions yet.
     *
     * @param name such as {@code main-a>ipsi-1a}
     * @param data that counts as contact, if any
     */
    HeartbeatPath(Agenda agenda, Rules rules, String name, Optional<DataMessages> data) {
        this.agenda = agenda;
        this.interval = rules.interval;
        this.losses = new LossDraws(rules.draws, name);
        this.beats = new Stretches(agenda, new Beats(interval, rules.end, losses, data));
        this.tcp = rules.of.transport() == Transport.IDEAL
                ? Optional.empty()
                : Optional.of(new TcpConnection(agenda, rules, name, losses, beats, data));
        begin(stretch(0, true, 0, 0, 0, false));
    }

    /** Sets the conditions from the start on. */
    void begin(boolean open, long routeLatency, long loss) {
        begin(stretch(0, open, routeLatency, loss, 0, false));
    }

    private static Stretch stretch(long from, boolean open, long latency, long loss, long latencyBefore, boolean data) {
        boolean works = open && latency != UNREACHABLE;
        return new Stretch(
                from,
                Agenda.NEVER,
                latency == UNREACHABLE ? latencyBefore : latency,
                works ? Math.min(loss, LossDraws.ALL) : LossDraws.ALL,
                open,
                data);
    }

    private void begin(Stretch next) {
        present = next;
        if (tcp.isPresent()) {
            tcp.get().change(next);
        } else {
            beats.cutAt(next.from());
            beats.add(next);
        }
    }

    /** Whether a beat that is sent now can be delivered. */
    public boolean delivers() {
        return present.delivers();
    }

    /** Whether beats are lost at present: some by chance, or all. */
    boolean loses() {
        return !present.isLossless();
    }

    /** The loss at present, in units of {@link LossDraws}. */
    long loss() {
        return present.loss();
    }

    /** The trace entry that brought the path into its present state; 0 at the start. */
    public int cause() {
        return cause;
    }

    /** The trace entry that last made it lose beats, some or all; 0 if nothing did. */
    int causeOfLosses() {
        return causeOfLosses;
    }

    /** The heartbeat interval in milliseconds. */
    long interval() {
        return interval;
    }

    /**
     * Changes the conditions on the path from now on; the listeners are told with {@link #tellListeners}.
     *
     * @param open whether the server sends and the board works
     * @param routeLatency latency of the route in milliseconds; -1 if there is no route, which leaves the latency as it was
     * @param loss of what is sent, in units of {@link LossDraws}
     * @param newCause the trace entry that this comes from
     * @return whether the conditions differ from those before
     */
    boolean change(boolean open, long routeLatency, long loss, int newCause) {
        Stretch next = stretch(fromNow(), open, routeLatency, loss, present.latency(), present.data());
        if (next.isAlike(present)) {
            return false;
        }
        cause = newCause;
        causeOfLosses = next.isLossless() ? causeOfLosses : newCause;
        goOn(next);
        return true;
    }

    /** Starts or stops carrying data that counts as contact (N11). */
    public void carryData(boolean carries) {
        if (carries != present.data()) {
            goOn(new Stretch(fromNow(), Agenda.NEVER, present.latency(), present.loss(), present.open(), carries));
            tellListeners();
        }
    }

    private void goOn(Stretch next) {
        begin(next);
        timesChanged++;
        forgetWhatIsOver();
    }

    /** How often the conditions have changed so far. */
    long timesChanged() {
        return timesChanged;
    }

    /** Tells the listeners of a change. */
    void tellListeners() {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).run();
        }
    }

    private long fromNow() {
        return agenda.turn() == Turn.CHANGE ? agenda.now() : agenda.now() + 1;
    }

    /** The board has started anew: beats sent before now neither arrive nor are missed. */
    public void forgetBeatsUnderWay() {
        forgetBeatsSentBefore(fromNow());
    }

    /** The server has closed its socket: beats due to be sent up to now neither arrive nor are missed (R40). */
    public void closeSocket() {
        forgetBeatsSentBefore(agenda.now() + 1);
    }

    private void forgetBeatsSentBefore(long from) {
        tcp.ifPresent(connection -> connection.close(from));
        beats.forgetSentBefore(from);
        tellListenersOverTcp();
    }

    /** Forgets what it has foreseen: the sanity time-out has changed, and a connection may last longer or shorter. */
    void forgetForeseen() {
        tcp.ifPresent(connection -> connection.forgetForeseen(fromNow()));
        tellListenersOverTcp();
    }

    /** Where a connection is closed sooner, other beats are lost than were foreseen. */
    private void tellListenersOverTcp() {
        if (tcp.isPresent()) {
            tellListeners();
        }
    }

    private void forgetWhatIsOver() {
        forgetAgainAt = agenda.now() + BEATS_AHEAD * interval;
        beats.forgetUpTo(agenda.now() - 1 - BEATS_REMEMBERED * interval);
    }

    /**
     * Whether any of the last beats was delivered on time; beats before the first one count as delivered.
     *
     * @param count how many of them, 3 at most
     * @param lastBeat the last of them, which has been sent
     */
    public boolean deliveredAnyOfLast(int count, long lastBeat) {
        lookAhead(lastBeat * interval + 1);
        for (long beat = lastBeat; beat > lastBeat - count; beat--) {
            if (beats.isDelivered(beat)) {
                return true;
            }
        }
        return false;
    }

    /** Whether, if nothing changes, all beats from this one on are delivered or all are lost. */
    public boolean isConstantSince(long beat) {
        lookAhead(beat * interval + 1);
        return beats.isConstantSince(beat);
    }

    /** Whether {@link #nextTimeAllOfLastAreLost} knows what becomes of beats from this one on. */
    public boolean foreseesLossesSince(long beat) {
        return tcp.isPresent() || !present.isLossless() && present.delivers() && present.from() <= beat * interval;
    }

    /**
     * The first beat after a given one at which the last {@code count} beats are all lost, if nothing changes; after a long
     * search, a beat before which that is not so.
     */
    public long nextTimeAllOfLastAreLost(int count, long beat) {
        if (tcp.isPresent()) {
            lookAhead(beat * interval + 1);
            long next = beats.nextTimeAllOfLastAreLost(count, beat);
            long ahead =
                    next * interval < tcp.get().settledUpTo() ? next : tcp.get().nextTimeAllOfLastAreLost(count, beat);
            if (ahead != TcpConnection.UNKNOWN) {
                return ahead;
            }
            lookAhead((beat + BEATS_AHEAD) * interval);
            return beats.nextTimeAllOfLastAreLost(count, beat);
        }
        long to = beat + 1 | BEATS_SEARCHED - 1;
        long run = losses.firstRun(beat - count + 2, to, count, present.loss());
        return run == LossDraws.NONE ? to + 1 : run + count - 1;
    }

    /**
     * When the first arrival after a time is, if nothing changes; {@link Agenda#NEVER} if there is none. If a long search
     * finds none, a time before which there is none.
     */
    long firstArrivalAfter(long time) {
        return tcp.isEmpty() ? beats.firstArrivalAfter(time) : first(beats::firstArrivalAfter, time);
    }

    /** When the first beat missed after a time was due; if a long search finds none, a time before which none is missed. */
    long firstMissAfter(long time) {
        return tcp.isEmpty() ? beats.firstMissAfter(time) : first(beats::firstMissAfter, time);
    }

    private long first(LongUnaryOperator search, long time) {
        for (long ahead = 1; ; ahead *= 4) {
            boolean all = lookAhead(time + ahead * interval + 1);
            long first = search.applyAsLong(time);
            if (first != Agenda.NEVER) {
                // something sent before then may overtake it
                lookAhead(first);
                return search.applyAsLong(time);
            }
            if (all) {
                return Agenda.NEVER;
            }
            if (ahead >= Beats.HORIZON) {
                return time + ahead * interval;
            }
        }
    }

    /** Looks ahead to a time; whether the fate of everything ever sent is known then (over TCP it is found step by step). */
    private boolean lookAhead(long time) {
        if (tcp.isEmpty()) {
            return true;
        }
        if (agenda.now() >= forgetAgainAt) {
            forgetWhatIsOver();
        }
        tcp.get().settleUpTo(time);
        return tcp.get().settledUpTo() == Agenda.NEVER;
    }

    /** When the last arrival up to a time was; {@link Long#MIN_VALUE} if there was none. */
    long lastArrivalUpTo(long time) {
        lookAhead(time + 1);
        return beats.lastArrivalUpTo(time);
    }

    /** When the last beat missed after one time and up to another was due; {@link Long#MIN_VALUE} if there was none. */
    long lastMissWithin(long after, long upTo) {
        lookAhead(upTo + 1);
        return beats.lastMissWithin(after, upTo);
    }

    /** Whether, if nothing changes, beats arrive every interval from this arrival on. */
    boolean isSteadyFrom(long arrival) {
        lookAhead(arrival + 1);
        return beats.isSteadyFrom(arrival);
    }

    /**
     * A time up to which no two arrivals are further apart than a silence: see {@link Stretches#steadyUntil}.
     *
     * @param far how far to look ahead, in milliseconds
     */
    long steadyUntil(long arrival, long silence, long far) {
        if (tcp.isPresent() && interval <= silence) {
            lookAhead(arrival + 1);
            long until = tcp.get().steadyUntil(arrival, silence, far);
            if (until != TcpConnection.UNKNOWN) {
                return until;
            }
        }
        lookAhead(arrival + BEATS_AHEAD * interval);
        return beats.steadyUntil(arrival, silence);
    }

    /** Whether all arrivals after this time belong to the present state. */
    boolean isSettledAt(long time) {
        lookAhead(time + 1);
        return beats.isSettledAt(time);
    }

    /** Starts keeping all changes of state for {@link #changes}. */
    public void keepChanges() {
        beats.keepAll();
    }

    /** The changes of state that were kept, in order; over TCP a delayed beat counts as one that does not arrive. */
    public List<Change> changes(long until) {
        lookAhead(until);
        return beats.changes(until);
    }

    /** Adds a listener, which is called after every change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
