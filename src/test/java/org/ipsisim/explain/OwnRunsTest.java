package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.study.Allowance;
import org.ipsisim.study.Cost;
import org.ipsisim.survivability.Excerpt;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** A part of the estate shows of a port network what the run of the whole estate shows. */
class OwnRunsTest {
    private static final int SEEDS = 40;

    private int decided;
    private int prices;

    private static Stream<Scenario> generated() {
        return Generated.seeds(SEEDS)
                .boxed()
                .flatMap(seed -> Stream.of(
                        ScenarioGenerator.scenario(seed),
                        ScenarioGenerator.duplexScenario(seed),
                        ScenarioGenerator.duplicatedScenario(seed),
                        ScenarioGenerator.partialFaultScenario(seed),
                        ScenarioGenerator.badNetworkScenario(seed),
                        lossy(ScenarioGenerator.duplexScenario(seed))));
    }

    /** With links that lose four heartbeats of ten. */
    private static Scenario lossy(Scenario scenario) {
        Estate estate = scenario.estate();
        return scenario.with(estate.withLinks(
                estate.links().stream().map(link -> link.withLoss(0.4)).toList()));
    }

    /** The scenario; without each of its first events; with a second way beside its first link. */
    private static List<Scenario> changes(Scenario scenario) {
        List<Scenario> changes = new ArrayList<>(List.of(scenario));
        for (int i = 0; i < Math.min(4, scenario.events().size()); i++) {
            List<ScenarioEvent> rest = new ArrayList<>(scenario.events());
            rest.remove(i);
            changes.add(scenario.withEvents(rest));
        }
        Estate estate = scenario.estate();
        estate.links().stream()
                .findFirst()
                .ifPresent(link -> changes.add(scenario.with(estate.withLinks(
                        Stream.concat(estate.links().stream(), Stream.of(EstateChanges.twinOf(link, link.network())))
                                .toList()))));
        return changes;
    }

    @Test
    void port_networks_fare_in_a_part_as_in_the_whole() {
        generated().forEach(this::check);
        assertThat(decided).as("states that a part decides").isGreaterThan(15);
        assertThat(prices).as("prices that need no run of the whole").isPositive();
    }

    /**
     * Port network 1 alone makes the standby active; with the others it does not. Then both servers come back, and the next to
     * fail is the active one or not: only one that has just come back restarts the whole system.
     */
    @Test
    void R67_which_main_server_is_active_matters_after_a_second_failure() {
        Scenario scenario = scenario("""
                title: Two failures
                duration: 10m
                sites: [a, b, s1, s2, s3]
                links:
                  - {id: a-1, between: [a, s1]}
                  - {id: b-1, between: [b, s1]}
                  - {id: a-2, between: [a, s2]}
                  - {id: b-2, between: [b, s2]}
                  - {id: a-3, between: [a, s3]}
                  - {id: b-3, between: [b, s3]}
                servers: {main: {site: a, duplex: y, standby-site: b}}
                port-networks: [{pn: 1, site: s1}, {pn: 2, site: s2}, {pn: 3, site: s3}]
                events:
                  - {at: 10s, fail: a-1, for: 8s}
                  - {at: 10s, fail: b-2, for: 8s}
                  - {at: 10s, fail: b-3, for: 8s}
                  - {at: 60s, fail: main, for: 5s}
                  - {at: 100s, fail: main-a, for: 20s}
                """);
        Scenario first = scenario.withEvents(
                scenario.events().subList(0, scenario.events().size() - 1));

        assertThat(Excerpt.mayLeaveOutPortNetworks(first)).isTrue();
        assertThat(states(Simulation.run(alone(first)), 1)).isEqualTo(states(Simulation.run(first), 1));
        assertThat(Excerpt.mayLeaveOutPortNetworks(scenario)).isFalse();
        assertThat(states(Simulation.run(alone(scenario)), 1))
                .as("alone it is not restarted")
                .isNotEqualTo(states(Simulation.run(scenario), 1));
    }

    private static Scenario alone(Scenario scenario) {
        return Excerpt.onOwnLinks(Excerpt.withoutCores(Excerpt.of(scenario, Set.of(1))));
    }

    private static Scenario scenario(String yaml) {
        return ScenarioReader.read("two.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
    }

    private void check(Scenario scenario) {
        History history = Simulation.run(scenario);
        List<Scenario> changes = changes(scenario);
        List<History> whole = changes.stream().map(Simulation::run).toList();
        for (PnHistory pn : history.portNetworks()) {
            int number = pn.portNetwork().number();
            PnMoment moment = PnMoment.of(history, number, history.duration());
            Allowance allowance = Allowance.usual();
            OwnRuns<List<PnSpan>> runs =
                    new OwnRuns<>(moment, allowance, Detail.SILENCES, false, run -> states(run, number));
            Trials trials = new Trials(moment, allowance);
            for (int i = 0; i < changes.size(); i++) {
                Scenario changed = changes.get(i);
                History expected = whole.get(i);
                Optional<List<PnSpan>> states = runs.ofPart(changed);
                states.ifPresent(found -> assertThat(found).as(changed.title()).isEqualTo(states(expected, number)));
                decided += states.isPresent() ? 1 : 0;
                Trials.Outcome outcome = trials.run(changed).orElseThrow();
                assertThat(states(outcome.run(), number)).as(changed.title()).isEqualTo(states(expected, number));
                trials.ownRun(changed)
                        .ifPresent(own -> assertThat(measures(own.run(), number))
                                .as(changed.title())
                                .isEqualTo(measures(expected, number)));
                for (PnHistory each : expected.portNetworks()) {
                    assertThat(measures(outcome.all(), each.portNetwork().number()))
                            .as(changed.title())
                            .isEqualTo(Remedy.MEASURES.of(each, expected));
                }
                prices += outcome.all() == outcome.run() ? 0 : 1;
            }
        }
    }

    private static Cost measures(History run, int number) {
        return Remedy.MEASURES.of(run.findPortNetwork(number).orElseThrow(), run);
    }

    private static List<PnSpan> states(History run, int number) {
        return run.findPortNetwork(number).orElseThrow().timeline().stream()
                .map(span -> new PnSpan(span.from(), span.to(), span.state(), span.controller()))
                .toList();
    }
}
