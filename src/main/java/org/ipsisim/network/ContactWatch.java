package org.ipsisim.network;

import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * Watches one path for the loss of heartbeats, the sanity time-out (M4) and the return of contact.
 *
 * <p>It is lazy: it asks the path when the next of these will be if nothing changes, arms a timer for that moment only, and
 * plans again when the path changes. While heartbeats come, nothing is armed.
 */
public final class ContactWatch {
    /** Is told what the watch sees. */
    public interface Listener {
        /** The first heartbeat that was due did not come (M5). */
        void contactLost();

        /**
         * A heartbeat came after a missed one, or after the sanity time-out.
         *
         * @param silence milliseconds since the contact before
         */
        void contactRestored(long silence);

        /** The sanity time-out has passed since the last contact (M4). */
        void sanityTimedOut();
    }

    private static final int TIMERS = 3;

    private final Agenda agenda;
    private final SanityTimeouts sanity;
    private final boolean reportsMisses;
    private final Listener listener;
    private final Runnable planning = this::plan;
    private final Timer arrival;
    private final Timer miss;
    private final Timer timeout;
    private HeartbeatPath path;
    private long lastContact;
    private boolean silent;
    private boolean timedOut;

    /**
     * A watch that watches nothing yet.
     *
     * @param sanity the sanity time-out over time
     * @param reportsMisses whether the listener is told of missed heartbeats, or of sanity time-outs alone
     * @param ranks the ranks of its timers, for arrival, miss and sanity time-out
     */
    public ContactWatch(
            Agenda agenda, SanityTimeouts sanity, boolean reportsMisses, WatchRanks ranks, Listener listener) {
        this.agenda = agenda;
        this.sanity = sanity;
        this.reportsMisses = reportsMisses;
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

    /** Watches a path from now on; this instant counts as contact. */
    public void watch(HeartbeatPath newPath) {
        attach(newPath);
        lastContact = agenda.now();
        silent = false;
        timedOut = false;
        plan();
    }

    /** Waits for the next arrival on a path, as after a sanity time-out. */
    public void awaitContact(HeartbeatPath newPath) {
        attach(newPath);
        timedOut = true;
        plan();
    }

    /** Watches nothing until told to. */
    public void stop() {
        attach(null);
        arrival.cancel();
        miss.cancel();
        timeout.cancel();
    }

    private void attach(HeartbeatPath newPath) {
        if (path == newPath) {
            return;
        }
        if (path != null) {
            path.removeListener(planning);
        }
        path = newPath;
        if (path != null) {
            path.addListener(planning);
        }
    }

    /** Whether the latest heartbeat that was due did not come. */
    public boolean isSilent() {
        return silent;
    }

    /** The time of the last contact in milliseconds, brought up to date whenever the listener is told something. */
    public long lastContact() {
        return lastContact;
    }

    /** The trace entry that brought the path into its present state. */
    public int cause() {
        return path == null ? 0 : path.cause();
    }

    /** Plans again, after the sanity time-out or the path has changed. */
    public void plan() {
        if (path == null) {
            return;
        }
        agenda.spend(TIMERS);
        boolean beforeArrivals = agenda.turn() == Turn.CHANGE;
        boolean beforeMisses = beforeArrivals || agenda.turn() == Turn.ARRIVAL;
        long arrivalsSeen = beforeArrivals ? agenda.now() - 1 : agenda.now();
        hearUpTo(arrivalsSeen);
        boolean awaitsContact = silent || timedOut;
        arrival.armAt(awaitsContact ? path.firstArrivalAfter(arrivalsSeen) : Agenda.NEVER);
        miss.armAt(
                reportsMisses && !silent
                        ? path.firstMissAfter(beforeMisses ? agenda.now() - 1 : agenda.now())
                        : Agenda.NEVER);
        timeout.armAt(timedOut ? Agenda.NEVER : nextTimeout());
    }

    private void hearUpTo(long time) {
        lastContact = Math.max(lastContact, path.lastArrivalUpTo(time));
    }

    /** Goes from arrival to arrival until two are too far apart, or until they come steadily. */
    private long nextTimeout() {
        long heard = lastContact;
        while (true) {
            long next = path.firstArrivalAfter(heard);
            long deadline = sanity.deadlineAfter(heard);
            if (next > deadline) {
                return deadline;
            }
            if (path.isSteadyFrom(next) && path.interval() <= sanity.present()) {
                return Agenda.NEVER;
            }
            heard = next;
        }
    }

    private void onArrival() {
        long silence = agenda.now() - lastContact;
        lastContact = agenda.now();
        silent = false;
        timedOut = false;
        plan();
        listener.contactRestored(silence);
    }

    private void onMiss() {
        hearUpTo(agenda.now());
        silent = true;
        plan();
        listener.contactLost();
    }

    private void onTimeout() {
        hearUpTo(agenda.now());
        timedOut = true;
        plan();
        listener.sanityTimedOut();
    }
}
