package org.ipsisim.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance.Place;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.Traffic;
import org.junit.jupiter.api.Test;

/** What the keys of a scenario file become. */
class ScenarioReaderTest {
    private static final String HEAD = "title: x\nduration: 20m\n";
    private static final String ONE_PN = HEAD + "port-networks: [{pn: 1}]\n";

    @Test
    void three_lines_are_a_scenario_with_every_default() {
        Scenario scenario = read(ONE_PN);

        assertThat(scenario.title()).isEqualTo("x");
        assertThat(scenario.description()).isEmpty();
        assertThat(scenario.duration()).isEqualTo(Duration.ofMinutes(20));
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.events()).isEmpty();
        assertThat(scenario.expectations()).isEmpty();
        assertThat(scenario.estate())
                .isEqualTo(new Estate(
                        Release.CM_6,
                        Timers.defaultsOf(Release.CM_6),
                        new Fallback.Manual(),
                        List.of("lan"),
                        List.of(),
                        new Servers(new MainCluster(1, "lan", false, "lan"), List.of(), List.of()),
                        List.of(new PortNetwork(1, "lan", 1, false, false, StableCalls.NONE, Optional.empty())),
                        HeartbeatRules.DEFAULT));
    }

    @Test
    void the_release_gives_the_defaults_of_timers() {
        Timers timers = read(ONE_PN + "release: cm-4\ntimers: {no-service-timeout: 3m}")
                .estate()
                .timers();
        assertThat(timers.get(TimerSetting.SOCKET_SANITY_TIMEOUT)).isEqualTo(Duration.ofSeconds(3));
        assertThat(timers.get(TimerSetting.NO_SERVICE_TIMEOUT)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void every_timer_can_be_set() {
        StringBuilder yaml = new StringBuilder(ONE_PN + "timers:\n");
        for (TimerSetting setting : TimerSetting.values()) {
            yaml.append("  ")
                    .append(setting.key())
                    .append(": ")
                    .append(DurationText.of(setting.max()))
                    .append('\n');
        }
        yaml.append("  reading: all-from-loss\n  calls-drop: at-takeover\n");
        Timers timers = readResult(yaml.toString(), List.of())
                .scenario()
                .orElseThrow()
                .estate()
                .timers();

        for (TimerSetting setting : TimerSetting.values()) {
            assertThat(timers.get(setting)).as(setting.key()).isEqualTo(setting.max());
        }
        assertThat(timers.reading()).isEqualTo(EscalationReading.ALL_FROM_LOSS);
        assertThat(timers.callsDrop()).isEqualTo(CallsDropReading.AT_TAKEOVER);
    }

    @Test
    void out_of_range_timers_are_kept_when_ranges_are_not_enforced() {
        ReadResult result = readResult(ONE_PN + "enforce-ranges: n\ntimers: {no-service-timeout: 1s}", List.of());
        assertThat(result.scenario().orElseThrow().estate().timers().get(TimerSetting.NO_SERVICE_TIMEOUT))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(result.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.isError()).isFalse());
    }

    @Test
    void reads_the_three_ways_back() {
        assertThat(read(ONE_PN + "fallback: {auto-return: no}").estate().fallback())
                .isEqualTo(new Fallback.Manual());
        assertThat(read(ONE_PN + "fallback: {auto-return: scheduled, scheduled-at: 18m}")
                        .estate()
                        .fallback())
                .isEqualTo(new Fallback.Scheduled(Duration.ofMinutes(18)));
        assertThat(read(ONE_PN + "fallback: {auto-return: connection-up}")
                        .estate()
                        .fallback())
                .isEqualTo(new Fallback.ConnectionUp(Duration.ofMinutes(3)));
        assertThat(read(ONE_PN + "fallback: {auto-return: connection-up, connection-up-time: 2h}")
                        .estate()
                        .fallback())
                .isEqualTo(new Fallback.ConnectionUp(Duration.ofHours(2)));
    }

    @Test
    void what_names_no_site_is_at_the_first_one() {
        Estate estate = read(HEAD + """
                sites: [hq, dallas]
                links: [{id: wan, between: [hq, dallas], latency: 20ms, loss: 5%}]
                servers:
                  survivable-cores: [{cluster: 10}]
                  survivable-remotes: [{name: lsp-1}, {name: lsp-2, site: dallas}]
                port-networks: [{pn: 1}, {pn: 2, site: dallas}]
                """).estate();
        assertThat(estate.links())
                .containsExactly(new Link(
                        "wan", "hq", "dallas", Duration.ofMillis(20), 0.05, ControlNetwork.BOTH, Optional.empty()));
        assertThat(estate.main().site()).isEqualTo("hq");
        assertThat(estate.survivableCores()).containsExactly(new SurvivableCore(10, "hq", 1, true, false, false, 1));
        assertThat(estate.survivableRemotes())
                .containsExactly(new SurvivableRemote("lsp-1", "hq"), new SurvivableRemote("lsp-2", "dallas"));
        assertThat(estate.portNetworks()).extracting(PortNetwork::site).containsExactly("hq", "dallas");
    }

    @Test
    void the_standby_is_beside_the_active_main_unless_it_says_otherwise() {
        String sites = HEAD + "sites: [hq, dallas]\nlinks: [{id: wan, between: [hq, dallas]}]\n";
        String pn = "port-networks: [{pn: 1, site: dallas}]\n";
        assertThat(read(sites + pn + "servers: {main: {cluster: 5, site: dallas, duplex: yes}}")
                        .estate()
                        .main())
                .isEqualTo(new MainCluster(5, "dallas", true, "dallas"));
        assertThat(read(sites + pn + "servers: {main: {duplex: y, standby-site: dallas}}")
                        .estate()
                        .main())
                .isEqualTo(new MainCluster(1, "hq", true, "dallas"));
    }

    @Test
    void a_range_stands_for_port_networks_that_are_alike() {
        Estate estate = read(HEAD + """
                port-networks:
                  - pn: 2-4
                    community: 7
                    ipsis: duplicated
                    ignore-connectivity-in-arbitration: y
                    calls: {pn: 40, ip: 10}
                    traffic: {calls-per-hour: 300, mean-hold: 3m}
                """).estate();
        assertThat(estate.portNetworks()).extracting(PortNetwork::number).containsExactly(2, 3, 4);
        assertThat(estate.portNetworks().get(1))
                .isEqualTo(new PortNetwork(
                        3,
                        "lan",
                        7,
                        true,
                        true,
                        new StableCalls(40, 10, Optional.of(StableCalls.DEFAULT_REDIAL)),
                        Optional.of(new Traffic(
                                300,
                                Duration.ofMinutes(3),
                                HoldingLaw.EXPONENTIAL,
                                1,
                                Traffic.DEFAULT_SET_UP,
                                CallShares.WITHIN,
                                OptionalInt.empty(),
                                DayProfile.ALWAYS))));
    }

    @Test
    void events_strike_what_they_name() {
        Scenario scenario = read(HEAD + """
                sites: [hq, dallas]
                links: [{id: wan, between: [hq, dallas]}]
                servers:
                  main: {duplex: y}
                  survivable-cores: [{cluster: 10}]
                  survivable-remotes: [{name: lsp-1}]
                port-networks: [{pn: 1, ipsis: duplicated}]
                events:
                  - {at: 0s, fail: wan}
                  - {at: 0s, fail: dallas}
                  - {at: 0s, fail: main}
                  - {at: 0s, fail: main-b}
                  - {at: 0s, fail: arbiter-link}
                  - {at: 0s, fail: sc-10}
                  - {at: 0s, fail: lsp-1}
                  - {at: 0s, fail: pn-1}
                  - {at: 0s, fail: ipsi-1b}
                """);
        assertThat(scenario.events())
                .extracting(e -> ((ScenarioEvent.Fail) e).target())
                .containsExactly(
                        new Target.OfLink("wan"),
                        new Target.OfSite("dallas"),
                        new Target.OfServers("main", List.of("main-a", "main-b")),
                        new Target.OfServers("main-b", List.of("main-b")),
                        new Target.OfArbiterLink(),
                        new Target.OfServers("sc-10", List.of("sc-10")),
                        new Target.OfServers("lsp-1", List.of("lsp-1")),
                        new Target.OfControlPath(1),
                        new Target.OfIpsi(new IpsiId(1, IpsiId.Side.B)));
    }

    @Test
    void reads_every_kind_of_event() {
        Scenario scenario = read(HEAD + """
                sites: [hq, dallas]
                links: [{id: wan, between: [hq, dallas]}]
                servers: {main: {duplex: y}, survivable-cores: [{cluster: 10}]}
                port-networks: [{pn: 1-4, ipsis: duplicated, calls: {pn: 9}}]
                events:
                  - {at: 1m, fail: wan, for: 40s}
                  - {at: 5m, restore: wan}
                  - {at: 6m, flap: wan, down: 20s, up: 5s, times: 12}
                  - {at: 12m, degrade: wan, loss: 30%, latency: 80ms, for: 2m}
                  - {at: 12m, degrade: wan, bursts: {good: 30s, bad: 2s, loss: 90%}}
                  - {at: 12m, congestion: wan, every: 1m, burst: 8s, loss: 60%, for: 2h}
                  - {at: 13m, duplex-mismatch: ipsi-1a, for: 5m}
                  - {at: 13m, duplex-mismatch: ipsi-2a, peak-loss: 80%, full-load: 24}
                  - {at: 14m, forced-takeover: 1, port-networks: all}
                  - {at: 14m, forced-takeover: 10, port-networks: [4, 1-2]}
                  - {at: 15m, interchange: main}
                  - {at: 16m, disable: sc-10}
                  - {at: 17m, enable: sc-10}
                  - {at: 17m, disable: main}
                  - {at: 17m, busyout: ipsi-1b}
                  - {at: 17m, release-busyout: ipsi-1b}
                  - {at: 18m, set-timers: {no-service-timeout: 2m}}
                """);
        Target wan = new Target.OfLink("wan");
        assertThat(scenario.events())
                .containsExactly(
                        new ScenarioEvent.Fail(minutes(1), wan, Optional.of(Duration.ofSeconds(40))),
                        new ScenarioEvent.Restore(minutes(5), wan),
                        new ScenarioEvent.Flap(minutes(6), wan, Duration.ofSeconds(20), Duration.ofSeconds(5), 12),
                        new ScenarioEvent.Degrade(
                                minutes(12),
                                wan,
                                OptionalDouble.of(0.3),
                                Optional.of(Duration.ofMillis(80)),
                                Optional.empty(),
                                Optional.of(minutes(2))),
                        new ScenarioEvent.Degrade(
                                minutes(12),
                                wan,
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.of(new Bursts(Duration.ofSeconds(30), Duration.ofSeconds(2), 0.9)),
                                Optional.empty()),
                        new ScenarioEvent.Congestion(
                                minutes(12),
                                wan,
                                minutes(1),
                                Duration.ofSeconds(8),
                                0.6,
                                Optional.of(Duration.ofHours(2))),
                        new ScenarioEvent.DuplexMismatch(
                                minutes(13),
                                new Target.OfIpsi(new IpsiId(1, IpsiId.Side.A)),
                                0.5,
                                100,
                                Optional.of(minutes(5))),
                        new ScenarioEvent.DuplexMismatch(
                                minutes(13),
                                new Target.OfIpsi(new IpsiId(2, IpsiId.Side.A)),
                                0.8,
                                24,
                                Optional.empty()),
                        new ScenarioEvent.ForcedTakeover(minutes(14), 1, new TreeSet<>(List.of(1, 2, 3, 4))),
                        new ScenarioEvent.ForcedTakeover(minutes(14), 10, new TreeSet<>(List.of(1, 2, 4))),
                        new ScenarioEvent.Interchange(minutes(15)),
                        new ScenarioEvent.Disable(minutes(16), 10),
                        new ScenarioEvent.Enable(minutes(17), 10),
                        new ScenarioEvent.Disable(minutes(17), 1),
                        new ScenarioEvent.BusyOut(minutes(17), new IpsiId(1, IpsiId.Side.B)),
                        new ScenarioEvent.ReleaseBusyOut(minutes(17), new IpsiId(1, IpsiId.Side.B)),
                        new ScenarioEvent.SetTimers(minutes(18), Map.of(TimerSetting.NO_SERVICE_TIMEOUT, minutes(2))));
    }

    @Test
    void reads_what_carries_the_heartbeats_and_how_links_lose_them() {
        Scenario scenario = read(HEAD + """
                heartbeat-transport: tcp
                data-as-heartbeats: y
                sites: [hq, dallas]
                links: [{id: wan, between: [hq, dallas], bursts: {good: 30s, bad: 2s}}]
                port-networks: [{pn: 1, traffic: {calls-per-hour: 300, mean-hold: 3m}}]
                """);
        assertThat(scenario.estate().heartbeats())
                .isEqualTo(new HeartbeatRules(HeartbeatRules.Transport.TCP, HeartbeatRules.FirstWait.LINUX, true));
        assertThat(scenario.estate().links().get(0).bursts())
                .contains(new Bursts(Duration.ofSeconds(30), Duration.ofSeconds(2), 1));
    }

    @Test
    void an_expectation_that_names_several_things_gives_several_in_the_order_of_the_file() {
        Scenario scenario = read(HEAD + """
                servers: {main: {duplex: y}, survivable-cores: [{cluster: 10}]}
                port-networks: [{pn: 1, calls: {pn: 5}}]
                expect:
                  - {pn: 1, controller: 10, at: 8m, state: in-service, warm-resets: 1}
                  - {pn: 1, outage: {at-most: 2m}, degraded: {at-least: 1m, at-most: 90s}, calls-dropped: {at-least: 3}}
                  - {server-interchanges: 0}
                  - {ipsi: 1a, at: 0s, priority-list: [1, 10]}
                """);
        assertThat(scenario.expectations())
                .containsExactly(
                        new Expectation.ControllerAt(1, minutes(8), 10),
                        new Expectation.StateAt(1, minutes(8), PnState.IN_SERVICE),
                        new Expectation.TotalOf(1, PnTotal.WARM_RESETS, Expectation.Bound.exactly(1)),
                        new Expectation.TotalOf(1, PnTotal.OUTAGE, new Expectation.Bound(0, 120_000)),
                        new Expectation.TotalOf(1, PnTotal.DEGRADED, new Expectation.Bound(60_000, 90_000)),
                        new Expectation.TotalOf(1, PnTotal.CALLS_DROPPED, new Expectation.Bound(3, Long.MAX_VALUE)),
                        new Expectation.ServerInterchanges(Expectation.Bound.exactly(0)),
                        new Expectation.PriorityListAt(new IpsiId(1, IpsiId.Side.A), Duration.ZERO, List.of(1, 10)));
    }

    @Test
    void remembers_the_line_of_each_value() {
        Scenario scenario = read("""
                title: x
                duration: 20m

                timers:
                  no-service-timeout: 2m
                port-networks:
                  - pn: 1
                    calls: {pn: 3}
                events:
                  - {at: 1m, fail: main}
                  - at: 2m
                    restore: main
                expect:
                  - {pn: 1, cold-resets: 0}
                """);
        assertThat(scenario.provenance().file()).isEqualTo("test.yaml");
        assertThat(scenario.provenance().places())
                .containsEntry("title", new Place.Line(1))
                .containsEntry("timers.no-service-timeout", new Place.Line(5))
                .containsEntry("port-networks[0].calls.pn", new Place.Line(8))
                .containsEntry("events[0]", new Place.Line(10))
                .containsEntry("events[1]", new Place.Line(11))
                .containsEntry("events[1].restore", new Place.Line(12))
                .containsEntry("expect[0]", new Place.Line(14))
                .doesNotContainKeys("seed", "");
    }

    @Test
    void overrides_change_the_file_before_it_is_checked() {
        List<String> overrides = List.of(
                "seed=7",
                "timers.no-service-timeout=2m",
                "port-networks[0].calls.pn=10",
                "servers.main.cluster=4",
                "title=WAN: cut, again",
                "duration=5m",
                "duration=30m",
                "fallback={auto-return: scheduled, scheduled-at: 25m}");
        Scenario scenario =
                readResult(ONE_PN.replace("20m", "soon"), overrides).scenario().orElseThrow();

        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(scenario.title()).isEqualTo("WAN: cut, again");
        assertThat(scenario.duration()).isEqualTo(minutes(30));
        assertThat(scenario.estate().timers().get(TimerSetting.NO_SERVICE_TIMEOUT))
                .isEqualTo(minutes(2));
        assertThat(scenario.estate().portNetworks().get(0).calls().pn()).isEqualTo(10);
        assertThat(scenario.estate().main().cluster()).isEqualTo(4);
        assertThat(scenario.estate().fallback()).isEqualTo(new Fallback.Scheduled(minutes(25)));
        assertThat(scenario.provenance().places())
                .containsEntry("seed", new Place.CommandLine("seed=7"))
                .containsEntry("duration", new Place.CommandLine("duration=30m"))
                .containsEntry("port-networks[0].calls.pn", new Place.CommandLine("port-networks[0].calls.pn=10"))
                .containsEntry("port-networks[0].pn", new Place.Line(3));
    }

    @Test
    void reads_the_same_twice() {
        String bad = "title: [\nduration 5";
        assertThat(readResult(bad, List.of())).isEqualTo(readResult(bad, List.of()));
        assertThat(readResult(ONE_PN, List.of())).isEqualTo(readResult(ONE_PN, List.of()));
    }

    @Test
    void R36_an_estate_has_at_most_63_survivable_cores() {
        String cores = IntStream.rangeClosed(2, 64)
                .mapToObj(n -> "{cluster: " + n + "}")
                .collect(joining(", "));
        assertThat(readResult(ONE_PN + "servers: {survivable-cores: [" + cores + "]}\n", List.of())
                        .scenario())
                .isPresent();
        assertThat(readResult(ONE_PN + "servers: {survivable-cores: [" + cores + ", {cluster: 65}]}\n", List.of())
                        .hasErrors())
                .isTrue();
    }

    private static Scenario read(String yaml) {
        ReadResult result = readResult(yaml, List.of());
        assertThat(result.diagnostics())
                .as(() -> new DiagnosticText(false).render(result))
                .isEmpty();
        return result.scenario().orElseThrow();
    }

    private static ReadResult readResult(String yaml, List<String> overrides) {
        return ScenarioReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8), overrides);
    }

    private static Duration minutes(long n) {
        return Duration.ofMinutes(n);
    }
}
