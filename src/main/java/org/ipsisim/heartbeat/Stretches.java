package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.LossDraws;

/**
 * The beats of one way over time: when each is due, and whether it arrives then or is missed.
 *
 * <p>Where beats are lost by chance, a search stops after a certain number. It then answers not with a beat, but with a time
 * before which there is none.
 */
final class Stretches {
    /** How many beats a search looks ahead. */
    static final long HORIZON = 1 << 16;

    /** How many beats one search for lost beats in a row covers. */
    private static final long BEATS_SEARCHED = 1 << 18;

    /** How many of them may be sent after the end of the run. */
    private static final long BEATS_AFTER_END = 64;

    /** Cost in steps charged for the memory that a stretch uses. */
    private static final int STEPS_OF_A_STRETCH_KEPT = 50;

    private final Agenda agenda;
    private final long interval;
    private final long lastBeat;
    private final LossDraws losses;
    private final Optional<DataMessages> data;
    private final List<Stretch> list = new ArrayList<>(2);
    private final List<Single> singles = new ArrayList<>(0);
    private long longestLatency;
    private long arrivedBefore = Long.MIN_VALUE;
    private long missedBefore = Long.MIN_VALUE;
    private long sentFrom;
    private Optional<List<Stretch>> archive = Optional.empty();

    /** The arrival of something other than a beat sent on time. */
    private record Single(long sent, long arrival) {}

    /**
     * No beats yet.
     *
     * @param interval heartbeat interval in milliseconds
     * @param end of the run in milliseconds; searches stop soon after it
     */
    Stretches(Agenda agenda, long interval, long end, LossDraws losses, Optional<DataMessages> data) {
        this.agenda = agenda;
        this.interval = interval;
        this.lastBeat = end / interval + BEATS_AFTER_END;
        this.losses = losses;
        this.data = data;
    }

    Stretch last() {
        return list.get(list.size() - 1);
    }

