package org.ipsisim.survivability;

import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * The comparison of the two main servers: at every heartbeat each counts the IPSIs that it reaches, and a standby that
 * reaches more takes over (R62 to R65, R70, M22, M23).
 *
 * <p>The counts follow from the last three beats, so it is enough to compare for three beats after a change of the network,
 * and when a curb ends or a standby is refreshed.
 */
final class Arbitration {
    private static final int BEATS = 3;

    private final RunningEstate run;
    private final MainServers mains;
    private final long interval;
    private final Timer comparison;
    private long settledAt;

    Arbitration(RunningEstate run, MainServers mains) {
        this.run = run;
        this.mains = mains;
        this.interval = run.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        this.comparison = run.agenda().timer(Turn.DECISION, Kind.ARBITRATION.rank(0), this::compare);
    }

    /** Some beats may have another fate from now on. */
    void networkChanged() {
        settledAt = run.agenda().now() + (BEATS + 1) * interval;
        reviewNow();
    }

    /** The servers, or what they may do, have changed. */
    void reviewNow() {
        compareFrom(run.agenda().now());
    }

    private void compareFrom(long time) {
        long beat = -Math.floorDiv(-time, interval) * interval;
        long next = run.agenda().hasPassed(comparison, beat) ? beat + interval : beat;
        if (!comparison.isArmed() || next < comparison.time()) {
            comparison.armAt(next);
        }
    }

    private void compare() {
        long now = run.agenda().now();
        if (now < settledAt) {
            comparison.armAt(now + interval);
        }
        long allowedFrom = mains.interchangeAllowedFrom();
        if (allowedFrom == Agenda.NEVER) {
            return;
        }
        int active = reachedBy(mains.active());
        int standby = reachedBy(mains.standby());
        if (standby <= active) {
            return;
        }
        if (now < allowedFrom) {
            compareFrom(allowedFrom);
        } else {
            mains.interchange(stateOfHealth(active, standby), causeOfDifference());
        }
    }

    /** What cut the active off from the first IPSI that the standby reaches and it does not. */
    private int causeOfDifference() {
        for (int ipsi = 0; ipsi < run.ipsis().size(); ipsi++) {
            if (reaches(mains.standby(), ipsi) && !reaches(mains.active(), ipsi)) {
                return run.connections().path(run.indexOf(mains.active()), ipsi).cause();
            }
        }
        return 0;
    }

    /** R63: IPSIs in reach over all IPSIs, of both servers. */
    private String stateOfHealth(int active, int standby) {
        return mains.active().id() + " pcd " + pair(active) + ", "
                + mains.standby().id() + " pcd " + pair(standby);
    }

    private String pair(int reached) {
        return twoDigits(reached) + "/" + twoDigits(run.ipsis().size());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private int reachedBy(Server server) {
        int reached = 0;
        for (PortNetworkControl control : run.portNetworks()) {
            PortNetwork pn = control.portNetwork();
            if (!pn.ignoreConnectivityInArbitration()) {
                reached += (int) pn.ipsis().stream()
                        .filter(ipsi -> reaches(server, run.indexOf(ipsi)))
                        .count();
            }
        }
        return reached;
    }

    private boolean reaches(Server server, int ipsi) {
        return run.connections()
                .deliveredAnyOfLast(
                        BEATS, run.indexOf(server), ipsi, run.agenda().now() / interval);
    }
}
