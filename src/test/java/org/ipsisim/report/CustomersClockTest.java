package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** A run in the customer's time and with his names, through the night in which the clocks go back at 02:00. */
class CustomersClockTest {
    private static final String NIGHT = """
            title: Night
            start: 2026-11-01T00:30
            zone: America/Chicago
            duration: 3h
            sites: [hq, {id: dallas, name: Dallas branch}]
            links: [{id: wan, between: [hq, dallas], name: Dallas MPLS, note: circuit 44-771}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: dallas, name: Dallas core}]}
            port-networks:
              - pn: 1
                site: dallas
                name: Dallas
                ipsis: duplicated
                nightly-interchange: 2h
                traffic: {calls-per-hour: 600, mean-hold: 1m, profile: [{from: 8h, share: 100%}, {from: 22h, share: 1%}]}
            events:
              - {at: 2026-11-01T01:50-05:00, fail: wan, for: 30m, name: router restart, note: ticket 88120}
            """;

    private static Scenario scenario() {
        return ScenarioReader.read("night.yaml", NIGHT.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
    }

    private static final History NIGHT_RUN = Simulation.run(scenario());

    @Test
    void the_hour_that_comes_twice_is_told_apart_by_its_offset() throws IOException {
        String text = text();

        assertThat(text).contains("00:30:00-05:00 to 02:30:00-06:00; time in America/Chicago, 2026-11-01");
        assertThat(text)
                .contains(
                        "At 01:50:00-05:00 Dallas MPLS failed (router restart; ticket 88120; circuit 44-771) for 30m");
        assertThat(text).containsPattern("restarted by Dallas core at\\s+01:56:14-05:00");
        assertThat(text).contains("01:20:00-06:00");
    }

    @Test
    void names_stand_where_the_scenario_has_ids() throws IOException {
        assertThat(text())
                .contains("Port network 1 (Dallas branch)")
                .doesNotContain("core 10")
                .doesNotContain("wan ");
    }

    @Test
    void data_keep_the_seconds_and_have_the_clock_beside_them() throws IOException {
        StringWriter json = new StringWriter();
        JsonReport.write(List.of(NIGHT_RUN), json);
        StringWriter ndjson = new StringWriter();
        NdjsonReport.write(List.of(NIGHT_RUN), ndjson);
        StringWriter csv = new StringWriter();
        CsvReport.write(List.of(NIGHT_RUN), csv);

        assertThat(json.toString())
                .contains("\"start\": \"2026-11-01T00:30:00-05:00\"", "\"zone\": \"America/Chicago\"")
                .contains("\"at\": 4800, \"atClock\": \"2026-11-01T01:50:00-05:00\", \"type\": \"link-failed\"");
        assertThat(ndjson.toString())
                .contains("\"at\":6600,\"atClock\":\"2026-11-01T01:20:00-06:00\",\"type\":\"link-restored\"");
        assertThat(csv.toString().lines().findFirst().orElseThrow()).endsWith("phones,fromClock,toClock");
        assertThat(csv.toString()).contains(",2026-11-01T01:56:14-05:00,2026-11-01T01:57:14-05:00");
    }

    @Test
    void what_happens_every_day_keeps_to_the_clock() {
        Traffic traffic = scenario().estate().portNetworks().get(0).traffic().orElseThrow();

        assertThat(traffic.callsPerHourAt(0)).isEqualTo(6);
        assertThat(traffic.nextChangeAfter(0))
                .as("8h by the clock, which is put back by an hour meanwhile")
                .isEqualTo(8 * 3_600_000 + 1_800_000);
        assertThat(scenario()
                        .estate()
                        .portNetworks()
                        .get(0)
                        .nightlyInterchange()
                        .orElseThrow()
                        .nextAfter(0))
                .as("2h by the clock, which shows 1h30 twice before")
                .isEqualTo(9_000_000);
    }

    private static String text() throws IOException {
        StringWriter text = new StringWriter();
        TextReport.write(List.of(NIGHT_RUN), text, new TextStyle(200, false, true));
        return text.toString();
    }
}
