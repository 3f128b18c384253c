package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.LossDraws;
import org.ipsisim.network.Network;

/**
 * The way of one server's heartbeats to one IPSI, as stretches of time in which they are sent under the same conditions.
 *
 * <p>Beat k is sent at k times the heartbeat interval. It is delivered if the path works when it is sent and does not lose
 * it, and arrives one latency later, whatever happens meanwhile (M3, N2); over TCP what is lost is sent again (N7). A beat
 * that is not delivered was due after the latency that the path had when it last worked. No beat is an event: when the
 * next one arrives or is missed follows from the stretches.
 */
public final class HeartbeatPath {
    /** The latency of a path that does not deliver. */
    static final long UNREACHABLE = Network.UNREACHABLE;

    /** An arbitration looks at the last three beats (M22). */
    private static final long BEATS_REMEMBERED = 3;

    /** How many beats a connection looks ahead for steady arrivals. */
    private static final long BEATS_AHEAD = 64;

    /** So many beats are searched at once for some that are lost in a row: those of several paths end together. */
    private static final long BEATS_SEARCHED = 1 << 14;

    private final Agenda agenda;
    private final long interval;
    private final LossDraws losses;
    private final Stretches beats;
    private final Optional<TcpConnection> tcp;
    private final List<Runnable> listeners = new ArrayList<>(2);
    private Stretch present;
    private long timesChanged;
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
     * @param transport how a lost beat is made good
     * @param sanity after so much silence a connection is given up (N9)
     * @param draws of the run
     * @param end of the run in milliseconds
     */
    record Rules(long interval, Transport transport, SanityTimeouts sanity, Draws draws, long end) {}

    /**
     * A path without conditions yet.
     *
     * @param name such as {@code main-a>ipsi-1a}
     * @param data that may count as contact
     */
    HeartbeatPath(Agenda agenda, Rules rules, String name, Optional<DataMessages> data) {
        this.agenda = agenda;
        this.interval = rules.interval;
        this.losses = new LossDraws(rules.draws, name);
        this.beats = new Stretches(agenda, interval, rules.end, losses, data);
        this.tcp = rules.transport == Transport.IDEAL
                ? Optional.empty()
                : Optional.of(
                        new TcpConnection(agenda, interval, rules.sanity, rules.draws, name, losses, beats, data));
        begin(stretch(0, true, 0, 0, 0, false));
    }

    /** The conditions from the start on. */
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

    /** The trace entry that last made it lose beats, by chance or all; 0 if nothing did. */
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
     * @param routeLatency milliseconds that the way between takes; -1 if it does not work, and the latency stays the
     *     one that it was
     * @param loss of what is sent, in units of {@link LossDraws}
     * @param newCause the trace entry that this comes from
     * @return whether they are other conditions than before
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

    /** Begins or ceases to carry data that counts as contact (N11). */
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

    /** Beats sent before now neither arrive nor are missed any more: the board or the socket they were for is gone. */
    public void forgetBeatsUnderWay() {
        long from = fromNow();
        tcp.ifPresent(connection -> connection.close(from));
        beats.forgetSentBefore(from);
    }

    /** The sanity time-out has changed: a connection may last longer or shorter. */
    void forgetForeseen() {
        tcp.ifPresent(connection -> connection.forgetForeseen(fromNow()));
    }

    private void forgetWhatIsOver() {
        beats.forgetUpTo(agenda.now() - 1 - BEATS_REMEMBERED * interval);
    }

    /**
     * Whether any of the last beats was delivered on time; beats before the first one were.
     *
     * @param count how many of them, 3 at most
     * @param lastBeat one that has been sent
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

    /** Whether all beats from this one on are delivered, or none is, if nothing changes. */
    public boolean isConstantSince(long beat) {
        lookAhead(beat * interval + 1);
        return beats.isConstantSince(beat);
    }

    /** Whether beats from this one on are lost by chance, each on its own. */
    public boolean losesByChanceSince(long beat) {
        return tcp.isEmpty() && !present.isLossless() && present.delivers() && present.from() <= beat * interval;
    }

    /**
     * The first beat after one at which the last so many are all lost by chance, if nothing changes; or after a long search
     * a beat before which they are not.
     */
    public long nextTimeAllOfLastAreLost(int count, long beat) {
        long to = beat + 1 | BEATS_SEARCHED - 1;
        long run = losses.firstRun(beat - count + 2, to, count, present.loss());
        return run == LossDraws.NONE ? to + 1 : run + count - 1;
    }

    /**
     * When the first arrival after a time is, if nothing changes; {@link Agenda#NEVER} if there is none. After a long search
     * in vain it is a time before which there is none.
     */
    long firstArrivalAfter(long time) {
        return first(beats::firstArrivalAfter, time);
    }

    /** When the first beat that is missed after a time was due, or after a long search a time before which none is. */
    long firstMissAfter(long time) {
        return first(beats::firstMissAfter, time);
    }

    private long first(LongUnaryOperator search, long time) {
        if (tcp.isEmpty()) {
            return search.applyAsLong(time);
        }
        for (long ahead = 1; ; ahead *= 4) {
            boolean all = lookAhead(time + ahead * interval + 1);
            long first = search.applyAsLong(time);
            if (first != Agenda.NEVER) {
                // what is sent before then may overtake it
                lookAhead(first);
                return search.applyAsLong(time);
            }
            if (all) {
                return Agenda.NEVER;
            }
            if (ahead >= Stretches.HORIZON) {
                return time + ahead * interval;
            }
        }
    }

    /** Whether everything that is ever sent is settled then; over TCP that is found out step by step. */
    private boolean lookAhead(long time) {
        if (tcp.isEmpty()) {
            return true;
        }
        forgetWhatIsOver();
        tcp.get().settleUpTo(time);
        return tcp.get().settledUpTo() == Agenda.NEVER;
    }

    /** When the last arrival up to a time was; the least long if there was none. */
    long lastArrivalUpTo(long time) {
        lookAhead(time + 1);
        return beats.lastArrivalUpTo(time);
    }

    /** When the last beat that was missed after a time and up to another was due; the least long if there was none. */
    long lastMissWithin(long after, long upTo) {
        lookAhead(upTo + 1);
        return beats.lastMissWithin(after, upTo);
    }

    /** Whether all beats from this arrival on arrive one interval after the other, if nothing changes. */
    boolean isSteadyFrom(long arrival) {
        lookAhead(arrival + 1);
        return beats.isSteadyFrom(arrival);
    }

    /** A time up to which no two arrivals after one are further apart than a silence: see {@link Stretches#steadyUntil}. */
    long steadyUntil(long arrival, long silence) {
        lookAhead(arrival + BEATS_AHEAD * interval);
        return beats.steadyUntil(arrival, silence);
    }

    /** Whether the arrivals after this time are those of the present state alone. */
    boolean isSettledAt(long time) {
        lookAhead(time + 1);
        return beats.isSettledAt(time);
    }

    /** Keeps all changes of state from now on, for {@link #changes}. */
    public void keepChanges() {
        beats.keepAll();
    }

    /** The changes of state that were kept, in order; over TCP a beat that waits is one that does not arrive. */
    public List<Change> changes(long until) {
        lookAhead(until);
        return beats.changes(until);
    }

    /** Tells a listener of every change from now on. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells a listener nothing more. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
