package org.ipsisim.generate;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.DailyTime;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.WallClock;

/**
 * Scenarios at random, the same for the same seed: small estates with a simplex or a duplex main, single or duplicated
 * IPSIs and links without loss, with short timers so that much happens, and outage plans that look for trouble.
 *
 * <p>One in eight has more candidates than a priority list has places, and lasts longer than a refused server waits. Of
 * those with a duplex main, many last longer than a standby needs to be refreshed; of those with duplicated IPSIs, than
 * control needs to return to the A side.
 */
public final class ScenarioGenerator {
    private static final List<Long> INTERVALS = List.of(1000L, 1000L, 1000L, 100L, 250L, 500L, 777L, 2000L, 5000L);
    private static final List<Long> LONG_INTERVALS = List.of(2000L, 5000L, 7000L, 10_000L);
    private static final List<Long> LATENCIES = List.of(0L, 0L, 1L, 20L, 20L, 80L, 150L, 299L, 300L);

    private final Dice dice;
    private final boolean duplex;
    private final boolean duplicated;
    private final boolean crowded;
    private final boolean enduring;
    private final List<String> sites;
    private long interval;

    private ScenarioGenerator(Dice dice, boolean duplex, boolean duplicated) {
        this.dice = dice;
        this.duplex = duplex;
        this.duplicated = duplicated;
        crowded = dice.percent(12);
        interval = crowded ? dice.oneOf(List.of(10_000L, 15_000L, 20_000L, 7000L)) : dice.oneOf(INTERVALS);
        sites = IntStream.range(0, dice.between(duplex && dice.percent(80) ? 3 : duplicated ? 2 : 1, 4))
                .mapToObj(i -> List.of("hq", "dallas", "oslo", "perth").get(i))
                .toList();
        enduring = duplex && !crowded && dice.percent(40);
        if (enduring) {
            interval = dice.oneOf(LONG_INTERVALS);
        }
    }

    /** The scenario of a seed with a simplex main. */
    public static Scenario scenario(long seed) {
        return new ScenarioGenerator(new Dice(seed), false, false).make("generated from seed " + seed, seed);
    }

    /** The scenario of a seed with a duplex main. */
    public static Scenario duplexScenario(long seed) {
        return new ScenarioGenerator(new Dice(seed), true, false).make("generated from duplex seed " + seed, seed);
    }

    /** The scenario of a seed with duplicated IPSIs, and now and then a duplex main. */
    public static Scenario duplicatedScenario(long seed) {
        Dice dice = new Dice(seed);
        return new ScenarioGenerator(dice, dice.percent(35), true).make("generated from duplicated seed " + seed, seed);
    }

    /** The scenario of a seed in which parts of IPSIs fail; two in three have duplicated IPSIs. */
    public static Scenario partialFaultScenario(long seed) {
        Scenario scenario = seed % 3 == 0 ? scenario(seed) : duplicatedScenario(seed);
        return PartialFaults.in(scenario, new Dice(~seed));
    }

    /** The scenario of a seed with a bad network; now and then with a duplex main, duplicated IPSIs, or both. */
    public static Scenario badNetworkScenario(long seed) {
        Dice dice = new Dice(seed);
        ScenarioGenerator generator = new ScenarioGenerator(dice, dice.percent(35), dice.percent(30));
        return new BadNetwork(dice, generator.make("generated from bad network seed " + seed, seed)).scenario();
    }

