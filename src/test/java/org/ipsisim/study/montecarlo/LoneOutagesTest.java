package org.ipsisim.study.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.Detail;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Measures;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a run from outages that were run alone is what the run costs, number by number; else nothing is said. */
class LoneOutagesTest {
    private static final int OUTAGES = 200;
    private static final int MANY = 1_000_000;
    private static final Target WAN = new Target.OfLink("wan");

    /** A branch that returns from its core after five minutes. */
    private static final String BRANCH = """
            title: The branch
            duration: 1d
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch], latency: 20ms}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
            fallback: {auto-return: connection-up, connection-up-time: 5m}
            port-networks: [{pn: 1, site: branch, calls: {pn: 40, ip: 10}}]
            random-outages: [{target: wan, between-failures: {mean: 10d}, repair: {mean: 20m}}]
            """;

    @Test
    void whatever_fails_in_generated_estates_for_however_long_costs_what_it_costs_in_a_run() {
        int known = 0;
        int costly = 0;
        int together = 0;
        for (long seed : Generated.seeds(75).toArray()) {
            Random random = new Random(seed);
            Scenario scenario = estate(seed, random);
            long[] nothing = costOf(scenario, List.of());
            Optional<LoneOutages> lone = LoneOutages.of(scenario, Measures.ALL, nothing.length, MANY);
            boolean isQuiet = LongStream.of(nothing).allMatch(cost -> cost == 0);
            List<Target> targets = targets(scenario.estate());
            for (int i = 0; i < OUTAGES && isQuiet && lone.isPresent(); i++) {
                List<ScenarioEvent> failures = new ArrayList<>();
                int outages = 1 + random.nextInt(8) / 7;
                for (int outage = 0; outage < outages; outage++) {
                    failures.add(failure(random, scenario, targets));
                }
                Optional<long[]> cost = lone.get().cost(failures);
                if (cost.isPresent()) {
                    long[] run = costOf(scenario, failures);
                    assertThat(cost.get()).as("seed %d, %s", seed, failures).isEqualTo(run);
                    known++;
                    costly += LongStream.of(run).anyMatch(each -> each != 0) ? 1 : 0;
                    together += outages - 1;
                }
            }
        }
        assertThat(known).as("known").isGreaterThan(Generated.count(75) * OUTAGES / 3);
        assertThat(costly).as("costly").isGreaterThan(known / 4);
        assertThat(together).as("two in one run").isGreaterThan(known / 50);
    }

    @Test
    void outages_of_which_one_begins_before_all_is_over_are_left_to_a_run() {
        Scenario branch = Branch.variant(Branch.source(BRANCH)).scenario();
        LoneOutages lone = lone(branch).orElseThrow();
        // five minutes after the line is back the port network returns, then the core resets
        ScenarioEvent failover = failure(Duration.ofHours(1), Duration.ofMinutes(20));
        assertThat(lone.cost(List.of(failover))).isPresent();
        assertThat(lone.cost(List.of(failover, failure(Duration.ofMinutes(86), Duration.ofSeconds(14)))))
                .isEmpty();
        assertThat(lone.cost(List.of(failover, failure(Duration.ofHours(2), Duration.ofSeconds(14)))))
                .isPresent();
        assertThat(lone.cost(List.of(failure(Duration.ofHours(23), Duration.ofMinutes(59)))))
                .as("not over at the end")
                .isEmpty();
    }

    /** The socket that a hung IPSI still has is given up 109 ms before the heartbeat that brings it back. */
    @Test
    void where_the_first_and_the_last_of_many_agree_by_chance_those_between_are_run() {
        Scenario branch = Branch.variant(
                        Branch.source(BRANCH), "port-networks[0].site=hq", "timers.socket-sanity-timeout=3s891ms")
                .scenario();
        LoneOutages lone = lone(branch).orElseThrow();
        PortNetwork pn = branch.estate().portNetworks().get(0);
        List<Target> struck = List.of(
                new Target.OfControlPath(1), new Target.OfIpsi(pn.ipsis().get(0), IpsiFault.HUNG));
        int known = 0;
        for (int millis = 1; millis < 10_000; millis += 33) {
            Duration length = Duration.ofMillis(millis);
            List<ScenarioEvent> failures = struck.stream()
                    .<ScenarioEvent>map(
                            target -> new ScenarioEvent.Fail(Duration.ofMillis(3_600_529), target, Optional.of(length)))
                    .toList();
            Optional<long[]> cost = lone.cost(failures);
            cost.ifPresent(
                    each -> assertThat(each).as("%d ms", length.toMillis()).isEqualTo(costOf(branch, failures)));
            known += cost.isPresent() ? 1 : 0;
        }
        assertThat(known).isGreaterThan(100);
    }

