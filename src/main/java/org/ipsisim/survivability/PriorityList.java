package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.heartbeat.ContactWatch;
import org.ipsisim.heartbeat.HeartbeatPath;
import org.ipsisim.history.PnRecorder;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.jspecify.annotations.Nullable;

/**
 * The servers that an IPSI can ask for service: those that have a socket to it, at most eight, best first (R29 to R41,
 * M16 to M19).
 */
final class PriorityList {
    /** After so long a server that was refused or displaced tries again, in milliseconds (Q2, M18). */
    private static final long RETRY_AFTER = 15 * 60_000;

    /** Stands for the memory that a list takes in the history. */
    private static final int STEPS_OF_A_LIST = 100;

    private final RunningEstate run;
    private final IpsiId ipsi;
    private final int ipsiIndex;
    private final PortNetworkControl control;
    private final PnRecorder recorder;
    private final List<Socket> ranked = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private boolean open;
    private final BitSet connected = new BitSet();
    private final BitSet published = new BitSet();
    private boolean isPublished;
    private int refused;

    PriorityList(RunningEstate run, IpsiId ipsi, PortNetworkControl control, List<Cluster> ranking) {
        this.run = run;
        this.ipsi = ipsi;
        this.ipsiIndex = run.indexOf(ipsi);
        this.control = control;
        this.recorder = control.recorder();
        for (Cluster cluster : ranking) {
            ranked.add(new Socket(cluster, ranked.size()));
            numbers.add(cluster.number());
        }
    }

    /** Whether the IPSI has sockets, or waits for them. */
    boolean isOpen() {
        return open;
    }

    /** Whether the main is on the list. */
    boolean hasMain() {
        return connected.get(0);
    }

    /** The clusters on the list, best first. */
    List<Cluster> clusters() {
        List<Cluster> clusters = new ArrayList<>(PriorityLists.CAPACITY);
        for (int place = connected.nextSetBit(0); place >= 0; place = connected.nextSetBit(place + 1)) {
            clusters.add(ranked.get(place).cluster);
        }
        return clusters;
    }

    /** All clusters that may be on the list, best first. */
    List<Cluster> candidates() {
        return ranked.stream().map(socket -> socket.cluster).toList();
    }

    /** A cluster controls the port network from now on: it has a socket at once. */
    void connectController(Cluster controller) {
        for (Socket socket : ranked) {
            if (socket.cluster == controller && !connected.get(socket.place)) {
                socket.stopRetrying();
                admit(socket);
            }
        }
        publish();
    }

    /** The IPSI has started anew: heartbeats that were sent to it before are neither heard nor missed. */
    void forgetBeatsUnderWay() {
        for (Socket socket : ranked) {
            socket.paths.forEach(HeartbeatPath::forgetBeatsUnderWay);
        }
    }

    /** Every server that reaches the IPSI now connects; the others when they reach it. */
    void connectAll() {
        open = true;
        for (Socket socket : ranked) {
            socket.connectOrWait();
        }
        publish();
    }

    /** The IPSI has no sockets, and opens none until {@link #connectAll}. */
    void close() {
        open = false;
        for (Socket socket : ranked) {
            socket.close();
        }
        publish();
    }

    /** A server's socket is closed at once; it comes back with its next heartbeat. */
    void drop(Cluster cluster) {
        for (Socket socket : ranked) {
            if (socket.cluster == cluster) {
                socket.drop();
            }
        }
        publish();
    }

    /** Plans all sockets again after the sanity time-out has changed. */
    void planAgain() {
        for (Socket socket : ranked) {
            socket.watch.plan();
        }
    }

    private void publish() {
        if (!isPublished || !published.equals(connected)) {
            isPublished = true;
            published.clear();
            published.or(connected);
            record();
        }
        reviewRetries();
    }

    private void record() {
        run.agenda().spend(STEPS_OF_A_LIST + ranked.size());
        Integer[] listed = new Integer[connected.cardinality()];
        int count = 0;
        for (int place = connected.nextSetBit(0); place >= 0; place = connected.nextSetBit(place + 1)) {
            listed[count++] = numbers.get(place);
        }
        recorder.list(ipsi, run.agenda().now(), List.of(listed));
    }

    /** The controlling cluster, whose socket is safe, may have changed. */
    void reviewRetries() {
        if (refused > 0) {
            run.agenda().spend(ranked.size());
            Socket worst = findWorst();
            for (Socket socket : ranked) {
                socket.reviewRetry(worst);
            }
        }
    }

