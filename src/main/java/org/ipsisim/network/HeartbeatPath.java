package org.ipsisim.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Turn;

/**
 * The way of one server's heartbeats to one IPSI, as stretches of time in which their fate does not change.
 *
 * <p>Beat k is sent at k times the heartbeat interval. It is delivered if the path works when it is sent, and arrives one
 * latency later, whatever happens meanwhile (M3). A beat that is not delivered was due after the latency that the path
 * had when it last worked. No beat is an event: when the next one arrives or is missed follows from the stretches.
 */
public final class HeartbeatPath {
    /** The latency of a path that does not deliver. */
    static final long UNREACHABLE = Network.UNREACHABLE;

    /** An arbitration looks at the last three beats (M22). */
    private static final long BEATS_REMEMBERED = 3;

    /** Stands for the memory it takes. */
    private static final int STEPS_OF_A_CHANGE_KEPT = 50;

    private final Agenda agenda;
    private final long interval;
    private final Deque<Stretch> past = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>(2);
    private Stretch present;
    private long arrivedBefore = Long.MIN_VALUE;
    private long missedBefore = Long.MIN_VALUE;
    private long sentFrom;
    private int cause;
    private List<Change> changes;

    /**
     * A change of a path's state.
     *
     * @param from milliseconds from the start
     * @param delivers whether beats are delivered from then on
     * @param latency how long they take; how long they would have taken if they are not delivered
     */
    public record Change(long from, boolean delivers, long latency) {}

    /** A span of time in which beats are all delivered, or all lost; beats sent at {@code to} are not part of it. */
    private record Stretch(long from, long to, boolean delivers, long latency) {
        long firstDueAfter(long time, long interval, long sentFrom) {
            long beat = Math.max(firstBeat(interval, sentFrom), Math.floorDiv(time - latency, interval) + 1);
            return beat <= lastBeat(interval) ? beat * interval + latency : Agenda.NEVER;
        }

        long lastDueUpTo(long time, long interval, long sentFrom) {
            long beat = Math.min(lastBeat(interval), Math.floorDiv(time - latency, interval));
            return beat >= firstBeat(interval, sentFrom) ? beat * interval + latency : Long.MIN_VALUE;
        }

        private long firstBeat(long interval, long sentFrom) {
            return -Math.floorDiv(-Math.max(from, sentFrom), interval);
        }

        private long lastBeat(long interval) {
            return to == Agenda.NEVER ? Agenda.NEVER / interval - 1 : -Math.floorDiv(-to, interval) - 1;
        }

        Stretch until(long end) {
            return new Stretch(from, end, delivers, latency);
        }
    }

    /**
     * A path that is in its first state from the start.
     *
     * @param interval heartbeat interval in milliseconds
     * @param latency milliseconds, or -1 for a path that does not work
     */
    public HeartbeatPath(Agenda agenda, long interval, long latency) {
        this.agenda = agenda;
        this.interval = interval;
        boolean delivers = latency != UNREACHABLE;
        this.present = new Stretch(0, Agenda.NEVER, delivers, delivers ? latency : 0);
    }

    /** Keeps all changes of state from now on, for {@link #changes}. */
    public void keepChanges() {
        changes = new ArrayList<>();
        keepChange();
    }

    /** The changes of state that were kept, in order; several may be at one instant. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private void keepChange() {
        if (changes != null) {
            agenda.spend(STEPS_OF_A_CHANGE_KEPT);
            changes.add(new Change(present.from, present.delivers, present.latency));
        }
    }

    /** Whether a beat that is sent now is delivered. */
    public boolean delivers() {
        return present.delivers;
    }

    /** The trace entry that brought the path into its present state; 0 at the start. */
    public int cause() {
        return cause;
    }

    /** The heartbeat interval in milliseconds. */
    long interval() {
        return interval;
    }

