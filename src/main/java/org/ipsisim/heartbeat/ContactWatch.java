package org.ipsisim.heartbeat;

import java.util.Arrays;
import java.util.List;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * Watches the paths from the servers of one cluster to an IPSI for the loss of heartbeats, the sanity time-out (M4) and
 * the return of contact. A heartbeat on any of them is contact; there is silence while all of them are silent.
 *
 * <p>It is lazy: it asks the paths when the next of these events will be if nothing changes, arms one timer for that
 * moment, and plans again when a path changes. While heartbeats arrive, no timer is armed.
 */
public final class ContactWatch {
    /** Receives what the watch observes. */
    public interface Listener {
        /** A heartbeat that was due did not arrive: the first one missed (M5). */
        void contactLost();

        /**
         * A heartbeat arrived after a missed one, or after the sanity time-out.
         *
         * @param silence milliseconds since the previous contact
         */
        void contactRestored(long silence);

        /** The sanity time-out has passed since the last contact (M4). */
        void sanityTimedOut();

        /** {@link ContactWatch#missesContact} has changed without any other notification. */
        default void silenceChanged() {}
    }

    /** How the watch treats missed heartbeats. */
    public enum Misses {
        /** Does not look for them: reports sanity time-outs, and the contact after them. */
        IGNORED,
        /** Looks for them, but reports no more than if they were ignored. */
        FOUND,
        /** Reports each loss of contact and each return. */
        TOLD
    }

    private static final int TIMERS = 3;

    /** How many arrivals, or spans of steady arrivals, it looks ahead. */
    private static final int ARRIVALS_AHEAD = 16;

    /** How far ahead it looks where heartbeats are lost by chance, in milliseconds: the network may change before. */
    private static final long LONG_ENOUGH = 3_600_000;

    /** How many beats it looks ahead just after the network has changed: it often changes again soon. */
    private static final long FIRST_BEATS = 64;

    private final Agenda agenda;
    private final SanityTimeouts sanity;
    private final Misses misses;
    private final Listener listener;
    private final Runnable pathChanged = this::planIfPathsChanged;
    private final Timer arrival;
    private final Timer miss;
    private final Timer timeout;
    private List<HeartbeatPath> attached = List.of();
    private HeartbeatPath[] paths = {};
    /** For each path, the time after which its arrivals count. */
    private long[] countFrom = {};

    private long timesBegun;
    private long timesChanged;
    private long unchangedSince;
    private long lastContact;
    private long missesSeen;
    private boolean silent;
    private boolean missesContact;
    private boolean timedOut;

    /**
     * A watch without paths.
     *
     * @param sanity the sanity time-out over time
     * @param misses how to treat missed heartbeats
     * @param ranks the ranks of its timers, for arrival, miss and sanity time-out
     */
    public ContactWatch(Agenda agenda, SanityTimeouts sanity, Misses misses, WatchRanks ranks, Listener listener) {
        this.agenda = agenda;
        this.sanity = sanity;
        this.misses = misses;
        this.listener = listener;
        this.arrival = agenda.timer(Turn.ARRIVAL, ranks.arrival(), this::onArrival);
        this.miss = agenda.timer(Turn.EXPIRY, ranks.miss(), this::onMiss);
        this.timeout = agenda.timer(Turn.EXPIRY, ranks.timeout(), this::onTimeout);
    }

    /**
     * The ranks of a watch's timers within their turns.
     *
     * @param arrival of a heartbeat's arrival
     * @param miss of a missed heartbeat
     * @param timeout of the sanity time-out
     */
    public record WatchRanks(long arrival, long miss, long timeout) {}

    /** Starts to watch paths; this instant counts as contact. */
    public void watch(List<HeartbeatPath> newPaths) {
        timesBegun++;
        attach(newPaths);
        lastContact = agenda.now();
        missesSeen = lastInstantOf(miss);
        silent = false;
        missesContact = false;
        timedOut = false;
        plan();
    }

    /** Switches to other paths; what has been heard so far still counts, and of a path that is new what comes from now on. */
    public void replace(List<HeartbeatPath> newPaths) {
        plan();
        List<HeartbeatPath> before = attached;
        long[] countedFrom = countFrom;
        attach(newPaths);
        for (int i = 0; i < paths.length; i++) {
            int place = before.indexOf(paths[i]);
            countFrom[i] = place < 0 ? lastInstantOf(arrival) : countedFrom[place];
        }
        plan();
    }

    /** Waits for the next arrival on any of the paths, as it does after a sanity time-out. */
    public void awaitContact(List<HeartbeatPath> newPaths) {
        attach(newPaths);
        timedOut = true;
        plan();
    }

