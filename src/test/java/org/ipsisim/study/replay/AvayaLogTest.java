package org.ipsisim.study.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;

/** The alarms and the log of Communication Manager as outages. */
class AvayaLogTest {
    private static final Path FILES = Path.of("src/test/resources/replay");
    private static final Map<String, Target> TARGETS = Targets.of(ScenarioReader.read(
                    "four.yaml",
                    "title: four\nduration: 10m\nport-networks: [{pn: 1-4}]\n".getBytes(StandardCharsets.UTF_8),
                    List.of())
            .scenario()
            .orElseThrow()
            .estate());

    private static IncidentReader.Result read(String text) {
        return new IncidentReader(
                        "cm.txt",
                        RecordOptions.of(new TimeStamp(Optional.of(ZoneId.of("America/Chicago")), Optional.empty())),
                        TARGETS)
                .read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) throws IOException {
        return Files.readString(FILES.resolve(name));
    }

    @Test
    void an_outage_begins_with_the_first_alarm_about_silence_and_has_no_end() throws IOException {
        IncidentReader.Result read = read(file("alarms-web.txt"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.incidents())
                .extracting(Incident::line, each -> each.target().name(), Incident::start, Incident::end)
                .containsExactly(tuple(7, "pn-1", Instant.parse("2026-03-17T04:33:21Z"), Optional.empty()));
        assertThat(read.notes()).containsExactly("3 rows with the state `other alarm` left out: neither down nor up");
    }

    @Test
    void a_list_of_other_alarms_has_no_outage() throws IOException {
        String others = file("alarms-web.txt").replaceAll("EXP-PN|PKT-INT", "TTR-LEV");
        assertThat(read(others).problems()).containsExactly("cm.txt:1: error: has a header but no outage");
    }

    @Test
    void a_silence_is_as_long_as_the_socket_delay_of_its_last_line() throws IOException {
        IncidentReader.Result read = read(file("ecs-log.txt"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.incidents())
                .extracting(Incident::line, each -> each.target().name(), Incident::start, Incident::end)
                .containsExactly(tuple(
                        1,
                        "pn-4",
                        Instant.parse("2026-01-12T15:12:00.900Z"),
                        Optional.of(Instant.parse("2026-01-12T15:12:14.900Z"))));
    }

    @Test
    void a_silence_that_the_log_does_not_end_begins_a_second_before_its_first_line() {
        IncidentReader.Result read = read("""
                20260112:091200000:8310:pcd(6012):MED:[[0:1] checkSlot: sanity failure (1)]
                20260112:091200500:8311:other(1):MED:[something else]
                20260112:091201000:8312:pcd(6012):MED:[[0:1] checkSlot: sanity failure (2)]
                20260112:091203000:8313:pcd(6012):MED:[[1:0] checkSlot: sanity failure (1)]
                20260112:091204000:8314:pcd(6012):MED:[[1:0] checkSlot: data received replacing sanity message]
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.incidents())
                .extracting(Incident::line, each -> each.target().name(), Incident::start, Incident::end)
                .containsExactly(
                        tuple(1, "pn-1", Instant.parse("2026-01-12T15:11:59Z"), Optional.empty()),
                        tuple(
                                4,
                                "pn-2",
                                Instant.parse("2026-01-12T15:12:02Z"),
                                Optional.of(Instant.parse("2026-01-12T15:12:04Z"))));
    }

    @Test
    void a_port_network_that_the_scenario_lacks_and_a_day_that_there_is_not_are_errors() {
        assertThat(read("""
                20260112:091200000:8310:pcd(6012):MED:[[8:0] checkSlot: sanity failure (1)]
                20260231:091200000:8310:pcd(6012):MED:[[0:0] checkSlot: sanity failure (1)]
                """).problems())
                .hasSize(2)
                .anyMatch(line ->
                        line.startsWith("cm.txt:1: error: column 3 (element): `pn-9` is not a name in the scenario"))
                .anyMatch(line -> line.startsWith("cm.txt:2: error: column 1 (start): `20260231:091200000` is no"));
    }
}
