package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.LossDraws;

/**
 * The beats of one way over time, as stretches of equal conditions: when something arrives, or is missed.
 *
 * <p>Where beats are lost by chance, a search stops after {@link Beats#HORIZON} beats. It then answers not with a beat, but
 * with a time before which there is none.
 */
final class Stretches implements Deliveries {
    /** Cost in steps charged for the memory that a stretch uses. */
    private static final int STEPS_OF_A_STRETCH_KEPT = 500;

    /** No time that is asked for. */
    private static final long NOTHING = Long.MIN_VALUE;

    private final Agenda agenda;
    private final Beats beats;
    private final long interval;
    private final List<Stretch> list = new ArrayList<>(2);
    private final Condition<Stretch> isOver = this::isOverBy;
    private SingleArrivals singles = SingleArrivals.NONE;
    private long longestLatency;
    private long arrivedBefore = Long.MIN_VALUE;
    private long missedBefore = Long.MIN_VALUE;
    private long lastArrival;
    private long askedFor = NOTHING;
    private Optional<List<Stretch>> archive = Optional.empty();

    /** No beats yet. */
    Stretches(Agenda agenda, Beats beats) {
        this.agenda = agenda;
        this.beats = beats;
        this.interval = beats.interval();
    }

    Stretch last() {
        return list.get(list.size() - 1);
    }

