package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsisim.estate.Scenario;
import org.junit.jupiter.api.Test;

class EffectiveValuesTest {
    private static final String BRANCH = """
            title: The branch
            duration: 30m
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch]}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
            port-networks: [{pn: 2, site: branch, calls: {pn: 40}}]
            events:
              - {at: 1m, fail: wan, for: 90s}
              - {at: 1m, fail: wan, for: 90s}
              - {at: 2m, forced-takeover: 10, port-networks: all}
            expect: [{pn: 2, failovers: 1}]
            """;

    private static Map<String, String> valuesOf(String yaml) {
        return EffectiveValues.of(read(yaml));
    }

    @Test
    void every_value_goes_by_its_key_path_defaults_included() {
        assertThat(valuesOf(BRANCH))
                .containsEntry("duration", "30m")
                .containsEntry("timers.no-service-timeout", "5m")
                .containsEntry("sites", "[hq, branch]")
                .containsEntry("servers.main.site", "hq");
    }

    @Test
    void entries_of_lists_go_by_their_names() {
        assertThat(valuesOf(BRANCH))
                .containsEntry("links.wan", EffectiveValues.THERE)
                .containsEntry("links.wan.latency", "0s")
                .containsEntry("servers.survivable-cores.10.site", "branch")
                .containsEntry("port-networks.2.calls.pn", "40");
    }

    @Test
    void events_are_values_and_equal_ones_are_numbered() {
        assertThat(valuesOf(BRANCH))
                .containsKeys(
                        "at 1m, fail wan, for 1m30s",
                        "at 1m, fail wan, for 1m30s (2)",
                        "at 2m, forced-takeover 10, port-networks 2");
    }

    @Test
    void every_shipped_scenario_has_its_values() throws IOException {
        try (Stream<Path> scenarios = Files.list(Path.of("scenarios"))) {
            assertThat(scenarios.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(valuesOf(Files.readString(file))).containsKeys("duration", "timers.reading"));
        }
    }

    @Test
    void lists_within_lists_go_by_names_too() {
        assertThat(valuesOf("""
                title: Calls
                duration: 1h
                port-networks:
                  - pn: 1
                    traffic: {calls-per-hour: 60, mean-hold: 2m, to: [{pn: 2, share: 30%}]}
                  - {pn: 2}
                """)).containsEntry("port-networks.1.traffic.to.2.share", "30%");
    }

    @Test
    void what_does_not_bear_on_the_run_is_left_out() {
        assertThat(valuesOf(BRANCH).keySet())
                .isNotEmpty()
                .noneMatch(key -> key.startsWith("expect") || key.startsWith("title"));
    }

    @Test
    void taking_every_value_of_another_scenario_gives_that_one_and_taking_none_gives_the_same() throws IOException {
        List<Scenario> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                all.add(ScenarioReader.read(file.toString(), Files.readAllBytes(file), List.of())
                        .scenario()
                        .orElseThrow());
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Scenario a = all.get(i);
            Scenario b = all.get((i + 1) % all.size());
            Map<String, String> before = EffectiveValues.of(a);
            Map<String, String> after = EffectiveValues.of(b);
            Set<String> keys = new HashSet<>(before.keySet());
            keys.addAll(after.keySet());
            assertThat(EffectiveValues.mixed(a, b, keys).map(EffectiveValuesTest::sorted))
                    .as(a.title() + " as " + b.title())
                    .contains(sorted(b));
            assertThat(EffectiveValues.mixed(a, b, Set.of()).map(EffectiveValues::of))
                    .as(a.title())
                    .contains(before);
        }
    }

    /** Entries that both have stand first in a mixed scenario; their order has no meaning. */
    private static Map<String, String> sorted(Scenario scenario) {
        return new TreeMap<>(EffectiveValues.of(scenario));
    }

    @Test
    void a_value_that_makes_no_scenario_cannot_be_taken_alone() {
        Scenario a = read("title: A\nduration: 10m\nport-networks: [{pn: 1}]\n");
        Scenario b = read("""
                title: B
                duration: 10m
                sites: [lan, far]
                links: [{id: wan, between: [lan, far]}]
                port-networks: [{pn: 1}]
                events: [{at: 1m, fail: wan}]
                """);
        assertThat(EffectiveValues.mixed(a, b, Set.of("at 1m, fail wan"))).isEmpty();
        assertThat(EffectiveValues.mixed(a, b, Set.of("at 1m, fail wan", "links.wan", "sites")))
                .hasValueSatisfying(mixed -> assertThat(mixed.events()).hasSize(1));
    }

    private static Scenario read(String yaml) {
        return ScenarioReader.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
    }
}
