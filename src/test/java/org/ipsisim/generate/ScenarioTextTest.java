package org.ipsisim.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;

/** What the text of a scenario says is what a scenario file says. */
class ScenarioTextTest {
    @Test
    void it_is_a_scenario_file() {
        Scenario scenario = lasting("20m0s1ms")
                .pn(1, "dallas")
                .core(10, "dallas")
                .link("wan", "hq", "dallas", "20ms")
                .timer("no-service-timeout", "2m500ms")
                .scheduledReturn("18m")
                .fail("1m14s20ms", "wan", "999ms")
                .flap("2m", "main", "1s1ms", "5s", 3)
                .restore("3m", "sc-10")
                .setTimer("4m", "socket-sanity-timeout", "3s1ms")
                .disable("5m", 10)
                .enable("6m", 10)
                .forcedTakeover("7m", 10, 1)
                .build();

        Scenario read = read(scenario);

        assertThat(read.duration()).isEqualTo(scenario.duration());
        assertThat(read.estate()).isEqualTo(scenario.estate());
        assertThat(read.events()).isEqualTo(scenario.events());
    }

    @Test
    void a_duplex_main() {
        assertThat(ScenarioText.of(lasting("2m")
                        .duplex("dallas")
                        .pnThatDoesNotCount(1, "hq")
                        .fail("1s20ms", "main-b")
                        .interchange("1m30s")
                        .build()))
                .contains(
                        "main: {cluster: 1, site: hq, duplex: y, standby-site: dallas}",
                        "pn: 1, site: hq, community: 1, ignore-connectivity-in-arbitration: y",
                        "{at: 1s20ms, fail: main-b}",
                        "{at: 1m30s, interchange: main}");
    }

    private static Scenario read(Scenario scenario) {
        byte[] text = ScenarioText.of(scenario).getBytes(StandardCharsets.UTF_8);
        ReadResult result = ScenarioReader.read("generated.yaml", text, List.of());
        return result.scenario().orElseThrow(() -> new AssertionError(result.diagnostics()));
    }
}
