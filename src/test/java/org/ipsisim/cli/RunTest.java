package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RunTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void a_run_says_what_happened() {
        Outcome outcome = Outcome.of("run", file("met.yaml"));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("A cut of one minute in Zürich: ");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void an_expectation_that_is_not_met_makes_the_status_1() {
        assertThat(Outcome.of("run", file("not-met.yaml")).status()).isEqualTo(1);
        Outcome csv = Outcome.of("run", "--format=csv", file("met.yaml"), file("not-met.yaml"));
        assertThat(csv.status()).isEqualTo(1);
        assertThat(csv.err()).isEqualTo("ipsisim: " + file("not-met.yaml") + ": 1 of 2 expectations not met\n");
    }

    @Test
    void quiet_says_the_headline_and_what_is_not_met() {
        Outcome outcome = Outcome.of("run", "--quiet", file("met.yaml"), file("not-met.yaml"));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("A cut of one minute in Zürich: ")
                .containsOnlyOnce("✗ NOT met")
                .doesNotContain("Timeline", "Assumptions");
        assertThat(Outcome.of("run", "--quiet", "--format=csv", file("met.yaml"))
                        .err())
                .contains("--quiet is for --format text");
    }

    @Test
    void a_caution_that_quiet_results_have_no_place_for_goes_to_standard_error() {
        Outcome outcome = Outcome.of("run", "--quiet", "scenarios/wan-cut.yaml", "--set", "events[0].for=10s");
        assertThat(outcome.err()).startsWith("ipsisim: scenarios/wan-cut.yaml: caution: Heartbeats are single packets");
        assertThat(outcome.out()).doesNotContain("single packets");
    }

    @Test
    void a_person_at_a_terminal_reads_the_headline_last_as_well() {
        String[] run = {"run", "scenarios/wan-cut.yaml"};
        Look plain = Outcome.look(false, 80, StandardCharsets.UTF_8, false);
        Look seen = new Look(false, false, 80, plain.outCharset(), plain.errCharset(), false, false, true);
        String piped = Outcome.with(plain, "", run).out();
        String headline = piped.substring(0, piped.indexOf("\nscenarios/"));
        assertThat(Outcome.with(seen, "", run).out()).isEqualTo(piped + "\n" + headline + "\n");
    }

    @Test
    void the_seed_and_values_of_the_command_line_win() {
        JsonNode run = JSON.readTree(Outcome.of(
                        "run",
                        "--format=json",
                        "--seed=-9",
                        "--set",
                        "timers.no-service-timeout=2m",
                        "--set=title=Set",
                        file("met.yaml"))
                .out());
        assertThat(run.get("seed").asLong()).isEqualTo(-9);
        assertThat(run.get("title").asString()).isEqualTo("Set");
        assertThat(run.get("timers").get("noServiceTimeout").asLong()).isEqualTo(120);
    }

    @Test
    void several_scenarios_give_an_array() {
        JsonNode runs = JSON.readTree(Outcome.of("run", "--format=json", file("met.yaml"), file("warning.yaml"))
                .out());
        assertThat(runs.isArray()).isTrue();
        assertThat(runs.get(1).get("file").asString()).isEqualTo(file("warning.yaml"));
    }

    @Test
    void each_format_is_what_it_says() {
        assertThat(Outcome.of("run", "--format=csv", file("met.yaml")).out()).startsWith("file,pn,site,");
        assertThat(Outcome.of("run", "--format=junit", file("met.yaml")).out()).startsWith("<?xml ");
        assertThat(Outcome.of("run", "--format=ndjson", file("met.yaml")).out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JSON.readTree(line).has("type")).isTrue());
    }

    @Test
    void every_heartbeat_is_there_when_asked_for() {
        JsonNode path = JSON.readTree(Outcome.of("run", "--heartbeats", "--format=json", file("met.yaml"))
                        .out())
                .get("heartbeats")
                .get(0);
        assertThat(path.get("delivered").asInt()).isEqualTo(540);
        assertThat(path.get("missed").asInt()).isEqualTo(60);
        assertThat(path.get("beats").size()).isEqualTo(600);
        assertThat(path.get("beats").get(59).get("arrived").decimalValue()).isEqualByComparingTo("59.02");
        assertThat(path.get("beats").get(60).get("arrived").isNull()).isTrue();
        assertThat(Outcome.of("run", "--heartbeats", "--format=ndjson", file("met.yaml"))
                        .out()
                        .lines()
                        .filter(line -> line.contains("\"type\":\"heartbeat\"")))
                .hasSize(600);
        assertThat(JSON.readTree(Outcome.of("run", "--format=json", file("met.yaml"))
                                .out())
                        .has("heartbeats"))
                .isFalse();
    }

    @Test
    void standard_input_can_be_the_scenario() throws IOException {
        Outcome outcome = Outcome.withInput(Files.readString(Path.of(file("met.yaml"))), "run", "--format=json", "-");
        assertThat(outcome.status()).isZero();
        assertThat(JSON.readTree(outcome.out()).get("file").asString()).isEqualTo("-");
    }

    @Test
    void one_wrong_scenario_keeps_all_from_running() {
        Outcome outcome = Outcome.of(
                "run", "--report", directory.resolve("out").toString(), file("met.yaml"), file("wrong.yaml"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(file("wrong.yaml") + ":2:11: error: duration", file("wrong.yaml") + ":4:13: error: ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_warning_keeps_nothing_from_running() {
        Outcome outcome = Outcome.of("run", file("warning.yaml"));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isNotEmpty();
        assertThat(outcome.err()).contains(": warning: ");
    }

    @Test
    void what_cannot_be_read_is_named() {
        Outcome outcome = Outcome.of("run", "nix.yaml", "src", file("met.yaml"));
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("ipsisim: nix.yaml: no such file or directory\nipsisim: src: is a directory, not a file\n");
    }

    @Test
    void a_report_of_one_scenario_is_in_the_directory_itself() {
        Outcome outcome = Outcome.of("run", "--report", directory.resolve("out").toString(), file("met.yaml"));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isNotEmpty();
        assertThat(outcome.err()).isEqualTo("report: " + directory.resolve("out/index.html") + "\n");
        assertThat(directory.resolve("out/index.html")).isNotEmptyFile();
    }

    @Test
    void reports_of_several_scenarios_are_side_by_side() throws IOException {
        String input = Files.readString(Path.of(file("met.yaml")));
        assertThat(Outcome.withInput(input, "run", "--report", directory.toString(), file("met.yaml"), "-")
                        .status())
                .isZero();
        assertThat(directory.resolve("met/index.html")).isNotEmptyFile();
        assertThat(directory.resolve("stdin/index.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...yaml", "..yaml", "...YML"})
    void no_name_of_a_scenario_leads_a_report_out_of_its_directory(String name) throws IOException {
        Path dots = Files.copy(Path.of(file("met.yaml")), directory.resolve(name));
        Path out = directory.resolve("a/out");
        assertThat(Outcome.of("run", "--report", out.toString(), file("met.yaml"), dots.toString())
                        .status())
                .isZero();
        assertThat(out.resolve(name).resolve("index.html")).isNotEmptyFile();
        assertThat(directory.resolve("a")).isDirectoryNotContaining("glob:**index.html");
        assertThat(out.resolve("index.html")).content().contains("2 scenarios");
    }

    @Test
    void a_report_that_cannot_be_written_makes_the_status_3() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "here");
        Outcome outcome = Outcome.of("run", "--report", file.toString(), file("met.yaml"));
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: the report cannot be written to " + file);
    }

    @Test
    void a_defect_asks_for_a_report() {
        Outcome outcome = Outcome.ofEngine(
                (scenario, detail) -> {
                    throw new IllegalStateException("no such state");
                },
                false,
                "run",
                file("met.yaml"));
        assertThat(outcome.status()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(
                        "Please report it",
                        "scenario " + file("met.yaml"),
                        "seed 3",
                        "no such state",
                        "IPSISIM_DEBUG=1")
                .doesNotContain("\tat ");
    }

    @Test
    void a_defect_in_the_run_says_when_and_after_what() {
        Ipsisim.Engine engine = (scenario, detail) -> Simulation.run(BrokenScenario.of(scenario));
        Outcome outcome = Outcome.ofEngine(engine, true, "run", file("met.yaml"));
        assertThat(outcome.status()).isEqualTo(70);
        assertThat(outcome.err()).contains("seed 3, at 1m30s: ", "  1m wan: link failed", "\tat org.ipsisim.");
    }

    @Test
    void without_unicode_everything_is_ascii_and_nothing_a_question_mark() {
        Look ascii = Outcome.look(false, 80, StandardCharsets.US_ASCII, false);
        Outcome outcome = Outcome.with(ascii, "", "run", file("warning.yaml"));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isNotEmpty().doesNotContain("?", "\ufffd");
    }

    @Test
    void a_terminal_gets_colours_and_its_width() {
        Look look = Outcome.look(true, 120, StandardCharsets.UTF_8, false);
        Outcome outcome = Outcome.with(look, "", "run", file("warning.yaml"));
        assertThat(outcome.out()).contains("\u001b[");
        assertThat(outcome.err()).contains("\u001b[");
        assertThat(outcome.out().lines().mapToInt(String::length).max().orElse(0))
                .isGreaterThan(80);
        assertThat(Outcome.of("run", file("warning.yaml")).out()).doesNotContain("\u001b");
    }
}
