package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.golden.ProcessorTime;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** What is said of runs in which thousands of things happen takes no longer for each of them than where few do. */
class LargeRunsTest {
    private static final int EVENTS = 10_000;

    /** A tenth of it is usual; a search through everything for each thing takes a minute. */
    private static final Duration MOST = Duration.ofSeconds(3);

    private static Scenario scenario(ScenarioSource source) {
        return Branch.variant(source).scenario();
    }

    @Test
    void where_each_of_ten_thousand_events_stands_is_known_at_once() {
        String events = IntStream.rangeClosed(1, EVENTS)
                .mapToObj(i -> "{at: " + i + "s, fail: wan, for: 500ms}")
                .collect(Collectors.joining(",\n"));
        Scenario scenario = scenario(Branch.with(events));
        ProcessorTime time = new ProcessorTime();

        List<Occurrence> occurrences = Occurrence.of(scenario);

        time.requireLessThan(MOST, EVENTS + " events");
        assertThat(occurrences).hasSize(EVENTS);
        assertThat(occurrences.get(EVENTS - 1).source().place()).startsWith("branch.yaml:");
    }

    @Test
    void the_timers_of_all_steps_of_a_noisy_line_are_known_at_once() {
        History history = Simulation.run(scenario(Branch.source("""
                title: A noisy line
                duration: 2d
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch], loss: 50%}]
                timers: {socket-sanity-timeout: 3s, warm-reset-duration: 1s}
                servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
                port-networks: [{pn: 1, site: branch}]
                """)));
        List<TraceEntry> entries = history.trace().ofPn(1);
        ProcessorTime time = new ProcessorTime();

        List<Step> steps = new Steps(history, new Sources(history.scenario())).of(entries);

        time.requireLessThan(MOST, entries.size() + " steps");
        assertThat(steps).hasSizeGreaterThan(100_000);
        assertThat(steps.stream().filter(step -> step.timer().isPresent())).hasSizeGreaterThan(10_000);
    }
}
