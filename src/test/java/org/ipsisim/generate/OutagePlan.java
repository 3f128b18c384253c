package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;

/**
 * The events of a generated scenario: outages that overlap, touch, last 1 ms or longer than the run, and begin and end
 * on heartbeats, on arrivals and on expiries of timers, or 1 ms beside; and what operators do meanwhile.
 *
 * <p>No two commands of operators are given at one instant, since their order would have no meaning.
 */
final class OutagePlan {
    private static final List<TimerSetting> ESCALATION = List.of(
            TimerSetting.SOCKET_SANITY_TIMEOUT, TimerSetting.PN_COLD_RESET_DELAY, TimerSetting.NO_SERVICE_TIMEOUT);

    private final Dice dice;
    private final Estate estate;
    private final long length;
    private final long interval;
    private final boolean duplex;
    private final DuplexOutages duplexOutages;
    private final IpsiOutages ipsiOutages;
    private final List<Target> targets = new ArrayList<>();
    private final List<Long> latencies = new ArrayList<>(List.of(0L));
    private final List<Long> moments = new ArrayList<>(List.of(0L));
    private final List<Long> starts = new ArrayList<>();
    private final TreeSet<Long> commands = new TreeSet<>();
    private final List<ScenarioEvent> events = new ArrayList<>();

    OutagePlan(Dice dice, Estate estate, long length) {
        this.dice = dice;
        this.estate = estate;
        this.length = length;
        interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        duplex = estate.main().duplex();
        duplexOutages = new DuplexOutages(dice, estate);
        ipsiOutages = new IpsiOutages(dice, estate);
        estate.links().forEach(link -> latencies.add(link.latency().toMillis()));
        addTargets();
    }

    private void addTargets() {
        List<String> mains = estate.main().servers().stream().map(Server::id).toList();
        Target main = new Target.OfServers("main", mains);
        targets.addAll(List.of(main, main));
        mains.forEach(id -> targets.add(new Target.OfServers(id, List.of(id))));
        estate.links()
                .forEach(link -> targets.addAll(List.of(new Target.OfLink(link.id()), new Target.OfLink(link.id()))));
        estate.sites().forEach(site -> targets.addAll(List.of(new Target.OfSite(site), new Target.OfSite(site))));
        for (SurvivableCore core : estate.survivableCores()) {
            targets.add(new Target.OfServers(core.id(), List.of(core.id())));
        }
        for (PortNetwork pn : estate.portNetworks()) {
            targets.add(new Target.OfControlPath(pn.number()));
            pn.ipsis().forEach(ipsi -> targets.add(new Target.OfIpsi(ipsi)));
        }
    }

    List<ScenarioEvent> events() {
        int outages = dice.between(1, 6);
        for (int i = 0; i < outages; i++) {
            if (dice.percent(25)) {
                addSeries();
            } else {
                addOutage();
            }
        }
        if (duplex && dice.percent(35)) {
            events.addAll(duplexOutages.ofServers(begin(), length));
        }
        if (duplex && dice.percent(70)) {
            events.addAll(duplexOutages.ofPaths(begin(), length));
        }
        if (ipsiOutages.arePossible()) {
            events.addAll(ipsiOutages.inTurn(begin(), length));
        }
        boolean crowded = estate.survivableCores().size() >= 8;
        int operations = dice.percent(crowded ? 20 : 50) ? 0 : dice.between(1, crowded ? 10 : 5);
        for (int i = 0; i < operations; i++) {
            addCommand();
        }
        return events;
    }

    private void addOutage() {
        Target target = dice.oneOf(targets);
        long at = dice.percent(70) ? moment() % Math.max(1, length / 2) : moment();
        remember(at);
        if (dice.percent(20)) {
            addFlap(target, at);
        } else if (dice.percent(25)) {
            events.add(new ScenarioEvent.Fail(millis(at), target, Optional.empty()));
            if (dice.percent(80)) {
                long restored = momentAfter(at);
                events.add(new ScenarioEvent.Restore(millis(restored), target));
                if (dice.percent(15)) {
                    long again = momentAfter(restored);
                    events.add(new ScenarioEvent.Fail(millis(restored), target, Optional.of(millis(again - restored))));
                }
            }
        } else {
            long end = dice.percent(10) ? at + 1 : dice.percent(5) ? length + 5000 : momentAfter(at);
            events.add(new ScenarioEvent.Fail(millis(at), target, Optional.of(millis(end - at))));
            rememberEnd(end);
            if (dice.percent(10) && end < length) {
                long next = momentAfter(end);
                events.add(new ScenarioEvent.Fail(
                        millis(end),
                        dice.oneOf(List.of(target, dice.oneOf(targets))),
                        Optional.of(millis(next - end))));
            }
        }
    }

    /** Outages of one target one after another, each as long as a stage of the escalation, with short gaps between. */
    private void addSeries() {
        Target target = dice.oneOf(targets);
        long at = begin();
        for (int i = dice.between(2, 4); i > 0 && at < length; i--) {
            List<Long> stages = new ArrayList<>();
            long last = Math.max(0, (at - 1) / interval * interval);
            long start = at;
            addStages(last, stages);
            stages.removeIf(stage -> stage <= start);
            long end = stages.isEmpty() ? at + interval : dice.oneOf(stages) + dice.between(0L, 2 * interval);
            events.add(new ScenarioEvent.Fail(millis(at), target, Optional.of(millis(end - at))));
            rememberEnd(end);
            at = (dice.percent(50) ? end : end / interval * interval + interval) + dice.between(1L, 3 * interval);
        }
    }

    private long begin() {
        long at = moment() % Math.max(1, length / 2);
        remember(at);
        return at;
    }