    /**
     * Changes the latency of the path, breaks it or mends it, from now on.
     *
     * @param delivers whether beats are sent and delivered
     * @param routeLatency milliseconds that the links between take; -1 if they do not work, and the latency stays the
     *     one that it was
     * @param newCause the trace entry that this comes from
     */
    void change(boolean delivers, long routeLatency, int newCause) {
        long latency = routeLatency == UNREACHABLE ? present.latency : routeLatency;
        if (delivers == present.delivers && latency == present.latency) {
            return;
        }
        if (delivers != present.delivers) {
            cause = newCause;
        }
        forgetWhatIsOver();
        long from = agenda.turn() == Turn.CHANGE ? agenda.now() : agenda.now() + 1;
        past.addLast(present.until(from));
        present = new Stretch(from, Agenda.NEVER, delivers, latency);
        keepChange();
        for (Runnable listener : listeners) {
            listener.run();
        }
    }

    /** Beats sent before now neither arrive nor are missed any more: the board or the socket they were for is gone. */
    public void forgetBeatsUnderWay() {
        sentFrom = agenda.turn() == Turn.CHANGE ? agenda.now() : agenda.now() + 1;
    }

    /** Stretches are kept until their last beat is due, and until no arbitration asks for it any more. */
    private void forgetWhatIsOver() {
        long over = agenda.now() - 1 - BEATS_REMEMBERED * interval;
        while (!past.isEmpty() && past.peekFirst().to + past.peekFirst().latency <= over) {
            Stretch oldest = past.removeFirst();
            long last = oldest.lastDueUpTo(over, interval, sentFrom);
            if (oldest.delivers) {
                arrivedBefore = Math.max(arrivedBefore, last);
            } else {
                missedBefore = Math.max(missedBefore, last);
            }
        }
    }

    /** Whether a beat that has been sent, one of the last three, is delivered; beats before the first one were. */
    boolean delivered(long beat) {
        long sent = beat * interval;
        if (sent < 0) {
            return true;
        }
        for (Stretch stretch : past) {
            if (sent >= stretch.from && sent < stretch.to) {
                return stretch.delivers;
            }
        }
        return present.delivers;
    }

    /** When the first beat after a time arrives, if nothing changes; {@link Agenda#NEVER} if none does. */
    long firstArrivalAfter(long time) {
        return firstDueAfter(time, true);
    }

    /** When the first beat that is missed after a time was due, if nothing changes. */
    long firstMissAfter(long time) {
        return firstDueAfter(time, false);
    }

    private long firstDueAfter(long time, boolean delivers) {
        agenda.spend(1 + past.size());
        long first = present.delivers == delivers ? present.firstDueAfter(time, interval, sentFrom) : Agenda.NEVER;
        for (Stretch stretch : past) {
            if (stretch.delivers == delivers) {
                first = Math.min(first, stretch.firstDueAfter(time, interval, sentFrom));
            }
        }
        return first;
    }

    /** When the last beat up to a time arrived; the least long if none did. */
    long lastArrivalUpTo(long time) {
        return Math.max(lastDueUpTo(time, true), arrivedBefore);
    }

    /** When the last beat that was missed up to a time was due; the least long if none was. */
    long lastMissUpTo(long time) {
        return Math.max(lastDueUpTo(time, false), missedBefore);
    }

    private long lastDueUpTo(long time, boolean delivers) {
        agenda.spend(1 + past.size());
        long last = present.delivers == delivers ? present.lastDueUpTo(time, interval, sentFrom) : Long.MIN_VALUE;
        for (Stretch stretch : past) {
            if (stretch.delivers == delivers) {
                last = Math.max(last, stretch.lastDueUpTo(time, interval, sentFrom));
            }
        }
        return last;
    }

    /** Whether all beats from this arrival on arrive one interval after the other, if nothing changes. */
    boolean isSteadyFrom(long arrival) {
        return present.delivers && arrival - present.latency >= present.from;
    }

    /** Whether the arrivals after this time are those of the present state alone. */
    boolean isSettledAt(long time) {
        for (Stretch stretch : past) {
            if (stretch.delivers && stretch.firstDueAfter(time, interval, sentFrom) != Agenda.NEVER) {
                return false;
            }
        }
        return !present.delivers || isSteadyFrom(time);
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
