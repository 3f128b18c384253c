package org.ipsisim.survivability;

import java.util.Arrays;
import java.util.BitSet;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Server;
import org.ipsisim.heartbeat.HeartbeatPath;
import org.ipsisim.kernel.Agenda;
import org.jspecify.annotations.Nullable;

/**
 * How many IPSIs one main server reaches: those of whose last three heartbeats not all were lost, and that count in
 * arbitration (R62, R70, M22).
 *
 * <p>Only the paths that have changed of late, or that lose some beats, are looked at again.
 */
final class ReachCount {
    private static final int BEATS = 3;
    private static final long UNKNOWN = -1;

    private final HeartbeatPath[] paths;
    private final boolean[] reached;
    private final long[] nextLoss;
    private final BitSet open = new BitSet();
    private int all;
    private int count;

    /** @param whenChanged is told when what this count has foreseen may have changed */
    ReachCount(RunningEstate run, Server server, Runnable whenChanged) {
        int ipsis = run.ipsis().size();
        paths = new HeartbeatPath[ipsis];
        reached = new boolean[ipsis];
        nextLoss = new long[ipsis];
        Arrays.fill(nextLoss, UNKNOWN);
        for (PortNetworkControl control : run.portNetworks()) {
            if (!control.portNetwork().ignoreConnectivityInArbitration()) {
                for (IpsiId ipsi : control.portNetwork().ipsis()) {
                    add(run.indexOf(ipsi), run.connections().path(run.indexOf(server), run.indexOf(ipsi)), whenChanged);
                }
            }
        }
    }

    private void add(int ipsi, HeartbeatPath path, Runnable whenChanged) {
        paths[ipsi] = path;
        all++;
        open.set(ipsi);
        path.addListener(() -> {
            open.set(ipsi);
            nextLoss[ipsi] = UNKNOWN;
            whenChanged.run();
        });
    }

    /** The number of IPSIs that it reaches when a beat has been sent. */
    int countAt(long beat) {
        for (int ipsi = open.nextSetBit(0); ipsi >= 0; ipsi = open.nextSetBit(ipsi + 1)) {
            if (nextLoss[ipsi] <= beat) {
                look(ipsi, beat);
            }
        }
        return count;
    }

    private void look(int ipsi, long beat) {
        boolean nowReached = paths[ipsi].deliveredAnyOfLast(BEATS, beat);
        if (nowReached != reached[ipsi]) {
            reached[ipsi] = nowReached;
            count += nowReached ? 1 : -1;
        }
        if (paths[ipsi].isConstantSince(beat - BEATS + 1)) {
            open.clear(ipsi);
        }
    }

    /** Whether it reaches all IPSIs that count, as last counted. */
    boolean isComplete() {
        return count == all;
    }

    /** The path of the first IPSI that it does not reach and the other server does; null if there is none. */
    @Nullable
    HeartbeatPath firstMissing(ReachCount other) {
        for (int ipsi = 0; ipsi < paths.length; ipsi++) {
            if (!reached[ipsi] && other.reached[ipsi]) {
                return paths[ipsi];
            }
        }
        return null;
    }

    /** The next beat at which an IPSI may come into reach, if nothing changes; {@link Agenda#NEVER} if there is none. */
    long nextGainAfter(long beat) {
        for (int ipsi = open.nextSetBit(0); ipsi >= 0; ipsi = open.nextSetBit(ipsi + 1)) {
            boolean staysInReach = nextLoss[ipsi] > beat;
            if (!staysInReach && !(reached[ipsi] && paths[ipsi].foreseesLossesSince(beat - BEATS + 1))) {
                return beat + 1;
            }
        }
        return Agenda.NEVER;
    }

    /** The next beat at which an IPSI may come into reach or fall out of it, if nothing changes. */
    long nextChangeAfter(long beat) {
        long next = nextGainAfter(beat);
        for (int ipsi = open.nextSetBit(0); ipsi >= 0 && next > beat + 1; ipsi = open.nextSetBit(ipsi + 1)) {
            if (nextLoss[ipsi] <= beat) {
                nextLoss[ipsi] = paths[ipsi].nextTimeAllOfLastAreLost(BEATS, beat);
            }
            next = Math.min(next, nextLoss[ipsi]);
        }
        return next;
    }
}