    /** Lets a server in if there is a place, or if it ranks better than the worst; it takes that one's place then. */
    private void admit(Socket newcomer) {
        if (hasFreePlace()) {
            newcomer.connect();
        } else {
            Socket worst = findWorst();
            if (newcomer.displaces(worst)) {
                Objects.requireNonNull(worst).retryLater();
                newcomer.connect();
            } else {
                newcomer.retryLater();
            }
        }
        publish();
    }

    private boolean hasFreePlace() {
        return connected.cardinality() < PriorityLists.CAPACITY;
    }

    /** The last on the list that can be displaced; null if none can. */
    private @Nullable Socket findWorst() {
        for (int place = connected.length() - 1; place >= 0; place = connected.previousSetBit(place - 1)) {
            if (!ranked.get(place).isSure()) {
                return ranked.get(place);
            }
        }
        return null;
    }

    /** The connection of one server to the IPSI. */
    private final class Socket implements ContactWatch.Listener {
        private final Cluster cluster;
        private final int place;
        private final List<HeartbeatPath> paths;
        private final ContactWatch watch;
        private final Timer retry;
        private final Runnable retryReview = this::pathChanged;
        private boolean isRefused;
        private long refusedAt;

        Socket(Cluster cluster, int place) {
            this.cluster = cluster;
            this.place = place;
            this.paths = cluster.paths(ipsiIndex);
            ContactWatch.WatchRanks ranks = new ContactWatch.WatchRanks(
                    EventRank.SOCKET_ARRIVAL.rank(ipsiIndex, place),
                    EventRank.SOCKET_LOST.rank(ipsiIndex, place),
                    EventRank.SOCKET_LOST.rank(ipsiIndex, place));
            this.watch =
                    new ContactWatch(run.agenda(), run.timers().sanity(), ContactWatch.Misses.IGNORED, ranks, this);
            this.retry =
                    run.agenda().timer(Turn.DECISION, EventRank.SOCKET_RETRY.rank(ipsiIndex, place), this::tryAgain);
        }

        /** The main and the controlling cluster are never refused or displaced. */
        boolean isSure() {
            return cluster.isMain() || control.keepsSocketOf(cluster);
        }

        void connectOrWait() {
            if (cluster.accepts(ipsiIndex)) {
                admit(this);
            } else {
                watch.awaitContact(paths);
            }
        }

        void connect() {
            connected.set(place);
            watch.watch(paths);
            reviewMain();
            control.lookForFirstServer();
        }

        private void setRefused(boolean refuses) {
            if (isRefused != refuses) {
                isRefused = refuses;
                refused += refuses ? 1 : -1;
            }
        }

        private void reviewMain() {
            if (cluster.isMain()) {
                control.reviewMain();
            }
        }

        boolean displaces(@Nullable Socket worst) {
            return worst != null && (isSure() || place < worst.place);
        }

        void close() {
            connected.clear(place);
            watch.stop();
            stopRetrying();
        }

        void retryLater() {
            close();
            setRefused(true);
            refusedAt = run.agenda().now();
            paths.forEach(path -> path.addListener(retryReview));
        }

        private void stopRetrying() {
            setRefused(false);
            retry.cancel();
            paths.forEach(path -> path.removeListener(retryReview));
        }

        private void tryAgain() {
            stopRetrying();
            connectOrWait();
        }

        private void pathChanged() {
            run.agenda().spend(ranked.size());
            reviewRetry(findWorst());
        }

        /** It tries again every so often; those tries are spared that would only be refused again. */
        void reviewRetry(@Nullable Socket worst) {
            if (isRefused) {
                boolean changesSomething = !cluster.accepts(ipsiIndex) || hasFreePlace() || displaces(worst);
                retry.armAt(changesSomething ? nextTry() : Agenda.NEVER);
            }
        }

        private long nextTry() {
            long tries = Math.max(1, -Math.floorDiv(refusedAt - run.agenda().now(), RETRY_AFTER));
            long next = refusedAt + tries * RETRY_AFTER;
            return run.agenda().hasPassed(retry, next) ? next + RETRY_AFTER : next;
        }

        void drop() {
            close();
            paths.forEach(HeartbeatPath::closeSocket);
            if (open) {
                watch.awaitContact(paths);
            }
        }

        @Override
        public void contactRestored(long silence) {
            admit(this);
        }

        @Override
        public void sanityTimedOut() {
            connected.clear(place);
            publish();
            reviewMain();
        }

        @Override
        public void contactLost() {
            throw new IllegalStateException("a socket is told of sanity time-outs alone");
        }
    }
}
