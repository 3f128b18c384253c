package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** What TCP would make of silences that single packets have borne is found by running it (N7). */
class OverTcpTest {
    private static Optional<String> caution(String cut, String... keys) {
        String yaml = String.join(
                "\n",
                "title: t",
                "duration: 10m",
                "sites: [hq, branch]",
                "links: [{id: wan, between: [hq, branch], latency: 20ms}]",
                "port-networks: [{pn: 1, site: branch}, {pn: 2, site: hq}]",
                "events: [{at: 2m, fail: wan, for: " + cut + "}]",
                String.join("\n", keys));
        Scenario scenario = ScenarioReader.read("t.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
        History history = Simulation.run(scenario, Detail.SILENCES);
        return OverTcp.caution(history, other -> Simulation.run(other, Detail.SILENCES));
    }

    @Test
    void a_silence_that_TCP_makes_longer_than_the_sanity_timeout() {
        assertThat(caution("9s"))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("contact was lost for up to 9s without a reset")
                        .endsWith("With heartbeat-transport: tcp PN 1 has 1 more reset."));
    }

    @Test
    void a_silence_that_TCP_bears_as_well() {
        assertThat(caution("7s"))
                .hasValueSatisfying(words -> assertThat(words).endsWith("no port network fares worse."));
    }

    @Test
    void nothing_is_said_where_no_silence_is_long_or_all_are_over_TCP() {
        assertThat(caution("5s")).isEmpty();
        assertThat(caution("9s", "heartbeat-transport: tcp")).isEmpty();
        assertThat(caution("9s", "timers: {socket-sanity-timeout: 4s}")).isEmpty();
        assertThat(caution("1m")).as("a reset that comes anyway").isEmpty();
    }
}
