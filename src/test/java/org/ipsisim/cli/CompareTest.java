package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CompareTest {
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";
    private static final String NO_SERVICE_2M = "timers.no-service-timeout=2m";

    @TempDir
    Path directory;

    private static JsonNode json(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "compare";
        all[1] = "--format=json";
        System.arraycopy(args, 0, all, 2, args.length);
        Outcome outcome = Outcome.of(all);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void one_file_is_compared_with_itself_and_other_values() {
        JsonNode comparison = json(WAN_CUT, "--set", "timers.survivable-core-reset=5m", "--against", NO_SERVICE_2M);
        assertThat(comparison.get("a").get("settings").toString()).isEqualTo("[\"timers.survivable-core-reset=5m\"]");
        assertThat(comparison.get("b").get("settings").toString())
                .isEqualTo("[\"timers.survivable-core-reset=5m\",\"" + NO_SERVICE_2M + "\"]");
        assertThat(comparison.get("changes").size()).isEqualTo(1);
    }

    @Test
    void two_files_are_compared() {
        JsonNode comparison = json("scenarios/switch-reboot.yaml", "scenarios/switch-reboot-author.yaml");
        assertThat(comparison.get("a").get("totals").get("callsDropped").asInt())
                .isEqualTo(60);
        assertThat(comparison.get("b").get("totals").get("callsDropped").asInt())
                .isZero();
    }

    @Test
    void both_run_with_the_seed_of_the_first_and_the_user_is_told() {
        Outcome outcome = Outcome.of("compare", WAN_CUT, "scenarios/fragmented.yaml");
        assertThat(outcome.err()).startsWith("note: B has seed 1 in its file and runs with seed 7");
        assertThat(outcome.out()).contains("seed 7 in both");
        assertThat(json(WAN_CUT, "scenarios/fragmented.yaml", "--seed=9")
                        .get("b")
                        .get("seed")
                        .asInt())
                .isEqualTo(9);
        assertThat(json(WAN_CUT, "--against", "seed=3").get("b").get("seed").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_difference_makes_the_status_1_if_asked_for() {
        assertThat(Outcome.of("compare", WAN_CUT, "--against", NO_SERVICE_2M).status())
                .isZero();
        assertThat(Outcome.of("compare", "--fail-on-difference", WAN_CUT, "--against", NO_SERVICE_2M)
                        .status())
                .isEqualTo(1);
        assertThat(Outcome.of("compare", "--fail-on-difference", WAN_CUT, "--against", "title=Other")
                        .status())
                .isZero();
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        String[] line = {
            "compare",
            WAN_CUT,
            "--against=" + NO_SERVICE_2M,
            "--against=timers.pn-cold-reset-delay=90s",
            "--against=timers.pn-restart-duration=30s",
            "--threads=1"
        };
        Outcome one = Outcome.of(line);
        assertThat(one.status()).as(one.err()).isZero();
        for (String threads : new String[] {"--threads=2", "--threads=8"}) {
            line[line.length - 1] = threads;
            assertThat(Outcome.of(line)).isEqualTo(one);
        }
    }

    @Test
    void one_scenario_without_a_difference_is_refused() {
        Outcome outcome = Outcome.of("compare", WAN_CUT);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("ipsisim: only one scenario: name a second one, or say what differs in B");
        assertThat(Outcome.of("compare", WAN_CUT, WAN_CUT, WAN_CUT).status()).isEqualTo(2);
    }

    @Test
    void what_is_wrong_with_B_is_told_and_nothing_runs() {
        Outcome outcome = Outcome.of("compare", WAN_CUT, "--against", "timers.no-service-timout=2m");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("did you mean `no-service-timeout`?");
    }

    @Test
    void a_warning_of_the_file_is_told_once() {
        Outcome outcome = Outcome.of("compare", file("warning.yaml"), "--against", "seed=2");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err().split("warning: ", -1)).hasSize(2);
    }

    @Test
    void threads_and_formats_are_checked() {
        assertThat(Outcome.of("compare", "--threads=0", WAN_CUT, WAN_CUT).err())
                .contains("'0' is not a whole number from 1 to 256");
        assertThat(Outcome.of("compare", "--format=xml", WAN_CUT, WAN_CUT).err())
                .contains("'xml' is not one of text, json, csv");
        assertThat(Outcome.of("compare", "--format=csv", WAN_CUT, WAN_CUT).out())
                .startsWith("pn,measure,a,b,difference,from\n");
    }

    @Test
    void a_report_is_written_if_asked_for() {
        Path report = directory.resolve("report");
        Outcome outcome = Outcome.of("compare", WAN_CUT, "--against", NO_SERVICE_2M, "--report", report.toString());
        assertThat(outcome.err()).isEqualTo("report: " + report.resolve("index.html") + "\n");
        assertThat(report.resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void a_run_that_is_too_much_says_what_it_was_run_with() {
        Outcome outcome = Outcome.of(
                "compare",
                "scenarios/minimal.yaml",
                "--set",
                "events=[{at: 1m, fail: main}]",
                "--against",
                "enforce-ranges=n",
                "--against",
                "timers.no-service-timeout=1ms");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("ipsisim: with events=", "timers.no-service-timeout=1ms: scenarios/minimal.yaml: more than");
    }
}
