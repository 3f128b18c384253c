package org.ipsisim.heartbeat;

import java.util.Optional;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.LossDraws;

/**
 * The beats of one way within single stretches: which arrive, which are missed, and when.
 *
 * <p>Where beats are lost by chance, a search stops after {@link #HORIZON} beats. It then answers not with a beat, but with a
 * time before which there is none.
 */
final class Beats {
    /** How many beats a search looks ahead. */
    static final long HORIZON = 1 << 16;

    /** How many beats one search for lost beats in a row covers. */
    private static final long BEATS_SEARCHED = 1 << 18;

    /** How many of them may be sent after the end of the run. */
    private static final long BEATS_AFTER_END = 64;

    private final long interval;
    private final long lastBeat;
    private final LossDraws losses;
    private final Optional<DataMessages> data;
    private long sentFrom;

    /**
     * @param interval heartbeat interval in milliseconds
     * @param end of the run in milliseconds; searches stop soon after it
     * @param data what else the server sends that counts as contact (N11); empty if nothing
     */
    Beats(long interval, long end, LossDraws losses, Optional<DataMessages> data) {
        this.interval = interval;
        this.lastBeat = end / interval + BEATS_AFTER_END;
        this.losses = losses;
        this.data = data;
    }

    long interval() {
        return interval;
    }

    LossDraws losses() {
        return losses;
    }

    /** From now on beats sent before a time neither arrive nor are missed. */
    void countFrom(long time) {
        sentFrom = time;
    }

    /** When the first arrival after a time is; {@link Agenda#NEVER} if there is none. */
    long firstArrivalAfter(Stretch stretch, long time) {
        if (!stretch.delivers()) {
            return Agenda.NEVER;
        }
        long ofBeat = firstBeatArrivalAfter(stretch, time);
        return stretch.data() ? Math.min(ofBeat, firstDataAfter(stretch, time, ofBeat)) : ofBeat;
    }

    /** The first arrival in a stretch, searched for up to a beat's arrival or the limit of a search. */
    private long firstDataAfter(Stretch stretch, long time, long ofBeat) {
        long from = Math.max(begin(stretch), time + 1 - stretch.latency());
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

    /** When the first beat missed after a time was due; {@link Agenda#NEVER} if none is. */
    long firstMissAfter(Stretch stretch, long time) {
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
    long firstDueAfter(Stretch stretch, long time) {
        return Math.floorDiv(Math.max(begin(stretch) - 1, time - stretch.latency()), interval) + 1;
    }

    /** The last beat of a stretch, or before it, that is due up to a time. */
    private long lastDueUpTo(Stretch stretch, long time) {
        return Math.floorDiv(Math.min(stretch.to() - 1, time - stretch.latency()), interval);
    }

    /** The number of the first beat of a stretch that counts. */
    long firstBeat(Stretch stretch) {
        return -Math.floorDiv(-begin(stretch), interval);
    }

    /** From when on beats of a stretch count. */
    long begin(Stretch stretch) {
        return Math.max(stretch.from(), sentFrom);
    }

    /** When the last arrival up to a time was; {@link Long#MIN_VALUE} if there was none. */
    long lastArrivalUpTo(Stretch stretch, long time) {
        if (!stretch.delivers()) {
            return Long.MIN_VALUE;
        }
        long ofBeat = lastBeatArrival(stretch, time);
        return stretch.data() ? Math.max(ofBeat, lastData(stretch, time, ofBeat)) : ofBeat;
    }

    private long lastData(Stretch stretch, long time, long ofBeat) {
        long from = begin(stretch);
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
    long lastMissWithin(Stretch stretch, long after, long upTo) {
        if (stretch.isLossless()) {
            return Long.MIN_VALUE;
        }
        long from = after == Long.MIN_VALUE ? firstBeat(stretch) : firstDueAfter(stretch, after);
        long to = lastDueUpTo(stretch, upTo);
        if (from > to) {
            return Long.MIN_VALUE;
        }
        long beat = stretch.delivers() ? losses.lastLost(from, to, stretch.loss()) : to;
        return beat == LossDraws.NONE ? Long.MIN_VALUE : beat * interval + stretch.latency();
    }

    /**
     * The last arrival before the first silence, as far as a search from one beat to another can tell; {@link Agenda#NEVER} if
     * there is no silence, {@link Long#MIN_VALUE} if it cannot tell.
     */
    long steadyUntil(Stretch stretch, long beat, long to, long silence) {
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
}
