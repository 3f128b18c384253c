package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.TimerSetting;

/**
 * The sockets of one IPSI and the priority list they make (M16 to M18).
 *
 * <p>A socket is lost S after the last heartbeat that arrived on it, with S in force at that arrival. A server that is
 * refused or displaced waits 15 min, whatever happens meanwhile, unless it is disabled, resets, comes to control the
 * port network, or the IPSI fails: then it connects with its next heartbeat.
 */
final class PriorityList {
    private static final int PLACES = 8;
    private static final long RETRY = 15 * 60_000L;

    private record Socket(long since, long lost) {}

    private final TimersInForce timers;
    private final List<PlainServer> bestFirst;
    private final Map<PlainServer, Socket> sockets = new HashMap<>();
    private final Map<PlainServer, Long> retries = new HashMap<>();

    PriorityList(PortNetwork pn, List<PlainServer> servers, TimersInForce timers) {
        this.timers = timers;
        bestFirst = servers.stream()
                .filter(server -> server.isSeenBy(pn))
                .sorted(Comparator.comparingInt((PlainServer server) -> server.rank(pn))
                        .thenComparing(
                                Comparator.comparingInt(PlainServer::score).reversed())
                        .thenComparingInt(PlainServer::cluster))
                .toList();
    }

    /** Every server that this IPSI sees, best first, connected or not. */
    List<PlainServer> candidates() {
        return bestFirst;
    }

    /** The connected servers, best first. */
    List<PlainServer> connected() {
        return bestFirst.stream().filter(sockets::containsKey).toList();
    }

    List<Integer> clusters() {
        return connected().stream().map(PlainServer::cluster).toList();
    }

    OptionalLong connectedSince(PlainServer server) {
        Socket socket = sockets.get(server);
        return socket == null ? OptionalLong.empty() : OptionalLong.of(socket.since());
    }

    /** A new start: the best eight of those that can connect do, the others are refused. */
    void start(Predicate<PlainServer> canConnect, long now) {
        clear();
        for (PlainServer server : bestFirst.stream().filter(canConnect).toList()) {
            if (sockets.size() < PLACES) {
                connect(server, now);
            } else {
                retries.put(server, now + RETRY);
            }
        }
    }

    void clear() {
        sockets.clear();
        retries.clear();
    }

    void disconnect(PlainServer server) {
        sockets.remove(server);
        retries.remove(server);
    }

    /** The server controls the port network from now on: it need not wait any more. */
    void endWait(PlainServer server) {
        retries.remove(server);
    }

    /** A heartbeat of a server arrives. */
    void heartbeat(PlainServer server, int controller, long now) {
        if (!bestFirst.contains(server) || !server.mayConnect() || retries.containsKey(server)) {
            return;
        }
        Socket socket = sockets.get(server);
        if (socket == null) {
            attempt(server, controller, now);
        } else {
            sockets.put(server, new Socket(socket.since(), lostAfter(now)));
        }
    }

    void loseSilentSockets(long now) {
        sockets.values().removeIf(socket -> socket.lost() <= now);
    }

    /** Those that were refused 15 min ago try again if they can connect now, best first. */
    void retry(Predicate<PlainServer> canConnect, int controller, long now) {
        for (PlainServer server : bestFirst) {
            if (retries.getOrDefault(server, NEVER) <= now) {
                retries.remove(server);
                if (canConnect.test(server)) {
                    attempt(server, controller, now);
                }
            }
        }
    }

    /** When the next socket is lost or the next wait ends. */
    long next() {
        long lost = sockets.values().stream().mapToLong(Socket::lost).min().orElse(NEVER);
        long retry = retries.values().stream().mapToLong(at -> at).min().orElse(NEVER);
        return Math.min(lost, retry);
    }

    private void attempt(PlainServer server, int controller, long now) {
        if (sockets.size() < PLACES) {
            connect(server, now);
            return;
        }
        boolean always = server.isMain() || server.cluster() == controller;
        Optional<PlainServer> worst = worstWithoutRight(controller);
        if (worst.isPresent() && (always || bestFirst.indexOf(server) < bestFirst.indexOf(worst.get()))) {
            sockets.remove(worst.get());
            retries.put(worst.get(), now + RETRY);
            connect(server, now);
        } else {
            retries.put(server, now + RETRY);
        }
    }

    private Optional<PlainServer> worstWithoutRight(int controller) {
        List<PlainServer> others = new ArrayList<>(connected());
        others.removeIf(server -> server.isMain() || server.cluster() == controller);
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(others.size() - 1));
    }

    private void connect(PlainServer server, long now) {
        sockets.put(server, new Socket(now, lostAfter(now)));
    }

    private long lostAfter(long now) {
        return now + timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
    }
}