    /** Adds the stretch that begins when the last one ends, as part of that one if they are alike: over TCP most are. */
    @Override
    public void add(Stretch next) {
        askedFor = NOTHING;
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).to() == next.from() && list.get(last).isAlike(next)) {
            list.set(last, list.get(last).between(list.get(last).from(), next.to()));
            return;
        }
        list.add(next);
        longestLatency = Math.max(longestLatency, next.latency());
    }

    /** What may hold for an entry at a time. */
    interface Condition<T> {
        boolean holds(T entry, long time);
    }

    /**
     * How many entries a condition holds for, if it holds for those at the start of the list alone. It searches from the end,
     * with longer and longer steps, and then by halves: most is asked about what is near the end.
     */
    static <T> int count(List<T> list, long time, Condition<T> condition) {
        int index = list.size();
        int beyond = index;
        for (int step = 1; index > 0 && !condition.holds(list.get(index - 1), time); step *= 2) {
            beyond = index - 1;
            index = Math.max(0, index - step);
        }
        while (index < beyond) {
            int middle = (index + beyond) >>> 1;
            if (condition.holds(list.get(middle), time)) {
                index = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return index;
    }

    /** The first stretch with a beat that may be due after a time. */
    private int firstDueAfter(long time) {
        return count(list, time, isOver);
    }

    /** Whether all its beats were due before a time, or are due then. */
    private boolean isOverBy(Stretch stretch, long time) {
        return stretch.to() != Agenda.NEVER && stretch.to() + longestLatency <= time;
    }

    /** The last stretch that has begun by a time. */
    private int lastBegunBy(long time) {
        return count(list, time, (stretch, at) -> stretch.from() <= at) - 1;
    }

    @Override
    public void addArrival(long sent, long arrival) {
        askedFor = NOTHING;
        singles = singles == SingleArrivals.NONE ? new SingleArrivals() : singles;
        singles.add(sent, arrival);
    }

    /** Forgets everything sent from a time on, as if it had not been foreseen. */
    void cutAt(long time) {
        askedFor = NOTHING;
        cut(list, time);
        if (archive.isPresent()) {
            cut(archive.get(), time);
        }
        singles.cutAt(time);
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
        beats.countFrom(time);
        askedFor = NOTHING;
        singles.forgetSentBefore(time);
    }

    /** Forgets the stretches whose last beat was due by a time, but for those that tell when something last arrived. */
    void forgetUpTo(long time) {
        askedFor = NOTHING;
        int over = 0;
        while (over < list.size() - 1 && list.get(over).to() + list.get(over).latency() <= time) {
            Stretch oldest = list.get(over++);
            if (archive.isPresent()) {
                keep(archive.get(), oldest);
            }
            arrivedBefore = Math.max(arrivedBefore, beats.lastArrivalUpTo(oldest, time));
            missedBefore = Math.max(missedBefore, beats.lastMissWithin(oldest, Long.MIN_VALUE, time));
        }
        if (over > 0) {
            list.subList(0, over).clear();
        }
        arrivedBefore = Math.max(arrivedBefore, singles.forgetArrivedBy(time));
    }

    /** Forgets all beats: each was due before the last arrival of all, which has been. */
    void forgetAll(long lastArrival) {
        askedFor = NOTHING;
        list.clear();
        singles.forgetArrivedBy(lastArrival);
        arrivedBefore = lastArrival;
    }

    /** The longest time that anything has been under way. */
    long longestLatency() {
        return longestLatency;
    }

    /** The first of the beats missed in a row that end before a beat, as far as an arbitration remembers; that beat if none is. */
    long missedInARowFrom(long beat) {
        long first = beat;
        while (first > beat - HeartbeatPath.BEATS_REMEMBERED && !isDelivered(first - 1)) {
            first--;
        }
        return first;
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
        return !beats.losses().isLost(beat, list.get(i).loss());
    }

    /** When the first arrival after a time is; {@link Agenda#NEVER} if there is none. */
    long firstArrivalAfter(long time) {
        long first = Agenda.NEVER;
        for (int i = firstDueAfter(time); i < list.size() && list.get(i).from() < first; i++) {
            agenda.spend(1);
            first = Math.min(first, beats.firstArrivalAfter(list.get(i), time));
        }
        return singles.firstAfter(time, first);
    }

    /** When the first beat missed after a time was due. */
    long firstMissAfter(long time) {
        long first = Agenda.NEVER;
        for (int i = firstDueAfter(time); i < list.size() && list.get(i).from() < first; i++) {
            agenda.spend(1);
            first = Math.min(first, beats.firstMissAfter(list.get(i), time));
        }
        return first;
    }

    /** When the last arrival up to a time was; {@link Long#MIN_VALUE} if there was none. It is often asked again at once. */
    long lastArrivalUpTo(long time) {
        agenda.spend(1);
        if (time != askedFor) {
            lastArrival = findLastArrivalUpTo(time);
            askedFor = time;
        }
        return lastArrival;
    }

    private long findLastArrivalUpTo(long time) {
        long last = arrivedBefore;
        for (int i = lastBegunBy(time); i >= 0 && !isOverBy(list.get(i), last); i--) {
            agenda.spend(1);
            last = Math.max(last, beats.lastArrivalUpTo(list.get(i), time));
        }
        return singles.lastUpTo(time, last);
    }

    /** When the last beat missed after one time and up to another was due; {@link Long#MIN_VALUE} if there was none. */
    long lastMissWithin(long after, long upTo) {
        if (after >= upTo) {
            return Long.MIN_VALUE;
        }
        long last = missedBefore > after && missedBefore <= upTo ? missedBefore : Long.MIN_VALUE;
        for (int i = lastBegunBy(upTo); i >= 0 && !isOverBy(list.get(i), Math.max(last, after)); i--) {
            agenda.spend(1);
            last = Math.max(last, beats.lastMissWithin(list.get(i), after, upTo));
        }
        return last;
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
            long beat = beats.firstDueAfter(stretch, arrival);
            boolean isPartOfIt = beat * interval < stretch.to();
            boolean isFirst = (beat - 1) * interval < beats.begin(stretch);
            if (stretch.delivers() && isPartOfIt && !isFirst) {
                long until = beats.steadyUntil(stretch, beat, stretch.lastBeat(interval), silence);
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
            long beat = beats.firstBeat(next);
            boolean hasBeats = beat * interval < next.to();
            if (next.delivers() && hasBeats) {
                if (!next.isLossless() || beat * interval + next.latency() - until > silence) {
                    return until;
                }
                until = Math.max(until, beats.steadyUntil(next, beat, next.lastBeat(interval), silence));
            }
        }
        return until;
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
            if (beats.firstArrivalAfter(list.get(i), time) != Agenda.NEVER) {
                return false;
            }
        }
        return singles.isOverBy(time);
    }

    /** Starts keeping what it would otherwise forget, for {@link #changes}. */
    void keepAll() {
        archive = Optional.of(new ArrayList<>());
    }

    boolean keepsAll() {
        return archive.isPresent();
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
            boolean arrives = !beats.losses().isLost(beat, stretch.loss());
            changes.add(new HeartbeatPath.Change(from, arrives, stretch.latency()));
            agenda.spend(STEPS_OF_A_STRETCH_KEPT);
            long last = -Math.floorDiv(-end, interval);
            long next = arrives
                    ? beats.losses().firstLost(beat + 1, last, stretch.loss())
                    : beats.losses().firstDelivered(beat + 1, last, stretch.loss());
            from = next == LossDraws.NONE ? end : next * interval;
        }
    }
}
