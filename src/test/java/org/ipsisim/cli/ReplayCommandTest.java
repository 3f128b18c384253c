package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReplayCommandTest {
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    @TempDir
    Path directory;

    private Outcome replay(String rows, String... args) throws IOException {
        Path file = directory.resolve("cuts.csv");
        Files.writeString(file, "start,end,element\n" + rows);
        List<String> all = new ArrayList<>(List.of("replay", WAN_CUT, "--outages", file.toString()));
        all.addAll(List.of(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    private static JsonNode json(Outcome outcome) {
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void an_outage_costs_what_the_event_costs() throws IOException {
        JsonNode replayed = json(replay("2025-03-07T14:05:00Z,2025-03-07T14:19:00Z,wan\n", "--format=json"));
        JsonNode run = new ObjectMapper()
                .readTree(Outcome.of(
                                "run",
                                WAN_CUT,
                                "--set=events=[{at: 1m, fail: wan, for: 14m}]",
                                "--set=expect=[]",
                                "--format=json")
                        .out());
        assertThat(replayed.get("start").asString()).isEqualTo("2025-03-07T00:00:00Z");
        JsonNode pn = replayed.get("portNetworks").get(1).get("a");
        JsonNode totals = run.get("portNetworks").get(1).get("totals");
        assertThat(pn.get("failovers").asInt()).isEqualTo(1);
        for (String key : List.of("outageSeconds", "coldResets", "callsDropped", "failovers")) {
            assertThat(pn.get(key)).isEqualTo(totals.get(key));
        }
    }

    @Test
    void overlapping_outages_are_one_in_the_totals_and_two_in_the_table() throws IOException {
        JsonNode json = json(replay(
                "2025-03-07T14:05:00Z,2025-03-07T14:09:00Z,wan\n2025-03-07T14:05:00Z,2025-03-07T14:09:00Z,wan\n",
                "--format=json"));
        assertThat(json.get("outages").size()).isEqualTo(2);
        assertThat(json.get("outages").get(0).get("portNetworks"))
                .isEqualTo(json.get("outages").get(1).get("portNetworks"))
                .isEqualTo(json.get("portNetworks"));
    }

    @Test
    void another_setting_is_told_by_what_it_saves() throws IOException {
        Outcome outcome = replay(
                "2025-03-07T14:05:00Z,2025-03-07T14:19:00Z,wan\n",
                "--against=timers.no-service-timeout=2m",
                "--report",
                directory.resolve("out").toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().replace("\n", " "))
                .contains("With timers.no-service-timeout=2m it would have been 6m less of outage and as many calls");
        assertThat(outcome.out().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        assertThat(directory.resolve("out")).isDirectoryContaining("glob:**index.html");
        assertThat(directory.resolve("out").resolve("replay.csv")).content().startsWith("start,element,lengthSeconds,");
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        String rows = "2025-03-07T14:05:00Z,2025-03-07T14:19:00Z,wan\n2025-03-08T14:05:00Z,,pn-1\n";
        String one = replay(rows, "--format=json", "--threads=1").out();
        assertThat(replay(rows, "--format=json", "--threads=2").out()).isEqualTo(one);
        assertThat(replay(rows, "--format=json", "--threads=8").out()).isEqualTo(one);
    }

    @Test
    void what_cannot_be_is_refused_before_anything_runs() throws IOException {
        Outcome bad = replay("2025-03-07T14:05:00Z,,wam\n");
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.out()).isEmpty();
        assertThat(bad.err()).contains("cuts.csv:2: error: column 3 (element): `wam` is not a name");
        String row = "2025-03-07T14:05:00Z,,wan\n";
        assertThat(replay(row, "--columns=beginning=start").err())
                .contains("--columns 'beginning=start' is not WHAT=HEAD; WHAT is one of: start, end, duration");
        assertThat(replay(row, "--columns=start=begun").err()).contains("no column is called `begun`; allowed: start");
        assertThat(replay(row, "--from=2025-03-08T00:00:00Z").err()).contains("--from is after the first outage");
        assertThat(replay(row, "--set=expect=[]", "--set=events=[]", "--against=port-networks=[{pn: 1}]")
                        .err())
                .contains("must have the same sites");
        assertThat(replay(row, "--zone=Mars").err()).contains("'Mars' is not a zone such as Europe/Berlin");
        assertThat(replay(row, "--map=router").err()).contains("is not ELEMENT=NAME with a name of the scenario");
        assertThat(Outcome.of("replay", WAN_CUT).err())
                .contains("nothing to replay: name the file with --outages FILE");
        assertThat(Outcome.of("replay", WAN_CUT, "--outages=nowhere.csv").status())
                .isEqualTo(3);
    }

    @Test
    void what_is_left_out_is_counted_and_what_a_name_hides_does_not_reach_the_terminal() throws IOException {
        Outcome outcome = replay(
                "2025-03-07T14:05:00Z,2025-03-07T14:10:00Z,wan\n2025-03-07T14:05:00Z,2025-03-07T14:10:00Z,printer\n",
                "--ignore-unknown");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("note: ").contains("1 row about what is not in the scenario left out");
        assertThat(replay("2025-03-07T14:05:00Z,,\u001b[31mred\u202e\n").err())
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }
}