    private void addFlap(Target target, long at) {
        long down = flapLength();
        long up = flapLength();
        int times = dice.between(1, 8);
        events.add(new ScenarioEvent.Flap(millis(at), target, millis(down), millis(up), times));
        long last = at + (times - 1) * (down + up);
        if (last < length) {
            remember(last);
        }
        if (dice.percent(30)) {
            events.add(new ScenarioEvent.Restore(millis(momentAfter(at)), target));
        }
    }

    private long flapLength() {
        long sanity = estate.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        return Math.max(
                1,
                dice.oneOf(List.of(
                        sanity - 1,
                        sanity,
                        sanity + 1,
                        interval,
                        2 * interval,
                        sanity + interval,
                        dice.between(1, 3 * interval))));
    }

    private void addCommand() {
        long at = commandTime();
        if (!commands.add(at)) {
            return;
        }
        if (duplex && dice.percent(30)) {
            events.add(new ScenarioEvent.Interchange(millis(at), at % 5 < 2));
        } else if (dice.percent(40)) {
            events.add(new ScenarioEvent.SetTimers(millis(Math.max(1, at)), settings()));
        } else if (dice.percent(50) || estate.survivableCores().isEmpty()) {
            events.add(new ScenarioEvent.ForcedTakeover(millis(at), anyCluster(), somePortNetworks()));
        } else {
            int cluster = dice.oneOf(estate.survivableCores()).cluster();
            events.add(new ScenarioEvent.Disable(millis(at), cluster));
            long again = momentAfter(at);
            if (dice.percent(70) && again < length && commands.add(again)) {
                events.add(new ScenarioEvent.Enable(millis(again), cluster));
            }
        }
    }

    /** In the middle of an escalation, at the very end of one of its stages, or at any moment. */
    private long commandTime() {
        Timers timers = estate.timers();
        long escalation = timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT)
                + timers.millis(TimerSetting.PN_COLD_RESET_DELAY)
                + timers.millis(TimerSetting.NO_SERVICE_TIMEOUT);
        if (dice.percent(35)) {
            return (dice.oneOf(starts) + dice.between(0L, escalation)) % length;
        }
        return dice.percent(40) ? dice.oneOf(moments) % length : moment();
    }

    private Map<TimerSetting, Duration> settings() {
        Map<TimerSetting, Duration> settings = new TreeMap<>();
        List<TimerSetting> changeable = new ArrayList<>(List.of(TimerSetting.values()));
        changeable.remove(TimerSetting.HEARTBEAT_INTERVAL);
        TimerSetting always = dice.oneOf(dice.percent(50) ? ESCALATION : changeable);
        for (TimerSetting setting : changeable) {
            if (setting == always || dice.percent(15)) {
                long most = Math.max(2, 2 * estate.timers().millis(setting));
                boolean repeats = setting == TimerSetting.NO_SERVICE_TIMEOUT;
                long least = repeats ? interval / 4 : setting == TimerSetting.SOCKET_SANITY_TIMEOUT ? 1 : 0;
                settings.put(setting, millis(Math.max(least, dice.between(0L, most))));
            }
        }
        return settings;
    }

    private int anyCluster() {
        List<Integer> clusters = new ArrayList<>(List.of(estate.main().cluster()));
        estate.survivableCores().forEach(core -> clusters.add(core.cluster()));
        return dice.oneOf(clusters);
    }

    private TreeSet<Integer> somePortNetworks() {
        TreeSet<Integer> numbers = new TreeSet<>();
        estate.portNetworks().stream()
                .map(PortNetwork::number)
                .filter(number -> dice.percent(60))
                .forEach(numbers::add);
        numbers.add(dice.oneOf(estate.portNetworks()).number());
        return numbers;
    }

    /** The moments at which something may happen because of an outage that begins at a time. */
    private void remember(long at) {
        starts.add(at);
        addStages(Math.max(0, (at - 1) / interval * interval) + dice.oneOf(latencies), moments);
        rememberEnd(at);
    }

    private void rememberEnd(long at) {
        moments.add(at);
        if (duplex) {
            moments.addAll(duplexOutages.stagesAfter(at));
        }
        if (ipsiOutages.arePossible()) {
            moments.addAll(ipsiOutages.stagesAfter(at));
        }
    }

    /** The ends of all stages that silence since a time can go through. */
    private void addStages(long lastBeat, List<Long> stages) {
        long sanity = estate.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        long cold = estate.timers().millis(TimerSetting.PN_COLD_RESET_DELAY);
        long noService = estate.timers().millis(TimerSetting.NO_SERVICE_TIMEOUT);
        long restart = estate.timers().millis(TimerSetting.PN_RESTART_DURATION);
        long warmOver = sanity + estate.timers().millis(TimerSetting.WARM_RESET_DURATION);
        long coldLasts = estate.timers().millis(TimerSetting.COLD_RESET_DURATION);
        for (long after : List.of(
                0L,
                sanity,
                warmOver,
                cold,
                sanity + cold,
                cold + coldLasts,
                sanity + cold + coldLasts,
                sanity + cold + coldLasts + restart,
                noService,
                sanity + noService,
                cold + noService,
                sanity + cold + noService,
                sanity + cold + noService + restart)) {
            stages.add(lastBeat + after);
        }
    }

    private long moment() {
        long moment = dice.percent(55)
                ? dice.oneOf(moments)
                : dice.percent(60) ? dice.between(0L, length / interval) * interval : dice.between(0L, length);
        if (dice.percent(35)) {
            moment += dice.oneOf(latencies) * (dice.percent(50) ? 1 : -1);
        }
        if (dice.percent(40)) {
            moment += dice.percent(50) ? 1 : -1;
        }
        return Math.max(0, moment) % length;
    }

    private long momentAfter(long at) {
        for (int i = 0; i < 10; i++) {
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
