package org.ipsisim.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.plain.PlainEngine;
import org.junit.jupiter.api.Test;

/** What is true of an engine on every generated scenario, and that a difference is found, told and made small. */
class DifferentialTest {
    @Test
    void every_generated_history_passes_the_checks() {
        assertThat(Generated.seeds(2000))
                .allSatisfy(
                        seed -> assertThat(HistoryChecks.violations(PlainEngine.run(ScenarioGenerator.scenario(seed))))
                                .as("seed %s", seed)
                                .isEmpty());
    }

    @Test
    void every_generated_history_of_a_duplex_main_passes_the_checks() {
        assertThat(Generated.seeds(1000))
                .allSatisfy(seed -> assertThat(
                                HistoryChecks.violations(PlainEngine.run(ScenarioGenerator.duplexScenario(seed))))
                        .as("seed %s", seed)
                        .isEmpty());
    }

    @Test
    void every_generated_history_of_duplicated_ipsis_passes_the_checks() {
        assertThat(Generated.seeds(1000))
                .allSatisfy(seed -> assertThat(
                                HistoryChecks.violations(PlainEngine.run(ScenarioGenerator.duplicatedScenario(seed))))
                        .as("seed %s", seed)
                        .isEmpty());
    }

    @Test
    void every_generated_history_of_a_bad_network_passes_the_checks() {
        assertThat(Generated.seeds(200))
                .allSatisfy(seed -> assertThat(
                                HistoryChecks.violations(PlainEngine.run(ScenarioGenerator.badNetworkScenario(seed))))
                        .as("seed %s", seed)
                        .isEmpty());
    }