    /** Adds the stretch that begins when the last one ends, as part of that one if they are alike: over TCP most are. */
    void add(Stretch next) {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).to() == next.from() && list.get(last).isAlike(next)) {
            list.set(last, list.get(last).between(list.get(last).from(), next.to()));
            return;
        }
        list.add(next);
        longestLatency = Math.max(longestLatency, next.latency());
    }

    /** The first stretch with a beat that may be due after a time, by binary search: over TCP there are many. */
    private int firstDueAfter(long time) {
        int index = 0;
        int beyond = list.size();
        while (index < beyond) {
            int middle = (index + beyond) >>> 1;
            if (isOverBy(list.get(middle), time)) {
                index = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return index;
    }

    /** Whether all its beats were due before a time, or are due then. */
    private boolean isOverBy(Stretch stretch, long time) {
        return stretch.to() != Agenda.NEVER && stretch.to() + longestLatency <= time;
    }

    /** The last stretch that has begun by a time. */
    private int lastBegunBy(long time) {
        int index = 0;
        int beyond = list.size();
        while (index < beyond) {
            int middle = (index + beyond) >>> 1;
            if (list.get(middle).from() <= time) {
                index = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return index - 1;
    }

    /** Adds the arrival of something other than a beat sent on time. */
    void addArrival(long sent, long arrival) {
        singles.add(new Single(sent, arrival));
    }

    /** Forgets everything sent from a time on, as if it had not been foreseen. */
    void cutAt(long time) {
        cut(list, time);
        if (archive.isPresent()) {
            cut(archive.get(), time);
        }
        if (!singles.isEmpty()) {
            singles.removeIf(single -> single.sent >= time);
        }
    }

    private static void cut(List<Stretch> stretches, long time) {
        int last = stretches.size() - 1;
        while (last >= 0 && stretches.get(last).from() >= time) {
            stretches.remove(last--);
        }
        if (last >= 0 && stretches.get(last).to() > time) {
            Stretch whole = stretches.get(last);
            stretches.set(last, whole.between(whole.from(), time));
        }
    }

    /** Forgets the beats sent before a time: from then on they neither arrive nor are missed. */
    void forgetSentBefore(long time) {
        arrivedBefore = lastArrivalUpTo(time - 1);
        missedBefore = Math.max(missedBefore, lastMissWithin(Long.MIN_VALUE, time - 1));
        sentFrom = time;
        singles.removeIf(single -> single.sent < time);
    }

    /** Forgets the stretches whose last beat was due by a time, but for those that tell when something last arrived. */
    void forgetUpTo(long time) {
        while (list.size() > 1 && list.get(0).to() + list.get(0).latency() <= time) {
            Stretch oldest = list.remove(0);
            if (archive.isPresent()) {
                keep(archive.get(), oldest);
            }
            arrivedBefore = Math.max(arrivedBefore, lastArrival(oldest, time));
            missedBefore = Math.max(missedBefore, lastMiss(oldest, time, Long.MIN_VALUE));
        }
        while (!singles.isEmpty() && singles.get(0).arrival <= time) {
            arrivedBefore = Math.max(arrivedBefore, singles.remove(0).arrival);
        }
    }

    /** Whether a beat that has been sent is delivered on time; beats before the first one count as delivered. */
    boolean isDelivered(long beat) {
        long sent = beat * interval;
        if (sent < 0) {
            return true;
        }
        int i = list.size() - 1;
        while (i > 0 && sent < list.get(i).from()) {
            i--;
        }
        return !losses.isLost(beat, list.get(i).loss());
    }

    /** When the first arrival after a time is; {@link Agenda#NEVER} if there is none. */
    long firstArrivalAfter(long time) {
        long first = Agenda.NEVER;
        for (int i = firstDueAfter(time); i < list.size() && list.get(i).from() < first; i++) {
            agenda.spend(1);
            first = Math.min(first, firstArrivalAfter(list.get(i), time));
        }
        for (int i = 0; i < singles.size(); i++) {
            long arrival = singles.get(i).arrival;
            first = arrival > time ? Math.min(first, arrival) : first;
        }
        return first;
    }

    private long firstArrivalAfter(Stretch stretch, long time) {
        if (!stretch.delivers()) {
            return Agenda.NEVER;
        }
        long ofBeat = firstBeatArrivalAfter(stretch, time);
        return stretch.data() ? Math.min(ofBeat, firstDataAfter(stretch, time, ofBeat)) : ofBeat;
    }

    /** The first arrival in a stretch, searched for up to a beat's arrival or the limit of a search. */
    private long firstDataAfter(Stretch stretch, long time, long ofBeat) {
        long from = Math.max(Math.max(stretch.from(), sentFrom), time + 1 - stretch.latency());
        long longest = from + HORIZON * interval;
        long to = Math.min(stretch.to(), ofBeat == Agenda.NEVER ? longest : ofBeat - stretch.latency());
        long sent = data.orElseThrow().firstDelivered(from, to, stretch.loss());
        if (sent != Agenda.NEVER) {
            return sent + stretch.latency();
        }
        return to == longest ? longest + stretch.latency() : Agenda.NEVER;
    }

    private long firstBeatArrivalAfter(Stretch stretch, long time) {
        long from = firstDueAfter(stretch, time);
        if (from * interval >= stretch.to()) {
            return Agenda.NEVER;
        }
        if (stretch.isLossless()) {
            return from * interval + stretch.latency();
        }
        long to = stretch.lastBeat(interval);
        long horizon = Math.min(to, from + HORIZON);
        return due(stretch, losses.firstDelivered(from, horizon, stretch.loss()), horizon, to);
    }

    /** When the first beat missed after a time was due. */
    long firstMissAfter(long time) {
        long first = Agenda.NEVER;
        for (int i = firstDueAfter(time); i < list.size() && list.get(i).from() < first; i++) {
            agenda.spend(1);
            first = Math.min(first, firstMissAfter(list.get(i), time));
        }
        return first;
    }

    private long firstMissAfter(Stretch stretch, long time) {
        if (stretch.isLossless()) {
            return Agenda.NEVER;
        }
        long from = firstDueAfter(stretch, time);
        if (from * interval >= stretch.to()) {
            return Agenda.NEVER;
        }
        long to = stretch.lastBeat(interval);
        long horizon = Math.min(to, from + HORIZON);
        return due(stretch, losses.firstLost(from, horizon, stretch.loss()), horizon, to);
    }

    /** The time of a beat that was found, or of the end of the search. */
    private long due(Stretch stretch, long found, long horizon, long to) {
        if (found == LossDraws.NONE) {
            return horizon == to ? Agenda.NEVER : horizon * interval + stretch.latency();
        }
        return found * interval + stretch.latency();
    }

    /** The first beat of a stretch, or after it, that is due after a time. */
    private long firstDueAfter(Stretch stretch, long time) {
        return Math.floorDiv(Math.max(begin(stretch) - 1, time - stretch.latency()), interval) + 1;
    }

    /** The last beat of a stretch, or before it, that is due up to a time. */
    private long lastDueUpTo(Stretch stretch, long time) {
        return Math.floorDiv(Math.min(stretch.to() - 1, time - stretch.latency()), interval);
    }

    private long firstBeat(Stretch stretch) {
        return -Math.floorDiv(-begin(stretch), interval);
    }

    /** From when on beats of a stretch count. */
    private long begin(Stretch stretch) {
        return Math.max(stretch.from(), sentFrom);
    }

    /** When the last arrival up to a time was; {@link Long#MIN_VALUE} if there was none. */
    long lastArrivalUpTo(long time) {
        long last = arrivedBefore;
        for (int i = lastBegunBy(time); i >= 0 && !isOverBy(list.get(i), last); i--) {
            agenda.spend(1);
            last = Math.max(last, lastArrival(list.get(i), time));
        }
        for (int i = 0; i < singles.size(); i++) {
            long arrival = singles.get(i).arrival;
            last = arrival <= time ? Math.max(last, arrival) : last;
        }
        return last;
    }

    private long lastArrival(Stretch stretch, long time) {
        if (!stretch.delivers()) {
            return Long.MIN_VALUE;
        }
        long ofBeat = lastBeatArrival(stretch, time);
        return stretch.data() ? Math.max(ofBeat, lastData(stretch, time, ofBeat)) : ofBeat;
    }

    private long lastData(Stretch stretch, long time, long ofBeat) {
        long from = Math.max(stretch.from(), sentFrom);
        if (ofBeat != Long.MIN_VALUE) {
            from = Math.max(from, ofBeat - stretch.latency());
        }
        long to = Math.min(stretch.to(), time + 1 - stretch.latency());
        long sent = data.orElseThrow().lastDelivered(from, to, stretch.loss());
        return sent < 0 ? Long.MIN_VALUE : sent + stretch.latency();
    }

    private long lastBeatArrival(Stretch stretch, long time) {
        long to = lastDueUpTo(stretch, time);
        if (to * interval < begin(stretch)) {
            return Long.MIN_VALUE;
        }
        long beat = stretch.isLossless() ? to : losses.lastDelivered(firstBeat(stretch), to, stretch.loss());
        return beat == LossDraws.NONE ? Long.MIN_VALUE : beat * interval + stretch.latency();
    }

    /** When the last beat missed after one time and up to another was due; {@link Long#MIN_VALUE} if there was none. */
    long lastMissWithin(long after, long upTo) {
        long last = missedBefore > after && missedBefore <= upTo ? missedBefore : Long.MIN_VALUE;
        for (int i = lastBegunBy(upTo); i >= 0 && !isOverBy(list.get(i), Math.max(last, after)); i--) {
            agenda.spend(1);
            last = Math.max(last, lastMiss(list.get(i), upTo, after));
        }
        return last;
    }

    private long lastMiss(Stretch stretch, long time, long after) {
        if (stretch.isLossless()) {
            return Long.MIN_VALUE;
        }
        long from = after == Long.MIN_VALUE ? firstBeat(stretch) : firstDueAfter(stretch, after);
        long to = lastDueUpTo(stretch, time);
        if (from > to) {
            return Long.MIN_VALUE;
        }
        long beat = stretch.delivers() ? losses.lastLost(from, to, stretch.loss()) : to;
        return beat == LossDraws.NONE ? Long.MIN_VALUE : beat * interval + stretch.latency();
    }

    /** Whether all beats from this one on are delivered, or all are lost. */
    boolean isConstantSince(long beat) {
        Stretch present = last();
        return present.to() == Agenda.NEVER
                && (present.isLossless() || !present.delivers())
                && present.from() <= beat * interval;
    }

    /** Whether beats arrive every interval from this arrival on. */
    boolean isSteadyFrom(long arrival) {
        Stretch present = last();
        return present.to() == Agenda.NEVER && present.isLossless() && arrival - present.latency() >= present.from();
    }

    /**
     * A time up to which no two arrivals are further apart than a silence, as far as a short search can tell: the time of
     * the arrival itself if it cannot, {@link Agenda#NEVER} if they never are.
     *
     * @param arrival a time of contact
     * @param silence milliseconds
     */
    long steadyUntil(long arrival, long silence) {
        if (silence < interval) {
            return arrival;
        }
        for (int i = lastBegunBy(arrival); i >= 0 && !isOverBy(list.get(i), arrival); i--) {
            Stretch stretch = list.get(i);
            long beat = firstDueAfter(stretch, arrival);
            boolean isPartOfIt = beat * interval < stretch.to();
            boolean isFirst = (beat - 1) * interval < begin(stretch);
            if (stretch.delivers() && isPartOfIt && !isFirst) {
                long until = steadyUntil(stretch, beat, stretch.lastBeat(interval), silence);
                return Math.max(arrival, stretch.isLossless() ? steadyBeyond(i, until, silence) : until);
            }
        }
        return arrival;
    }

    /** Goes on through the stretches after one that delivers everything, as long as the gaps between them are no silence. */
    private long steadyBeyond(int index, long steadyUntil, long silence) {
        long until = steadyUntil;
        for (int i = index + 1; i < list.size() && until != Agenda.NEVER; i++) {
            Stretch next = list.get(i);
            long beat = firstBeat(next);
            boolean hasBeats = beat * interval < next.to();
            if (next.delivers() && hasBeats) {
                if (!next.isLossless() || beat * interval + next.latency() - until > silence) {
                    return until;
                }
                until = Math.max(until, steadyUntil(next, beat, next.lastBeat(interval), silence));
            }
        }
        return until;
    }

    private long steadyUntil(Stretch stretch, long beat, long to, long silence) {
        long last = to;
        if (!stretch.isLossless()) {
            long horizon = Math.min(to, Math.min(beat + BEATS_SEARCHED, Math.max(beat, lastBeat)));
            long run = losses.firstRun(beat, horizon, silence / interval, stretch.loss());
            last = run == LossDraws.NONE ? losses.lastDelivered(beat, horizon, stretch.loss()) : run - 1;
            if (last == LossDraws.NONE || last < beat) {
                return Long.MIN_VALUE;
            }
        } else if (to >= Agenda.NEVER / interval - 1) {
            return Agenda.NEVER;
        }
        return last * interval + stretch.latency();
    }

    /**
     * The first beat after a given one at which the last {@code count} beats are all lost, where each stretch delivers
     * everything or nothing; if none is known, a beat before which there is none.
     */
    long nextTimeAllOfLastAreLost(int count, long beat) {
        long lost = 0;
        long known = beat;
        for (int i = Math.max(0, lastBegunBy((beat - count + 2) * interval)); i < list.size(); i++) {
            Stretch stretch = list.get(i);
            long from = Math.max(-Math.floorDiv(-stretch.from(), interval), beat - count + 2);
            long to = stretch.lastBeat(interval);
            if (to < from) {
                continue;
            }
            lost = stretch.delivers() ? 0 : lost + to - from + 1;
            if (lost >= count) {
                return to - lost + count;
            }
            known = Math.max(known, to);
        }
        return known + 1;
    }

    /** Whether all arrivals after this time are beats of the last stretch. */
    boolean isSettledAt(long time) {
        boolean isLast = last().to() == Agenda.NEVER && !last().data();
        if (!isLast || last().delivers() && !isSteadyFrom(time)) {
            return false;
        }
        for (int i = firstDueAfter(time); i < list.size() - 1; i++) {
            if (firstArrivalAfter(list.get(i), time) != Agenda.NEVER) {
                return false;
            }
        }
        for (int i = 0; i < singles.size(); i++) {
            if (singles.get(i).arrival > time) {
                return false;
            }
        }
        return true;
    }

    /** Starts keeping what it would otherwise forget, for {@link #changes}. */
    void keepAll() {
        archive = Optional.of(new ArrayList<>());
    }

    private void keep(List<Stretch> kept, Stretch oldest) {
        agenda.spend(STEPS_OF_A_STRETCH_KEPT);
        kept.add(oldest);
    }

    /** All that was kept and begins before a time, as stretches that deliver everything or nothing. */
    List<HeartbeatPath.Change> changes(long until) {
        List<HeartbeatPath.Change> changes = new ArrayList<>();
        archive.ifPresent(kept -> kept.forEach(stretch -> split(stretch, until, changes)));
        list.stream().filter(stretch -> stretch.from() < until).forEach(stretch -> split(stretch, until, changes));
        return changes;
    }

    private void split(Stretch stretch, long until, List<HeartbeatPath.Change> changes) {
        if (stretch.isLossless() || !stretch.delivers()) {
            changes.add(new HeartbeatPath.Change(stretch.from(), stretch.delivers(), stretch.latency()));
            return;
        }
        long end = Math.min(stretch.to(), until);
        long from = stretch.from();
        while (from < end) {
            long beat = -Math.floorDiv(-from, interval);
            boolean arrives = !losses.isLost(beat, stretch.loss());
            changes.add(new HeartbeatPath.Change(from, arrives, stretch.latency()));
            agenda.spend(STEPS_OF_A_STRETCH_KEPT);
            long last = -Math.floorDiv(-end, interval);
            long next = arrives
                    ? losses.firstLost(beat + 1, last, stretch.loss())
                    : losses.firstDelivered(beat + 1, last, stretch.loss());
            from = next == LossDraws.NONE ? end : next * interval;
        }
    }
}
