package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/**
 * Degradations, congestion and duplex mismatches that overlap, touch, are restored, and begin and end on heartbeats or 1 ms
 * beside; and links that flap for a millisecond.
 */
final class DegradationPlan {
    private static final long SHORTEST_PERIOD = 1000;
    private static final long LONGEST_LATENCY = 60_000;

    private final Dice dice;
    private final Estate estate;
    private final long length;
    private final long interval;
    private final long sanity;
    private final List<Target> targets = new ArrayList<>();
    private final List<Target> ipsis = new ArrayList<>();
    private final List<Long> moments = new ArrayList<>(List.of(0L));
    private final List<ScenarioEvent> events = new ArrayList<>();

    /**
     * A plan for a run of a length.
     *
     * @param outages what happens besides
     */
    DegradationPlan(Dice dice, Estate estate, List<ScenarioEvent> outages, long length) {
        this.dice = dice;
        this.estate = estate;
        this.length = length;
        interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        sanity = estate.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        outages.forEach(event -> moments.add(event.at().toMillis()));
        addTargets();
    }

    private void addTargets() {
        List<String> mains = estate.main().servers().stream().map(Server::id).toList();
        targets.add(new Target.OfServers("main", mains));
        mains.forEach(id -> targets.add(new Target.OfServers(id, List.of(id))));
        for (SurvivableCore core : estate.survivableCores()) {
            targets.add(new Target.OfServers(core.id(), List.of(core.id())));
        }
        estate.sites().forEach(site -> targets.add(new Target.OfSite(site)));
        for (PortNetwork pn : estate.portNetworks()) {
            targets.add(new Target.OfControlPath(pn.number()));
            pn.ipsis().forEach(ipsi -> ipsis.add(new Target.OfIpsi(ipsi)));
        }
        targets.addAll(ipsis);
    }

    List<ScenarioEvent> events() {
        for (int i = dice.between(1, 5); i > 0; i--) {
            addOne();
        }
        return events;
    }

    private void addOne() {
        long at = moment();
        Target target = target();
        int kind = dice.between(0, 99);
        if (kind < 60) {
            events.add(degrade(at, target));
        } else if (kind < 75) {
            long every = Math.max(SHORTEST_PERIOD, dice.between(1, 12) * interval + dice.between(-1, 1));
            long burst = dice.percent(10) ? every : dice.between(1L, every);
            events.add(new ScenarioEvent.Congestion(
                    millis(at), target, millis(every), millis(burst), dice.share(), length(at)));
        } else if (kind < 90) {
            target = dice.oneOf(ipsis);
            events.add(new ScenarioEvent.DuplexMismatch(
                    millis(at), target, dice.share(), dice.between(1, 100), length(at)));
        } else {
            Duration up = millis(Math.max(1, dice.between(1, 3) * interval - 1));
            events.add(new ScenarioEvent.Flap(millis(at), target, millis(1), up, dice.between(1, 10)));
        }
        if (dice.percent(20)) {
            events.add(new ScenarioEvent.Restore(millis(after(at)), target));
        }
    }

    private ScenarioEvent degrade(long at, Target target) {
        boolean loses = dice.percent(70);
        boolean slows = !loses || dice.percent(30);
        Optional<Bursts> bursts = dice.percent(25) ? Optional.of(BadNetwork.bursts(dice, interval)) : Optional.empty();
        return new ScenarioEvent.Degrade(
                millis(at),
                target,
                loses ? OptionalDouble.of(dice.percent(10) ? 1 : dice.share()) : OptionalDouble.empty(),
                slows ? Optional.of(millis(latency())) : Optional.empty(),
                bursts,
                length(at));
    }

    private Target target() {
        return estate.links().isEmpty() || dice.percent(50)
                ? dice.oneOf(targets)
                : new Target.OfLink(dice.oneOf(estate.links()).id());
    }

    /** Nothing, about what TCP waits for, about a heartbeat interval or the sanity time-out, or very long. */
    private long latency() {
        long latency = dice.oneOf(List.of(
                0L,
                1L,
                99L,
                100L,
                interval / 2,
                interval,
                sanity,
                dice.between(0L, interval),
                dice.between(0L, 5 * interval),
                dice.percent(5) ? LONGEST_LATENCY - 1 : 20L));
        return Math.min(LONGEST_LATENCY, Math.max(0, latency + (dice.percent(30) ? dice.between(-1, 1) : 0)));
    }

    private Optional<Duration> length(long at) {
        if (dice.percent(20)) {
            return Optional.empty();
        }
        long end = dice.percent(10) ? at + 1 : after(at);
        moments.add(end);
        return Optional.of(millis(end - at));
    }

    /** On or beside a heartbeat, when something else begins or ends, or at any time. */
    private long moment() {
        long moment = dice.percent(35)
                ? dice.oneOf(moments)
                : dice.percent(60) ? dice.between(0L, length / interval) * interval : dice.between(0L, length);
        long beside = moment + (dice.percent(25) ? dice.between(-1, 1) : 0);
        long at = Math.max(0, beside) % length;
        moments.add(at);
        return at;
    }

    private long after(long at) {
        for (int i = 0; i < 5; i++) {
            long moment = moment();
            if (moment > at) {
                return moment;
            }
        }
        return at + dice.between(1, 10 * interval);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
