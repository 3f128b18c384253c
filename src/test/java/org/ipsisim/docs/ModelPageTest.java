package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/**
 * The generated parts of the page on the model are what the engine does now; {@code -DupdateGolden=true} writes them anew.
 */
class ModelPageTest {
    private static final Path PAGE = Path.of("docs", "model.md");
    private static final int SCENARIOS = 100;

    private static void check(String part, String generated) throws IOException {
        String text = Files.readString(PAGE);
        String begin = "<!-- generated: " + part + " -->\n";
        String end = "<!-- end of what is generated -->";
        int from = text.indexOf(begin) + begin.length();
        assertThat(from).as(part).isGreaterThanOrEqualTo(begin.length());
        int to = text.indexOf(end, from);
        if (GoldenFile.isToBeWritten()) {
            Files.writeString(PAGE, text.substring(0, from) + generated + text.substring(to));
            to = from + generated.length();
            text = Files.readString(PAGE);
        }
        assertThat(text.substring(from, to)).isEqualTo(generated);
    }

    @Test
    void the_states_and_the_ways_between_them_are_those_that_the_engine_takes() throws IOException {
        StateMachine machine = StateMachine.observed(SCENARIOS);
        check("state diagram", "```mermaid\n" + machine.diagram() + "```\n");
        check("ways", "\n| from | to | when | ruling |\n|---|---|---|---|\n" + machine.table() + "\n");
    }

    @Test
    void what_turns_on_the_reading_is_what_runs_show() throws IOException {
        String rows = Stream.of(EscalationReading.values())
                .map(reading -> "| `" + reading.key() + "` | "
                        + Stream.of("30s", "70s", "5m10s", "6m5s", "7m")
                                .map(cut -> outcome(reading, cut))
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        check(
                "readings",
                "\n| reading | 30 s | 70 s | 5 min 10 s | 6 min 5 s | 7 min |\n|---|---|---|---|---|---|\n" + rows
                        + "\n");
    }

    private static String outcome(EscalationReading reading, String cut) {
        String yaml = String.join(
                "\n",
                "title: A cut",
                "duration: 20m",
                "timers: {reading: " + reading.key() + "}",
                "sites: [hq, branch]",
                "links: [{id: wan, between: [hq, branch]}]",
                "servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}",
                "port-networks: [{pn: 1, site: branch, calls: {pn: 40}}]",
                "events: [{at: 1m, fail: wan, for: " + cut + "}]",
                "");
        History history =
                Simulation.run(ScenarioReader.read("cut.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                        .scenario()
                        .orElseThrow());
        PnHistory pn = history.portNetworks().get(0);
        if (pn.totals().failovers() > 0) {
            return "calls lost, failover";
        }
        return pn.totals().callsDropped() > 0 ? "calls lost" : pn.totals().warmResets() > 0 ? "warm reset" : "nothing";
    }
}
