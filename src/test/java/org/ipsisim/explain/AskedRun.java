package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;

/** A run to be asked about, and answers in the words of the tests. */
record AskedRun(History history) {
    /** A scenario of the project, with values set on the command line. */
    static AskedRun shipped(String stem, String... overrides) {
        String name = "scenarios/" + stem + ".yaml";
        try {
            return read(name, Files.readString(Path.of(name)), overrides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headquarters with the main, a branch with port network 1 and core 10, one WAN between them without latency. */
    static AskedRun branch(String events, String... more) {
        return read(
                "branch.yaml",
                String.join(
                        "\n",
                        "title: Branch",
                        "duration: 20m",
                        "sites: [hq, branch]",
                        "links: [{id: wan, between: [hq, branch]}]",
                        "servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}",
                        "port-networks: [{pn: 1, site: branch, calls: {pn: 40}}]",
                        "events:",
                        events,
                        String.join("\n", more)));
    }

    static AskedRun read(String name, String yaml, String... overrides) {
        ReadResult result = ScenarioReader.read(name, yaml.getBytes(StandardCharsets.UTF_8), List.of(overrides));
        Optional<Scenario> scenario = result.scenario();
        assertThat(scenario).as(result.diagnostics().toString()).isPresent();
        return new AskedRun(Simulation.run(scenario.get()));
    }

    static long millis(String time) {
        return DurationText.parse(time).orElseThrow().toMillis();
    }

    Explanation at(int pn, String time) {
        return Explanation.of(history, pn, millis(time));
    }

    Explanation at(String time) {
        return at(1, time);
    }

    /** The steps in short: time, subject and the beginning of the text. */
    static List<String> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> Words.duration(step.at()) + " " + step.subject() + " "
                        + step.text().substring(0, Math.min(22, step.text().length())))
                .toList();
    }

    /** The timers of steps that have one: setting, value, origin. */
    static List<String> timers(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.timer().stream())
                .map(timer -> timer.setting().key() + " " + Words.duration(timer.value()) + ", " + timer.origin())
                .toList();
    }

    /** The sources of steps that have one. */
    static List<String> sources(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.source().stream())
                .map(Step.Origin::text)
                .toList();
    }
}
