package org.ipsisim.heartbeat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.LossDraws;

/**
 * The TCP connection of one server to one IPSI: derives from the conditions of the way what arrives and when, with
 * retransmission by RFC 6298 (N7 to N10).
 *
 * <p>It looks ahead only as far as it is asked, and discards what it has foreseen when conditions change. What it settles is
 * kept beat by beat; of what lies further ahead it notes {@link Pauses} alone, and what nobody has asked about until it is
 * long past it {@linkplain #passOver passes over}.
 */
final class TcpConnection {
    /** The longest time between two retransmissions in milliseconds (RFC 6298, section 2.5). */
    private static final long LONGEST_RTO = 60_000;

    private static final long NOTHING_SENT = -1;

    /** Where a look ahead cannot tell. */
    static final long UNKNOWN = -1;

    /** How many beats one look ahead covers, unless something is lost before. */
    private static final long BEATS_AHEAD = 1 << 10;

    private enum Phase {
        UP,
        RECOVERING,
        /** Each beat is an attempt to connect. */
        CLOSED
    }

    /**
     * The connection at an instant: everything sent before is settled.
     *
     * @param lossAt with {@code RECOVERING}: when the first thing was lost
     * @param tries with {@code RECOVERING}: how many retransmissions there have been
     * @param nextTry with {@code RECOVERING}: when the next one is
     * @param rto with {@code RECOVERING}: the time from the last one to the next one
     * @param lastArrival of what has been sent over it, even if it is still under way
     */
    private record State(Phase phase, long at, long lossAt, long tries, long nextTry, long rto, long lastArrival) {
        State sentUpTo(long time, long arrival) {
            return new State(phase, time, lossAt, tries, nextTry, rto, Math.max(lastArrival, arrival));
        }

        State up() {
            return new State(Phase.UP, at, 0, 0, 0, 0, lastArrival);
        }

        /** The state after a connection is closed: what is under way over it does not affect the next one. */
        State closed() {
            return new State(Phase.CLOSED, at, 0, 0, 0, 0, NOTHING_SENT);
        }

        State loses(long time, long firstRto) {
            return new State(Phase.RECOVERING, time + 1, time, 0, time + firstRto, firstRto, lastArrival);
        }

        State triesAgain() {
            long next = Math.min(2 * rto, LONGEST_RTO);
            return new State(phase, nextTry + 1, lossAt, tries + 1, nextTry + next, next, lastArrival);
        }
    }

    private static final State NOWHERE = new State(Phase.UP, NOTHING_SENT, 0, 0, 0, 0, NOTHING_SENT);

    private final Agenda agenda;
    private final long interval;
    private final SanityTimeouts sanity;
    private final FirstWait firstWait;
    private final LossDraws losses;
    private final Draws retransmissions;
    private final Stretches beats;
    private final Optional<DataMessages> data;
    private final List<Stretch> conditions = new ArrayList<>(2);
    private final Deque<State> foreseen = new ArrayDeque<>();
    private State kept = new State(Phase.UP, 0, 0, 0, 0, 0, 0);
    private State front = kept;
    private final Pauses pauses;
    /** How far it has looked for pauses; further back than the front if that is to begin anew. */
    private State seen = NOWHERE;
    /** Where it tells what becomes of what is sent. */
    private Deliveries deliveries;

    /**
     * A connection that is up.
     *
     * @param way such as {@code main-a>ipsi-1a}
     * @param beats what arrives and what is missed
     */
    TcpConnection(
            Agenda agenda,
            HeartbeatPath.Rules rules,
            String way,
            LossDraws losses,
            Stretches beats,
            Optional<DataMessages> data) {
        this.agenda = agenda;
        this.interval = rules.interval();
        this.sanity = rules.sanity();
        this.firstWait = rules.of().firstWait();
        this.losses = losses;
        this.retransmissions = rules.draws().named("retransmission").named(way);
        this.beats = beats;
        this.deliveries = beats;
        this.pauses = new Pauses(interval);
        this.data = data;
    }

    /** Sets the conditions of the way from the beginning of a stretch on. */
    void change(Stretch next) {
        forgetForeseen(next.from());
        if (!conditions.isEmpty()) {
            int last = conditions.size() - 1;
            conditions.set(
                    last, conditions.get(last).between(conditions.get(last).from(), next.from()));
        }
        conditions.add(next);
    }

    /** Discards what it has foreseen from a time on. */
    void forgetForeseen(long from) {
        seen = NOWHERE;
        while (front.at > from) {
            foreseen.pollLast();
            front = foreseen.isEmpty() ? kept : foreseen.peekLast();
        }
        beats.cutAt(front.at);
        if (front.at < from) {
            passOver();
        }
        while (front.at < from) {
            goOn(Math.min(from, conditionsAt(front.at).to()));
        }
    }