    private Scenario make(String title, long seed) {
        Timers timers = crowded || !dice.percent(3) ? shortTimers() : standardTimers();
        long escalation = timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT)
                + timers.millis(TimerSetting.PN_COLD_RESET_DELAY)
                + timers.millis(TimerSetting.NO_SERVICE_TIMEOUT)
                + timers.millis(TimerSetting.PN_RESTART_DURATION);
        long length = runLength(escalation);
        Estate estate = new Estate(
                Release.CM_6,
                timers,
                fallback(length),
                sites,
                links(),
                new Servers(main(), List.of(), List.of()),
                List.of(),
                HeartbeatRules.DEFAULT);
        estate = withCoresAndPortNetworks(estate);
        return new Scenario(
                title,
                "",
                Duration.ofMillis(length),
                seed,
                estate,
                new OutagePlan(dice, estate, length).events(),
                List.of(),
                List.of(),
                Provenance.NONE);
    }

    private long runLength(long escalation) {
        if (crowded) {
            return dice.between(35, 50) * 60_000L + dice.between(0, 3);
        }
        if (enduring) {
            return dice.between(6, 12) * 60_000L + dice.between(0, 3);
        }
        long length = Math.max(40 * interval, escalation * dice.between(1, 5)) + dice.between(0, 3);
        return duplicated && dice.percent(60) ? length + dice.between(1, 3) * 60_000L : length;
    }

    private MainCluster main() {
        String site = dice.oneOf(sites);
        if (!duplex) {
            return MainCluster.simplexAt(site);
        }
        boolean apart = sites.size() > 1 && dice.percent(70);
        List<String> others =
                sites.stream().filter(other -> !other.equals(site)).toList();
        return new MainCluster(1, site, true, apart ? dice.oneOf(others) : site);
    }

    private Timers shortTimers() {
        Timers timers = Timers.defaultsOf(Release.CM_6)
                .with(dice.oneOf(List.of(EscalationReading.values())))
                .with(dice.oneOf(List.of(CallsDropReading.values())))
                .with(TimerSetting.HEARTBEAT_INTERVAL, Duration.ofMillis(interval));
        timers = timers.with(TimerSetting.SOCKET_SANITY_TIMEOUT, dice.percent(15) ? length(1, 1) : length(interval, 6));
        timers = timers.with(TimerSetting.WARM_RESET_DURATION, length(0, 3));
        timers = timers.with(TimerSetting.PN_COLD_RESET_DELAY, length(0, 8));
        timers = timers.with(TimerSetting.COLD_RESET_DURATION, length(0, dice.percent(30) ? 12 : 5));
        timers = timers.with(TimerSetting.NO_SERVICE_TIMEOUT, length(interval / 4, 12));
        timers = timers.with(TimerSetting.PN_RESTART_DURATION, length(0, 6));
        timers = timers.with(TimerSetting.SURVIVABLE_CORE_RESET, length(0, 10));
        if (duplicated) {
            timers = timers.with(TimerSetting.IPSI_INTERCHANGE_DELAY, dice.percent(10) ? length(0, 0) : length(0, 6));
        }
        return duplex ? withInterchanges(timers) : timers;
    }

    private Timers withInterchanges(Timers timers) {
        Duration interchange = dice.percent(15) ? length(0, 0) : length(0, dice.percent(70) ? 4 : 12);
        Duration curb = dice.percent(25) ? length(0, 0) : length(0, dice.percent(70) ? 8 : 30);
        return timers.with(TimerSetting.SERVER_INTERCHANGE_DURATION, interchange)
                .with(TimerSetting.SERVER_INTERCHANGE_CURB, curb);
    }

    private Timers standardTimers() {
        interval = 1000;
        return Timers.defaultsOf(Release.CM_6)
                .with(dice.oneOf(List.of(EscalationReading.values())))
                .with(dice.oneOf(List.of(CallsDropReading.values())));
    }

    /** Up to so many heartbeat intervals: a whole number of them, 1 ms beside one, or anything. */
    private Duration length(long leastMillis, int mostIntervals) {
        long millis = dice.percent(60)
                ? dice.between(0, mostIntervals) * interval
                : dice.between(0L, mostIntervals * interval);
        return Duration.ofMillis(Math.max(leastMillis, millis + (dice.percent(20) ? dice.between(-1, 1) : 0)));
    }

    private Fallback fallback(long length) {
        if (dice.percent(20)) {
            return new Fallback.Scheduled(Duration.ofMillis(
                    dice.percent(50) ? dice.between(0L, length / interval) * interval : dice.between(0L, length)));
        }
        return dice.percent(25) ? new Fallback.ConnectionUp(length(0, 15)) : new Fallback.Manual();
    }

    /** A chain, a star or a mesh; now and then the last site stands alone. */
    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        int joined = sites.size() > 1 && dice.percent(5) ? sites.size() - 1 : sites.size();
        boolean star = dice.percent(50);
        for (int i = 1; i < joined; i++) {
            links.add(link("wan-" + i, sites.get(star ? 0 : i - 1), sites.get(i)));
        }
        for (int i = 1; i < joined; i++) {
            if (dice.percent(duplex || duplicated ? 60 : 35)) {
                links.add(link("spare-" + i, sites.get(dice.between(0, i - 1)), sites.get(i)));
            }
        }
        return links;
    }

    private Link link(String id, String a, String b) {
        long latency = dice.percent(80) ? dice.oneOf(LATENCIES) : dice.between(0L, 300L);
        ControlNetwork network = ControlNetwork.BOTH;
        if (duplicated && dice.percent(65)) {
            network = id.startsWith("wan") == dice.percent(80) ? ControlNetwork.A : ControlNetwork.B;
        }
        return new Link(id, a, b, Duration.ofMillis(latency), 0, network, Optional.empty());
    }

    private Estate withCoresAndPortNetworks(Estate estate) {
        TreeSet<Integer> clusters = new TreeSet<>();
        int cores = crowded ? dice.between(8, 10) : dice.between(0, dice.percent(30) ? 5 : 2);
        while (clusters.size() < cores) {
            clusters.add(dice.between(2, 99));
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        int pns = crowded ? dice.between(1, 2) : dice.between(1, dice.percent(duplex ? 50 : 30) ? 5 : 2);
        while (numbers.size() < pns) {
            numbers.add(dice.between(1, 64));
        }
        return estate.withSurvivableCores(
                        clusters.descendingSet().stream().map(this::core).toList())
                .withSurvivableRemotes(List.of())
                .withPortNetworks(
                        numbers.descendingSet().stream().map(this::portNetwork).toList());
    }

    private SurvivableCore core(int cluster) {
        boolean systemPreferred = dice.percent(35);
        return new SurvivableCore(
                cluster,
                dice.oneOf(sites),
                dice.between(1, 2),
                systemPreferred,
                !systemPreferred && dice.percent(50),
                !systemPreferred && dice.percent(crowded ? 8 : 30),
                dice.percent(50) ? 1 : dice.between(1, 100));
    }

    private PortNetwork portNetwork(int number) {
        boolean two = duplicated && dice.percent(85);
        return new PortNetwork(
                number,
                dice.oneOf(sites),
                dice.between(1, 2),
                two,
                duplex && dice.percent(12),
                new StableCalls(
                        dice.between(0, 50),
                        dice.between(0, 20),
                        dice.percent(30) ? Optional.of(Duration.ofSeconds(dice.between(1, 400))) : Optional.empty()),
                Optional.empty(),
                number % 3 == 0,
                two && number % 3 == 1 ? Optional.of(night(number)) : Optional.empty());
    }

    /** Some time after the start of the run, for half of the port networks by a clock that is about to be put forward or back. */
    private static DailyTime night(int number) {
        Duration after = Duration.ofMillis(number * 7500L);
        if (number % 2 == 0) {
            return new DailyTime(after, Optional.empty());
        }
        ZonedDateTime start = ZonedDateTime.parse(
                number % 4 == 1 ? "2026-03-29T01:58+01:00[Europe/Berlin]" : "2026-10-25T02:58+02:00[Europe/Berlin]");
        WallClock clock = new WallClock(start, true);
        return new DailyTime(after.plusMillis(clock.sinceMidnight()), Optional.of(clock));
    }
}
