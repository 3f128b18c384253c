package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.TimerSetting;

/**
 * The sockets of one IPSI, one for each cluster, and the priority list they make (M16 to M18).
 *
 * <p>A socket is lost S after the last heartbeat that arrived on it, with S in force at that arrival. A server that is
 * refused or displaced waits 15 min, whatever happens meanwhile, unless it is disabled, resets, comes to control the
 * port network, or the IPSI fails: then it connects with its next heartbeat.
 */
final class PriorityList {
    private static final int PLACES = 8;
    private static final long RETRY = 15 * 60_000L;

    private final TimersInForce timers;
    private final List<PlainCluster> bestFirst;
    /** When the socket of each connected cluster is lost, unless a heartbeat comes. */
    private final Map<PlainCluster, Long> sockets = new HashMap<>();

    private final Map<PlainCluster, Long> retries = new HashMap<>();

    /** When a cluster closed its socket; heartbeats that it sent up to then are neither heard nor missed. */
    private final Map<PlainCluster, Long> closedAt = new HashMap<>();

    PriorityList(PortNetwork pn, List<PlainCluster> clusters, TimersInForce timers) {
        this.timers = timers;
        bestFirst = clusters.stream()
                .filter(cluster -> cluster.isSeenBy(pn))
                .sorted(Comparator.comparingInt((PlainCluster cluster) -> cluster.rank(pn))
                        .thenComparing(
                                Comparator.comparingInt(PlainCluster::score).reversed())
                        .thenComparingInt(cluster -> cluster.number))
                .toList();
    }

    /** Every cluster that this IPSI sees, best first, connected or not. */
    List<PlainCluster> candidates() {
        return bestFirst;
    }

    /** The connected clusters, best first. */
    List<PlainCluster> connected() {
        return bestFirst.stream().filter(sockets::containsKey).toList();
    }

    List<Integer> clusters() {
        return connected().stream().map(cluster -> cluster.number).toList();
    }

    boolean isConnected(PlainCluster cluster) {
        return sockets.containsKey(cluster);
    }

    /** A new start: the controlling cluster and the best others connect if they can; who finds no place is refused. */
    void start(Predicate<PlainCluster> canConnect, int controller, long now) {
        clear();
        bestFirst.stream().filter(canConnect).forEach(cluster -> attempt(cluster, controller, now));
    }

    void clear() {
        sockets.clear();
        retries.clear();
    }

    void disconnect(PlainCluster cluster, long now) {
        closedAt.put(cluster, now);
        sockets.remove(cluster);
        retries.remove(cluster);
    }

    /** The cluster controls the port network from now on: it has a socket at once, and need not wait any more. */
    void connectController(PlainCluster cluster, long now) {
        retries.remove(cluster);
        if (!sockets.containsKey(cluster)) {
            attempt(cluster, cluster.number, now);
        }
    }

    /** Whether what was sent then was sent on a socket that the cluster has closed since. */
    boolean isOfClosedSocket(PlainCluster cluster, long sentAt) {
        return sentAt <= closedAt.getOrDefault(cluster, -1L);
    }

    /** A heartbeat of a server of the cluster arrives. */
    void heartbeat(PlainCluster cluster, int controller, long now) {
        if (!bestFirst.contains(cluster) || !cluster.mayConnect() || retries.containsKey(cluster)) {
            return;
        }
        if (sockets.containsKey(cluster)) {
            connect(cluster, now);
        } else {
            attempt(cluster, controller, now);
        }
    }

    void loseSilentSockets(long now) {
        sockets.values().removeIf(lost -> lost <= now);
    }

    /** Those that were refused 15 min ago try again if they can connect now, best first. */
    void retry(Predicate<PlainCluster> canConnect, int controller, long now) {
        for (PlainCluster cluster : bestFirst) {
            if (retries.getOrDefault(cluster, NEVER) <= now) {
                retries.remove(cluster);
                if (canConnect.test(cluster)) {
                    attempt(cluster, controller, now);
                }
            }
        }
    }

    /** When the next socket is lost or the next wait ends. */
    long next() {
        long next = NEVER;
        for (long lost : sockets.values()) {
            next = Math.min(next, lost);
        }
        for (long retry : retries.values()) {
            next = Math.min(next, retry);
        }
        return next;
    }

    private void attempt(PlainCluster cluster, int controller, long now) {
        if (sockets.size() < PLACES) {
            connect(cluster, now);
            return;
        }
        boolean always = cluster.isMain() || cluster.number == controller;
        Optional<PlainCluster> worst = worstWithoutRight(controller);
        if (worst.isPresent() && (always || bestFirst.indexOf(cluster) < bestFirst.indexOf(worst.get()))) {
            sockets.remove(worst.get());
            retries.put(worst.get(), now + RETRY);
            connect(cluster, now);
        } else {
            retries.put(cluster, now + RETRY);
        }
    }

    private Optional<PlainCluster> worstWithoutRight(int controller) {
        List<PlainCluster> others = new ArrayList<>(connected());
        others.removeIf(cluster -> cluster.isMain() || cluster.number == controller);
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(others.size() - 1));
    }

    private void connect(PlainCluster cluster, long now) {
        sockets.put(cluster, now + timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT));
    }
}