    private static ScenarioEvent failure(Duration at, Duration length) {
        return new ScenarioEvent.Fail(at.plusMillis(300), WAN, Optional.of(length.plusMillis(200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servers.main={site: hq, duplex: y}",
                "fallback={auto-return: scheduled, scheduled-at: 20h}",
                "heartbeat-transport=tcp",
                "data-as-heartbeats=y",
                "port-networks[0].ipsis=duplicated",
                "port-networks[0].calls={pn: 40, redial: never}",
                "port-networks[0].traffic={calls-per-hour: 60, mean-hold: 3m}"
            })
    void an_estate_that_remembers_or_is_not_the_same_at_all_times_is_left_to_runs(String setting) {
        assertThat(lone(Branch.variant(Branch.source(BRANCH)).scenario())).isPresent();
        assertThat(lone(Branch.variant(Branch.source(BRANCH), setting).scenario()))
                .isEmpty();
    }

    @Test
    void few_runs_do_not_repay_it() {
        Scenario branch = Branch.variant(Branch.source(BRANCH)).scenario();
        assertThat(LoneOutages.of(branch, Measures.ALL, 1, 50)).isEmpty();
    }

    private static Optional<LoneOutages> lone(Scenario scenario) {
        return LoneOutages.of(scenario, Measures.ALL, costOf(scenario, List.of()).length, MANY);
    }

    private static long[] costOf(Scenario scenario, List<ScenarioEvent> failures) {
        return MonteCarlo.cost(Simulation.run(scenario.withOnly(failures), Detail.LOSSES), Measures.ALL);
    }

    /** Timers of a few heartbeats, some a millisecond beside one; port networks return to the main, and people dial again. */
    private static Scenario estate(long seed, Random random) {
        Scenario scenario = ScenarioGenerator.scenario(seed);
        Estate estate = scenario.estate();
        long interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        Estate forgetful = estate.with(new Fallback.ConnectionUp(Duration.ofMillis(random.nextLong(15 * interval))))
                .with(estate.timers()
                        .with(
                                TimerSetting.SOCKET_SANITY_TIMEOUT,
                                Duration.ofMillis(2 * interval + random.nextLong(3 * interval))))
                .withPortNetworks(estate.portNetworks().stream()
                        .map(pn -> pn.with(new StableCalls(
                                random.nextInt(50),
                                random.nextInt(20),
                                Optional.of(Duration.ofMillis(1 + random.nextLong(20 * interval))))))
                        .toList());
        return scenario.with(forgetful).withOnly(List.of()).lasting(Duration.ofDays(2));
    }

    private static List<Target> targets(Estate estate) {
        Stream<Target> ofNetwork = Stream.concat(
                estate.links().stream().map(link -> new Target.OfLink(link.id())),
                estate.sites().stream().map(Target.OfSite::new));
        Stream<Target> servers = Stream.concat(
                        estate.main().servers().stream(),
                        estate.survivableCores().stream().map(core -> core.server()))
                .map(server -> new Target.OfServers(server.id(), List.of(server.id())));
        PortNetwork pn = estate.portNetworks().get(0);
        IpsiId ipsi = pn.ipsis().get(0);
        Stream<Target> ofPortNetwork = Stream.concat(
                Stream.of(new Target.OfControlPath(pn.number())),
                Stream.of(IpsiFault.values()).map(fault -> new Target.OfIpsi(ipsi, fault)));
        return Stream.concat(Stream.concat(ofNetwork, servers), ofPortNetwork).toList();
    }

    /** Half of them begin and end within a millisecond of a heartbeat. */
    private static ScenarioEvent failure(Random random, Scenario scenario, List<Target> targets) {
        long interval = scenario.estate().timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        long at = 60_000 + random.nextLong(scenario.duration().toMillis() / 2);
        long length = 1 + random.nextLong((1L << 2 + random.nextInt(6)) * interval);
        if (random.nextBoolean()) {
            at = at / interval * interval + random.nextInt(3) - 1;
            length = (1 + length / interval) * interval + random.nextInt(3) - 1;
        }
        return new ScenarioEvent.Fail(
                Duration.ofMillis(at),
                targets.get(random.nextInt(Math.min(4, targets.size()))),
                Optional.of(Duration.ofMillis(length)));
    }
}
