package org.ipsisim.explain;

import java.util.List;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.history.HeartbeatHistory;

/** How many IPSIs a main server reaches at a moment: those that got at least one of their last three heartbeats (M22). */
final class ServerReach {
    private static final int BEATS = 3;

    private final List<HeartbeatHistory> ways;
    private final List<PortNetwork> counting;
    private final long at;

    private ServerReach(List<HeartbeatHistory> ways, List<PortNetwork> counting, long at) {
        this.ways = ways;
        this.counting = counting;
        this.at = at;
    }

    /** From the heartbeats of the run. */
    static ServerReach of(PnMoment moment) {
        List<PortNetwork> counting = moment.scenario().estate().portNetworks().stream()
                .filter(pn -> !pn.ignoreConnectivityInArbitration())
                .toList();
        return new ServerReach(moment.heartbeats(), counting, moment.at());
    }

    /** Whether the heartbeats are not known, since that would be too much for one run. */
    boolean isUnknown() {
        return ways.isEmpty();
    }

    /** How many IPSIs count in arbitration. */
    int ipsis() {
        return counting.stream().mapToInt(pn -> pn.ipsis().size()).sum();
    }

    /** How many of them a server reaches. */
    long count(Server server) {
        return ways.stream()
                .filter(way -> way.server().id().equals(server.id()))
                .filter(way -> counting.stream().anyMatch(pn -> pn.ipsis().contains(way.ipsi())))
                .filter(this::isReached)
                .count();
    }

    private boolean isReached(HeartbeatHistory way) {
        long last = at / way.interval() * way.interval();
        long first = last - (BEATS - 1) * way.interval();
        return way.beats()
                .dropWhile(beat -> beat.due() < first)
                .takeWhile(beat -> beat.due() <= last)
                .anyMatch(HeartbeatHistory.Heartbeat::delivered);
    }
}
