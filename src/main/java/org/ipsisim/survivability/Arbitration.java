package org.ipsisim.survivability;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final RunningEstate run;
    private final MainServers mains;
    private final long interval;
    private final Timer comparison;
    private Optional<Map<Server, ReachCount>> reach = Optional.empty();

    Arbitration(RunningEstate run, MainServers mains) {
        this.run = run;
        this.mains = mains;
        this.interval = run.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        this.comparison = run.agenda().timer(Turn.DECISION, EventRank.ARBITRATION.rank(0), this::compare);
    }

    /** From the first heartbeats on. */
    void start() {
        Map<Server, ReachCount> ofBoth = new HashMap<>();
        mains.servers().forEach(server -> ofBoth.put(server, new ReachCount(run, server, this::reviewNow)));
        reach = Optional.of(ofBoth);
        reviewNow();
    }

    private ReachCount of(Server server) {
        return Objects.requireNonNull(reach.orElseThrow().get(server));
    }

    /** The network, the servers, or what they may do, have changed. */
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
        long beat = now / interval;
        long allowedFrom = mains.interchangeAllowedFrom();
        if (allowedFrom == Agenda.NEVER) {
            return;
        }
        if (now < allowedFrom) {
            compareFrom(allowedFrom);
            return;
        }
        ReachCount ofActive = of(mains.active());
        ReachCount ofStandby = of(mains.standby());
        int active = ofActive.countAt(beat);
        long next = ofActive.nextChangeAfter(beat);
        if (!ofActive.isComplete()) {
            int standby = ofStandby.countAt(beat);
            if (standby > active) {
                mains.interchangeForHealth(
                        stateOfHealth(active, standby),
                        Objects.requireNonNull(ofActive.firstMissing(ofStandby)).cause());
                return;
            }
            next = Math.min(next, ofStandby.nextGainAfter(beat));
        }
        if (next != Agenda.NEVER) {
            compareFrom(next * interval);
        }
    }

    /** Why an operator does not make the standby active without force: it reaches fewer IPSIs (R63). */
    Optional<String> findWorseStandby() {
        long beat = run.agenda().now() / interval;
        int active = of(mains.active()).countAt(beat);
        int standby = of(mains.standby()).countAt(beat);
        return standby < active
                ? Optional.of("the standby is worse: " + stateOfHealth(active, standby))
                : Optional.empty();
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
}