    @Test
    void m2_the_order_of_declarations_changes_nothing() {
        Differential shuffled = new Differential(PlainEngine::run, scenario -> PlainEngine.run(shuffle(scenario)));

        assertThat(Generated.seeds(200)
                        .boxed()
                        .flatMap(seed -> Stream.of(
                                ScenarioGenerator.badNetworkScenario(seed),
                                ScenarioGenerator.scenario(seed),
                                ScenarioGenerator.duplexScenario(seed),
                                ScenarioGenerator.duplicatedScenario(seed)))
                        .map(shuffled::findDifference)
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    @Test
    void a_wrong_engine_is_caught_with_a_small_scenario() {
        Differential differential = new Differential(PlainEngine::run, DifferentialTest::runWithLongerWarmReset);

        String found = LongStream.range(0, 100)
                .mapToObj(ScenarioGenerator::scenario)
                .map(differential::findDifference)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();

        assertThat(found).contains("expected", "actual", "title:", "warm");
        assertThat(found.lines()).hasSizeLessThan(75);
    }

    @Test
    void a_generated_scenario_is_the_same_for_the_same_seed() {
        assertThat(ScenarioGenerator.scenario(7)).isEqualTo(ScenarioGenerator.scenario(7));
        assertThat(ScenarioGenerator.scenario(7)).isNotEqualTo(ScenarioGenerator.scenario(8));
    }

    @Test
    void generated_scenarios_reach_the_rare_corners() {
        List<History> histories = LongStream.range(0, 300)
                .mapToObj(seed -> PlainEngine.run(ScenarioGenerator.scenario(seed)))
                .toList();

        assertThat(histories)
                .anyMatch(h ->
                        h.portNetworks().stream().anyMatch(pn -> pn.totals().fallbacks() > 0));
        assertThat(histories)
                .anyMatch(h ->
                        h.portNetworks().stream().anyMatch(pn -> pn.totals().coldResets() > 1));
        assertThat(histories)
                .anyMatch(h -> h.servers().stream()
                        .anyMatch(server ->
                                HistoryLine.roles(h, server.timeline()).contains("resetting")));
        assertThat(histories)
                .anyMatch(h -> h.portNetworks().stream()
                        .anyMatch(pn -> pn.lists().values().stream()
                                .anyMatch(spans -> spans.stream()
                                        .anyMatch(span -> span.clusters().size() == 8))));
    }

    @Test
    void a_wrong_engine_for_a_duplex_main_is_caught_with_a_small_scenario() {
        Differential differential = new Differential(PlainEngine::run, DifferentialTest::runWithoutCurb);

        String found = LongStream.range(0, 500)
                .mapToObj(ScenarioGenerator::duplexScenario)
                .map(differential::findDifference)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();

        assertThat(found).contains("main-a at", "duplex: y", "interchanging");
        assertThat(found.lines()).hasSizeLessThan(75);
    }

    @Test
    void what_a_simplex_main_shows_too_is_made_small_with_one() {
        Differential differential = new Differential(PlainEngine::run, DifferentialTest::runWithLongerWarmReset);

        String found = LongStream.range(0, 100)
                .mapToObj(ScenarioGenerator::duplexScenario)
                .map(differential::findDifference)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();

        assertThat(found).contains("warm").doesNotContain("duplex: y", "main-b");
    }

    @Test
    void generated_scenarios_with_a_duplex_main_reach_the_rare_corners() {
        List<String> roles = LongStream.range(0, 300)
                .mapToObj(seed -> PlainEngine.run(ScenarioGenerator.duplexScenario(seed)))
                .flatMap(h -> h.servers().stream().map(server -> HistoryLine.roles(h, server.timeline())))
                .toList();

        assertThat(roles).anyMatch(line -> line.contains("resetting 225s | active"));
        assertThat(roles).anyMatch(line -> line.matches(".*interchanging [0-9.]+s \\| down.*"));
        assertThat(roles).anyMatch(line -> line.matches(".*active [0-9.]+s \\| standby.*"));
        assertThat(roles).anyMatch(line -> line.split("interchanging").length > 3);
    }

    @Test
    void a_wrong_engine_for_duplicated_ipsis_is_caught_with_a_small_scenario() {
        Differential differential = new Differential(PlainEngine::run, DifferentialTest::runWithLongerInterchangeDelay);

        String found = LongStream.range(0, 500)
                .mapToObj(ScenarioGenerator::duplicatedScenario)
                .map(differential::findDifference)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();

        assertThat(found).contains("ipsis: duplicated");
        assertThat(found.lines()).hasSizeLessThan(75);
    }

    @Test
    void generated_scenarios_with_duplicated_ipsis_reach_the_rare_corners() {
        List<PnHistory> portNetworks = LongStream.range(0, 300)
                .mapToObj(seed -> PlainEngine.run(ScenarioGenerator.duplicatedScenario(seed)))
                .flatMap(history -> history.portNetworks().stream())
                .toList();

        assertThat(portNetworks).anyMatch(pn -> pn.totals().ipsiInterchanges() > 3);
        assertThat(portNetworks)
                .anyMatch(
                        pn -> pn.totals().ipsiInterchanges() > 1 && pn.totals().warmResets() == 0);
        assertThat(portNetworks)
                .anyMatch(pn -> pn.totals().failovers() > 0 && pn.totals().ipsiInterchanges() > 0);
        assertThat(portNetworks)
                .anyMatch(pn -> pn.lists().size() == 2
                        && !pn.lists()
                                .get(pn.lists().firstKey())
                                .equals(pn.lists().get(pn.lists().lastKey())));
    }

    @Test
    void a_wrong_engine_for_bad_networks_is_caught_with_a_small_scenario() {
        assertThat(firstFound(DifferentialTest::runWithoutRetransmission))
                .contains("heartbeat-transport: tcp")
                .satisfies(found -> assertThat(found.lines()).hasSizeLessThan(75));
        assertThat(firstFound(DifferentialTest::runWithoutData)).contains("data-as-heartbeats: y", "traffic:");
    }

    private static String firstFound(Function<Scenario, History> wrong) {
        Differential differential = new Differential(PlainEngine::run, wrong);
        return LongStream.range(0, 100)
                .mapToObj(ScenarioGenerator::badNetworkScenario)
                .map(differential::findDifference)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void generated_bad_networks_reach_the_rare_corners() {
        List<History> histories = LongStream.range(0, 300)
                .mapToObj(seed -> PlainEngine.run(ScenarioGenerator.badNetworkScenario(seed)))
                .toList();

        assertThat(histories)
                .as("over TCP: contact between two beats, and after a time-out")
                .anyMatch(h -> isOverTcp(h) && silences(h).anyMatch(silence -> silence % interval(h) != 0))
                .anyMatch(h -> isOverTcp(h) && silences(h).anyMatch(silence -> silence > sanity(h)));
        assertThat(histories)
                .as("lost by chance, and taken over")
                .anyMatch(h -> !isOverTcp(h)
                        && h.portNetworks().stream()
                                .anyMatch(pn -> pn.totals().warmResets() > 3
                                        && pn.totals().failovers() > 0));
        assertThat(histories).as("the main servers judge each other by it").anyMatch(h -> h.serverInterchanges() > 1);
    }

    private static boolean isOverTcp(History history) {
        return history.scenario().estate().heartbeats().transport() == Transport.TCP;
    }

    private static long interval(History history) {
        return history.scenario().estate().timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
    }

    private static long sanity(History history) {
        return history.scenario().estate().timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
    }

    private static LongStream silences(History history) {
        return history.trace().stream()
                .map(TraceEntry::what)
                .filter(PnHappening.ContactRestored.class::isInstance)
                .mapToLong(what -> ((PnHappening.ContactRestored) what).silence());
    }

    private static History runWithoutRetransmission(Scenario scenario) {
        boolean dataCounts = scenario.estate().heartbeats().dataCounts();
        return PlainEngine.run(with(new HeartbeatRules(Transport.IDEAL, FirstWait.LINUX, dataCounts), scenario));
    }

    private static History runWithoutData(Scenario scenario) {
        Transport transport = scenario.estate().heartbeats().transport();
        return PlainEngine.run(with(new HeartbeatRules(transport, FirstWait.LINUX, false), scenario));
    }

    private static Scenario with(HeartbeatRules heartbeats, Scenario scenario) {
        return scenario.with(scenario.estate().with(heartbeats));
    }

    private static History runWithLongerInterchangeDelay(Scenario scenario) {
        long delay = scenario.estate().timers().millis(TimerSetting.IPSI_INTERCHANGE_DELAY);
        return PlainEngine.run(scenario.with(
                scenario.estate().timers().with(TimerSetting.IPSI_INTERCHANGE_DELAY, Duration.ofMillis(delay + 1))));
    }

    private static History runWithoutCurb(Scenario scenario) {
        return PlainEngine.run(
                scenario.with(scenario.estate().timers().with(TimerSetting.SERVER_INTERCHANGE_CURB, Duration.ZERO)));
    }

    private static History runWithLongerWarmReset(Scenario scenario) {
        long warmReset = scenario.estate().timers().millis(TimerSetting.WARM_RESET_DURATION);
        return PlainEngine.run(scenario.with(
                scenario.estate().timers().with(TimerSetting.WARM_RESET_DURATION, Duration.ofMillis(warmReset + 1))));
    }

    private static Scenario shuffle(Scenario scenario) {
        Random random = new Random(scenario.seed());
        Estate estate = scenario.estate();
        return scenario.with(new Estate(
                        estate.release(),
                        estate.timers(),
                        estate.fallback(),
                        shuffle(estate.sites(), random),
                        shuffle(estate.links(), random),
                        new Servers(
                                estate.main(), shuffle(estate.survivableCores(), random), estate.survivableRemotes()),
                        shuffle(estate.portNetworks(), random),
                        estate.heartbeats()))
                .withEvents(shuffle(scenario.events(), random));
    }

    private static <T> List<T> shuffle(List<T> items, Random random) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