    /** The board has restarted: what was sent before is lost, and the connection with it (N10). */
    void close(long from) {
        forgetForeseen(from);
        front = front.closed();
        kept = front;
        foreseen.clear();
    }

    /** Looks ahead until the fate of everything sent before a time is known, and, at little cost, to the next loss after it. */
    void settleUpTo(long time) {
        if (front.at < time) {
            forgetPast();
            passOver();
        }
        while (front.at < time) {
            Stretch condition = conditionsAt(front.at);
            boolean forEver = condition.to() == Agenda.NEVER && isForEver(front, condition);
            long far = Math.max(time, front.at + BEATS_AHEAD * interval);
            goOn(forEver ? Agenda.NEVER : Math.min(far, condition.to()));
        }
    }

    /** How far it has looked ahead; {@link Agenda#NEVER} if the rest is known. */
    long settledUpTo() {
        return front.at;
    }

    /**
     * Passes over beats that were due so long ago that nobody asks about them. Once all beats have got through for longer than a
     * connection lasts in silence, it is up, whatever came before.
     */
    private void passOver() {
        long past = agenda.now() - 1 - HeartbeatPath.BEATS_REMEMBERED * interval;
        long calm = sanity.longest() / interval + 3;
        if (past - front.at <= calm * interval) {
            return;
        }
        Stretch condition = conditionsAt(front.at);
        long latency = condition.latency();
        long before = latency / interval + calm;
        long from = beatFrom(front.at + beats.longestLatency()) + before;
        long last = beatBefore(Math.min(past - latency, condition.to()));
        if (last < from || !condition.open() || condition.data() || beats.keepsAll()) {
            return;
        }
        long lost = last + 1;
        while (lost != LossDraws.NONE && last >= from) {
            last = lost - 1;
            lost = losses.lastLost(last - before, last, condition.loss());
        }
        if (lost == LossDraws.NONE) {
            kept = NOWHERE.sentUpTo(last * interval + 1, last * interval + latency);
            front = kept;
            foreseen.clear();
            beats.forgetAll(kept.lastArrival);
        }
    }

    /**
     * A time up to which no two arrivals are further apart than a silence; {@link #UNKNOWN} if that cannot be told from what is
     * settled.
     *
     * @param arrival a time of contact; the fate of everything sent up to then is known
     * @param silence milliseconds, a heartbeat interval or more
     * @param far how far to look ahead, in milliseconds; it looks twice as far, so that the next look need not
     */
    long steadyUntil(long arrival, long silence, long far) {
        if (front.lastArrival < arrival || !isForeseeable()) {
            return UNKNOWN;
        }
        long settled = arrival;
        while (settled < front.lastArrival) {
            long next = beats.firstArrivalAfter(settled);
            if (next - settled > silence) {
                return settled;
            }
            settled = Math.max(next, beats.steadyUntil(next, silence));
        }
        if (pauses.notesFrom(silence)) {
            seen = NOWHERE;
        }
        beginLook();
        long end = seen.lastArrival - arrival > far ? seen.at : front.at + 2 * far;
        long before = pauses.firstSilence(front.lastArrival, silence);
        while (before == UNKNOWN && seen.at < end) {
            look(end);
            before = pauses.lastSilence(silence);
        }
        return before == UNKNOWN ? pauses.heard() : before;
    }

    /** Does what {@link Stretches#nextTimeAllOfLastAreLost} does, for beats from the last settled one on. */
    long nextTimeAllOfLastAreLost(int count, long beat) {
        if (!isForeseeable()) {
            return UNKNOWN;
        }
        beginLook();
        long end = (beat + BEATS_AHEAD) * interval;
        long row = pauses.firstRow(count, beat);
        while (row == UNKNOWN && seen.at < end) {
            look(end);
            row = pauses.firstRow(count, beat);
        }
        return row == UNKNOWN ? beatFrom(seen.at) : row;
    }

    /** Whether it may look for pauses after what is settled. */
    private boolean isForeseeable() {
        Stretch condition = conditionsAt(front.at);
        return front.at != Agenda.NEVER && condition.to() == Agenda.NEVER && condition.open() && !condition.data();
    }

    private void beginLook() {
        if (seen.at < front.at) {
            seen = front;
            pauses.begin(front.lastArrival, beats.missedInARowFrom(beatFrom(front.at)));
        }
    }

    /** Looks on to the next change of phase, but no further than to a time. */
    private void look(long end) {
        agenda.spend(1);
        deliveries = pauses;
        seen = next(seen, conditionsAt(front.at), end);
        deliveries = beats;
    }

    /** Forgets the states of the past. */
    private void forgetPast() {
        while (!foreseen.isEmpty() && foreseen.peekFirst().at <= agenda.now()) {
            kept = foreseen.pollFirst();
        }
        if (conditions.size() == 1) {
            return;
        }
        Stretch present = conditions.get(conditions.size() - 1);
        conditions.removeIf(condition -> condition.to() <= kept.at && condition != present);
    }

