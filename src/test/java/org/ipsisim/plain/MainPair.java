package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.ServerRole;

/**
 * The two servers of a duplex main: which of them is active, and their interchanges (M23 to M25).
 *
 * <p>The length of an interchange and of the curb are those in force when it begins. When the active goes down the
 * standby waits 4.1 s; an active that is back at the very end of that time has been down for a moment only, and a
 * standby whose refresh ends at that very moment is refreshed. When the active goes down at the instant at which the
 * other comes back, the other finds nobody and is active at once. A server that goes down and comes back during an
 * interchange takes part in it again, but is not refreshed. A Cold-2 that began goes on when the active goes down and
 * is back within the 4.1 s; when nobody is active, it is over.
 */
final class MainPair {
    private static final long TAKEOVER_DELAY = 4100;
    private static final long REFRESH = 5 * 60_000;

    /** The length of a Cold-2 (M24). */
    static final long COLD_2 = 225_000;

    private final TimersInForce timers;
    private final List<PlainServer> servers;
    private final Set<PlainServer> up;
    private final Map<PlainServer, Long> refreshedAt = new HashMap<>();

    /** The active server; during an interchange the one that was, and while nobody is, the last one. */
    private PlainServer active;

    private boolean nobodyActive;
    private long interchangeEnds = NEVER;
    private long curbEnds;
    private long takeoverAt = NEVER;
    private long interchanges;

    MainPair(List<PlainServer> servers, TimersInForce timers) {
        this.timers = timers;
        this.servers = servers;
        up = new HashSet<>(servers);
        servers.forEach(server -> refreshedAt.put(server, 0L));
        active = servers.get(0);
    }

    PlainServer active() {
        return active;
    }

    PlainServer standby() {
        return servers.get(active == servers.get(0) ? 1 : 0);
    }

    long interchanges() {
        return interchanges;
    }

    /** Servers have failed or come back. */
    void change(long now) {
        Set<PlainServer> wereUp = Set.copyOf(up);
        up.clear();
        servers.stream().filter(server -> server.up).forEach(up::add);
        for (PlainServer server : servers) {
            if (!up.contains(server)) {
                refreshedAt.put(server, NEVER);
            } else if (!wereUp.contains(server)) {
                refreshedAt.put(server, now + REFRESH);
            }
        }
        if (up.isEmpty()) {
            leaveToNobody();
        } else if (nobodyActive) {
            makeActive(up.contains(active) ? active : standby());
        } else if (!up.contains(active) && !wereUp.contains(standby())) {
            makeActive(standby());
        } else if (isInterchanging()) {
            callOffWithoutStandby();
        } else if (up.contains(active)) {
            takeoverAt = NEVER;
        } else if (wereUp.contains(active)) {
            takeoverAt = now + TAKEOVER_DELAY;
        }
    }

    private void leaveToNobody() {
        nobodyActive = true;
        interchangeEnds = NEVER;
        takeoverAt = NEVER;
        cluster().systemRestartEnds = NEVER;
    }

    private void makeActive(PlainServer server) {
        leaveToNobody();
        nobodyActive = false;
        active = server;
    }

    private void callOffWithoutStandby() {
        if (!up.contains(standby())) {
            interchangeEnds = NEVER;
        }
    }

    private PlainCluster cluster() {
        return servers.get(0).cluster;
    }

    boolean isInterchanging() {
        return interchangeEnds != NEVER;
    }

    /** Both are up, none is going on and the standby is refreshed. */
    boolean canInterchange(long now) {
        return canBeForced() && refreshedAt.get(standby()) <= now;
    }

    /** Both are up and none is going on. */
    boolean canBeForced() {
        return up.size() == 2 && !isInterchanging();
    }

    boolean isCurbed(long now) {
        return now < curbEnds;
    }

    /**
     * An interchange begins; one of no length is over at once.
     *
     * @return whether a Cold-2 begins
     */
    boolean interchange(long now) {
        interchanges++;
        refreshedAt.put(active, now);
        interchangeEnds = now + timers.millis(TimerSetting.SERVER_INTERCHANGE_DURATION);
        curbEnds = interchangeEnds + timers.millis(TimerSetting.SERVER_INTERCHANGE_CURB);
        return endInterchange(now);
    }

    /**
     * The end of an interchange.
     *
     * @return whether the standby was not refreshed, and a Cold-2 begins
     */
    boolean endInterchange(long now) {
        if (interchangeEnds > now) {
            return false;
        }
        PlainServer old = active;
        boolean refreshed = refreshedAt.get(standby()) <= now;
        makeActive(standby());
        if (!refreshed) {
            refreshedAt.put(old, now + REFRESH);
            cluster().systemRestartEnds = now + COLD_2;
        }
        return !refreshed;
    }

    /**
     * The standby takes over for an active that has been down for 4.1 s.
     *
     * @return whether it was not refreshed, and a Cold-2 begins
     */
    boolean takeOver(long now) {
        if (takeoverAt > now) {
            return false;
        }
        boolean refreshed = refreshedAt.get(standby()) <= now;
        makeActive(standby());
        interchanges++;
        cluster().systemRestartEnds = refreshed ? NEVER : now + COLD_2;
        return !refreshed;
    }

    void endCold2(long now) {
        if (cluster().systemRestartEnds <= now) {
            cluster().systemRestartEnds = NEVER;
        }
    }

    long nextTimer() {
        return LongStream.of(interchangeEnds, takeoverAt, cluster().systemRestartEnds)
                .min()
                .orElseThrow();
    }

    /** The role of one that is up. */
    ServerRole role(PlainServer server) {
        if (isInterchanging()) {
            return ServerRole.INTERCHANGING;
        }
        if (server != active) {
            return ServerRole.STANDBY;
        }
        return cluster().systemRestartEnds == NEVER ? ServerRole.ACTIVE : ServerRole.RESETTING;
    }
}