    /** Stops watching. */
    public void stop() {
        attach(List.of());
        arrival.cancel();
        miss.cancel();
        timeout.cancel();
    }

    private void attach(List<HeartbeatPath> newPaths) {
        if (newPaths == attached) {
            return;
        }
        attached = newPaths;
        for (HeartbeatPath path : paths) {
            path.removeListener(pathChanged);
        }
        paths = newPaths.toArray(new HeartbeatPath[0]);
        countFrom = new long[paths.length];
        Arrays.fill(countFrom, Long.MIN_VALUE);
        for (HeartbeatPath path : paths) {
            path.addListener(pathChanged);
        }
    }

    /** Whether the latest heartbeat that was due did not arrive, as far as the listener has been told. */
    public boolean isSilent() {
        return silent;
    }

    /** Whether the latest heartbeat that was due did not arrive; always false if misses are ignored. */
    public boolean missesContact() {
        return missesContact;
    }

    /**
     * Whether the latest heartbeat that was due did not arrive, for a listener that is not told of each miss. If so, it is
     * told of the next contact.
     */
    public boolean looksSilent() {
        if (!silent && misses != Misses.TOLD) {
            silent = areAllSilent();
            if (silent) {
                plan();
            }
        }
        return silent;
    }

    /** The time of the last contact in milliseconds, brought up to date whenever the listener is told something. */
    public long lastContact() {
        return lastContact;
    }

    /** The time of the last contact in milliseconds, even if the listener has not been told; it changes no notification. */
    public long lastContactUpToNow() {
        long heard = lastContact;
        for (int i = 0; i < paths.length; i++) {
            heard = Math.max(heard, lastArrival(i, agenda.now()));
        }
        return heard;
    }

    /** Whether the sanity time-out has passed, and no contact has come since. */
    public boolean hasTimedOut() {
        return timedOut;
    }

    /** The trace entry that caused the silence: the one that broke the last path, or made it lose heartbeats. */
    public int causeOfSilence() {
        int cause = 0;
        for (HeartbeatPath path : paths) {
            cause = path.loses() ? Math.max(cause, path.cause()) : cause;
        }
        return cause == 0 ? causeOfLosses() : cause;
    }

    /** Whether the paths work again, but an earlier loss is noticed only now or still waits for its retransmission (N8). */
    private int causeOfLosses() {
        int cause = 0;
        for (HeartbeatPath path : paths) {
            cause = Math.max(cause, path.causeOfLosses());
        }
        return cause;
    }

    /** The trace entry that caused the contact: the one that mended the last path that works. */
    public int causeOfContact() {
        int cause = 0;
        for (HeartbeatPath path : paths) {
            cause = path.delivers() ? Math.max(cause, path.cause()) : cause;
        }
        return cause;
    }

    /** A path has changed; of several that change together each one calls this. */
    private void planIfPathsChanged() {
        if (timesPathsChanged() != timesChanged) {
            plan();
        }
    }

    private long timesPathsChanged() {
        long times = 0;
        for (HeartbeatPath path : paths) {
            times += path.timesChanged();
        }
        return times;
    }

    /** Plans again, after the sanity time-out or the path has changed. */
    public void plan() {
        if (paths.length > 0) {
            long times = timesPathsChanged();
            unchangedSince = times == timesChanged ? unchangedSince : agenda.now();
            timesChanged = times;
            planContact();
            timeout.armAt(timedOut ? Agenda.NEVER : nextTimeout());
        }
    }

    /** Plans the next loss or return of contact; the planned time-out stays while nothing changes. */
    private void planContact() {
        long arrivalsSeen = lastInstantOf(arrival);
        hearUpTo(arrivalsSeen);
        planContact(arrivalsSeen);
    }

    /** The same once everything is heard that arrived up to a time, the present or the instant before. */
    private void planContact(long arrivalsSeen) {
        agenda.spend(TIMERS);
        boolean awaitsContact = silent || missesContact || timedOut;
        arrival.armAt(awaitsContact ? firstArrivalAfter(arrivalsSeen) : Agenda.NEVER);
        if (misses != Misses.IGNORED) {
            miss.armAt(missesContact ? Agenda.NEVER : nextMiss(arrivalsSeen, lastInstantOf(miss)));
        }
    }

    /** Now, or the instant before if the turn of the timer has not come yet. */
    private long lastInstantOf(Timer timer) {
        return agenda.hasPassed(timer, agenda.now()) ? agenda.now() : agenda.now() - 1;
    }

    private void hearUpTo(long time) {
        for (int i = 0; i < paths.length; i++) {
            lastContact = Math.max(lastContact, lastArrival(i, time));
        }
    }

    private long lastArrival(int path, long time) {
        long last = paths[path].lastArrivalUpTo(time);
        return last > countFrom[path] ? last : Long.MIN_VALUE;
    }