    private Stretch conditionsAt(long time) {
        int i = conditions.size() - 1;
        while (i > 0 && conditions.get(i).from() > time) {
            i--;
        }
        return conditions.get(i);
    }

    /** Advances to the next change of phase, but no further than to a time under the same conditions. */
    private void goOn(long end) {
        agenda.spend(1);
        Stretch condition = conditionsAt(front.at);
        front = condition.open()
                ? next(front, condition, end)
                : misses(front, condition, end).closed();
        foreseen.addLast(front);
    }

    private State next(State state, Stretch condition, long end) {
        return switch (state.phase) {
            case UP -> send(state, condition, end);
            case RECOVERING -> recover(state, condition, end);
            case CLOSED -> connect(state, condition, end);
        };
    }

    private static boolean isForEver(State state, Stretch condition) {
        return switch (state.phase) {
            case UP -> condition.isLossless();
            case RECOVERING -> false;
            case CLOSED -> !condition.delivers();
        };
    }

    private State send(State state, Stretch condition, long end) {
        long first = beatFrom(state.at);
        long last = beatBefore(end);
        long lost = losses.firstLost(first, last, condition.loss());
        long beatLostAt = lost == LossDraws.NONE ? end : lost * interval;
        long dataLostAt = firstDataLost(state, condition, beatLostAt);
        long lostAt = Math.min(beatLostAt, dataLostAt);
        State sent = arrives(state, condition, lostAt, lastSent(state, condition, lostAt));
        if (lostAt == end) {
            return sent;
        }
        misses(sent, condition, lostAt + 1);
        return sent.loses(lostAt, Math.min(firstWait.millis(condition.latency()), LONGEST_RTO));
    }

    private long firstDataLost(State state, Stretch condition, long limit) {
        return condition.data() && !condition.isLossless()
                ? data.orElseThrow().firstLost(state.at, limit, condition.loss())
                : Agenda.NEVER;
    }

    /** When the last of what arrives was sent. */
    private long lastSent(State state, Stretch condition, long end) {
        long beat = beatBefore(end);
        long ofBeat = beat >= beatFrom(state.at) ? beat * interval : NOTHING_SENT;
        return condition.data() && end != Agenda.NEVER
                ? Math.max(ofBeat, data.orElseThrow().lastDelivered(Math.max(state.at, ofBeat), end, 0))
                : ofBeat;
    }

    /** Waits until a retransmission gets through or the connection is given up; nothing else is sent meanwhile (N8, N9). */
    private State recover(State state, Stretch condition, long end) {
        long deadline = Math.max(state.lossAt, sanity.deadlineAfter(state.lastArrival));
        if (Math.min(state.nextTry, deadline + 1) >= end) {
            return misses(state, condition, end);
        }
        if (deadline < state.nextTry) {
            return misses(state, condition, deadline + 1).closed();
        }
        if (!getsThrough(state, condition, deadline)) {
            misses(state, condition, state.nextTry + 1);
            return state.triesAgain();
        }
        State waited = misses(state, condition, state.nextTry);
        if (state.nextTry % interval != 0) {
            deliveries.addArrival(state.nextTry, state.nextTry + condition.latency());
        }
        return arrives(waited, condition, state.nextTry + 1, state.nextTry).up();
    }

    private boolean getsThrough(State state, Stretch condition, long deadline) {
        return condition.delivers()
                && state.nextTry + condition.latency() <= deadline
                && LossDraws.units(retransmissions.numbered(state.lossAt).uniform(state.tries + 1)) >= condition.loss();
    }

    private State connect(State state, Stretch condition, long end) {
        long first = beatFrom(state.at);
        long connected = losses.firstDelivered(first, beatBefore(end), condition.loss());
        if (connected == LossDraws.NONE) {
            return misses(state, condition, end);
        }
        long time = connected * interval;
        State tried = misses(state, condition, time);
        return arrives(tried, condition, time + 1, time).up();
    }

    /** Adds the beats from the state to a time as missed when they were due. */
    private State misses(State state, Stretch condition, long until) {
        return resolve(state, condition, until, false, NOTHING_SENT);
    }

    private State arrives(State state, Stretch condition, long until, long lastSent) {
        return resolve(state, condition, until, true, lastSent);
    }

    private State resolve(State state, Stretch condition, long until, boolean arrive, long lastSent) {
        if (until > state.at) {
            deliveries.add(condition.resolved(state.at, until, arrive));
        }
        long arrival = lastSent == NOTHING_SENT ? state.lastArrival : lastSent + condition.latency();
        return state.sentUpTo(until, arrival);
    }

    private long beatFrom(long time) {
        return -Math.floorDiv(-time, interval);
    }

    private long beatBefore(long end) {
        return end == Agenda.NEVER ? Agenda.NEVER / interval - 1 : beatFrom(end) - 1;
    }
}