    private long firstArrivalAfter(long time) {
        long first = Agenda.NEVER;
        for (int i = 0; i < paths.length; i++) {
            first = Math.min(first, paths[i].firstArrivalAfter(Math.max(time, countFrom[i])));
        }
        return first;
    }

    /** The next miss on a path that is not silent yet; when it comes, it turns out whether all paths are silent. */
    private long nextMiss(long arrivalsSeen, long missed) {
        long next = Agenda.NEVER;
        for (HeartbeatPath path : paths) {
            if (!isSilent(path, arrivalsSeen, missed)) {
                next = Math.min(next, path.firstMissAfter(Math.max(missed, missesSeen)));
            }
        }
        return next;
    }

    private boolean areAllSilent() {
        for (HeartbeatPath path : paths) {
            if (!isSilent(path, agenda.now(), agenda.now())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the latest heartbeat due on a path did not arrive; misses before the watch started do not count. */
    private boolean isSilent(HeartbeatPath path, long arrivalsSeen, long missed) {
        long after = Math.max(missesSeen + 1, path.lastArrivalUpTo(arrivalsSeen)) - 1;
        return path.lastMissWithin(after, missed) != Long.MIN_VALUE;
    }

    /**
     * Steps from arrival to arrival until two are too far apart, or until nothing new can come: once no change lies ahead,
     * the arrivals of all paths repeat every interval. Where heartbeats are lost by chance it may stop earlier, at a time
     * before which there is no time-out.
     */
    private long nextTimeout() {
        long heard = lastContact;
        long repeatsFrom = Agenda.NEVER;
        long soon = FIRST_BEATS * paths[0].interval();
        long far = agenda.now() - unchangedSince < soon ? soon : LONG_ENOUGH;
        for (int arrivals = 0; arrivals < ARRIVALS_AHEAD; arrivals++) {
            long next = firstArrivalAfter(heard);
            long deadline = sanity.deadlineAfter(heard);
            if (next == Agenda.NEVER || next > deadline) {
                return deadline;
            }
            if (isSteadyFrom(next) || repeatsFrom < next - paths[0].interval()) {
                return Agenda.NEVER;
            }
            if (repeatsFrom == Agenda.NEVER && areAllSettledAt(next)) {
                repeatsFrom = next;
            }
            heard = steadyUntil(next, far);
            if (heard == Agenda.NEVER || heard - next > far) {
                return heard;
            }
        }
        return heard;
    }

    private long steadyUntil(long arrivalTime, long far) {
        long until = arrivalTime;
        for (HeartbeatPath path : paths) {
            until = Math.max(until, path.steadyUntil(arrivalTime, sanity.present(), far));
            if (until - arrivalTime > far) {
                break;
            }
        }
        return until;
    }

    private boolean areAllSettledAt(long arrivalTime) {
        for (HeartbeatPath path : paths) {
            if (!path.isSettledAt(arrivalTime)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSteadyFrom(long arrivalTime) {
        for (HeartbeatPath path : paths) {
            if (path.interval() <= sanity.present() && path.isSteadyFrom(arrivalTime)) {
                return true;
            }
        }
        return false;
    }

    private void onArrival() {
        if (!arrivesNow()) {
            planContact();
            return;
        }
        long silence = agenda.now() - lastContact;
        boolean isAwaited = silent;
        lastContact = agenda.now();
        silent = false;
        missesContact = false;
        if (timedOut) {
            timedOut = false;
            tellOfContact(silence);
            return;
        }
        planContact(agenda.now());
        if (isAwaited) {
            listener.contactRestored(silence);
        } else {
            listener.silenceChanged();
        }
    }

    /** The listener may begin to watch anew, and everything is planned then. */
    private void tellOfContact(long silence) {
        long begun = timesBegun;
        listener.contactRestored(silence);
        if (timesBegun == begun) {
            plan();
        }
    }

    private void onMiss() {
        hearUpTo(agenda.now());
        missesContact = areAllSilent();
        silent |= missesContact && misses == Misses.TOLD;
        planContact(agenda.now());
        if (missesContact && misses == Misses.TOLD) {
            listener.contactLost();
        } else if (missesContact) {
            listener.silenceChanged();
        }
    }

    private boolean arrivesNow() {
        for (HeartbeatPath path : paths) {
            if (path.lastArrivalUpTo(agenda.now()) == agenda.now()) {
                return true;
            }
        }
        return false;
    }

    private void onTimeout() {
        hearUpTo(agenda.now());
        if (sanity.deadlineAfter(lastContact) > agenda.now()) {
            plan();
            return;
        }
        timedOut = true;
        plan();
        listener.sanityTimedOut();
    }
}
