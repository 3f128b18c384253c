package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SweepCommandTest {
    private static final String REBOOT = "scenarios/switch-reboot.yaml";
    private static final String COLD = "--vary=timers.pn-cold-reset-delay=60s..120s:20s";

    @TempDir
    Path directory;

    private static Outcome sweep(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "sweep";
        System.arraycopy(args, 0, all, 1, args.length);
        return Outcome.of(all);
    }

    private static JsonNode json(String... args) {
        Outcome outcome = sweep(args);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void the_recommended_setting_comes_first() {
        JsonNode json = json(REBOOT, COLD, "--vary=timers.no-service-timeout=2m,5m", "--format=json");
        assertThat(json.get("points").size()).isEqualTo(8);
        assertThat(json.get("now").get("callsDropped").asInt()).isEqualTo(60);
        assertThat(json.get("recommended").get("settings").toString())
                .isEqualTo("[\"timers.pn-cold-reset-delay=1m20s\",\"timers.no-service-timeout=5m\"]");
        assertThat(json.get("recommended").get("totals").get("callsDropped").asInt())
                .isZero();
    }

    @Test
    void quiet_prints_the_headline_and_nothing_else() {
        String whole = sweep(REBOOT, COLD).out();
        String quiet = sweep(REBOOT, COLD, "--quiet").out();
        assertThat(whole).startsWith(quiet);
        assertThat(quiet).endsWith(".\n");
        assertThat(sweep(REBOOT, COLD, "--quiet", "--format=json").err()).contains("--quiet is for --format text");
        assertThat(sweep(REBOOT, COLD, "--quiet", "--shard=1/2").err()).contains("--quiet goes with `ipsisim merge`");
    }

    @Test
    void circumstances_the_seed_and_the_preference_can_be_chosen() {
        JsonNode json =
                json(REBOOT, COLD, "--over=events[0].for=30s,90s,5m", "--prefer=service", "--seed=5", "--format=json");
        assertThat(json.get("seed").asInt()).isEqualTo(5);
        assertThat(json.get("preference").get(0).asString()).isEqualTo("service");
        assertThat(json.get("over").get(0).get("values").size()).isEqualTo(3);
        assertThat(json.get("set").toString()).isEqualTo("[\"seed=5\"]");
    }

    @Test
    void the_answer_says_where_the_edge_is_what_to_type_and_which_outages_still_cost_something() {
        String text =
                sweep(REBOOT, COLD, "--over=events[0].for=10s,70s,90s").out().replaceAll("\\s+", " ");
        assertThat(text)
                .contains("PN Cold Reset Delay Timer (sec): 80")
                .contains(" The margin of timers.pn-cold-reset-delay=1m20s is less than 20s.")
                .contains(
                        "2 of the 3 circumstances cost something with the recommended setting; 1 cost nothing with any setting");
    }

    @Test
    void every_setting_is_a_row_of_CSV() {
        assertThat(sweep(REBOOT, COLD, "--format=csv").out().lines()).hasSize(5);
        assertThat(sweep(REBOOT, COLD, "--format=csv").out())
                .startsWith("timers.pn-cold-reset-delay,callsDropped,")
                .contains("\n1m20s,0,");
    }

    @Test
    void the_number_of_threads_changes_no_byte_of_the_report_either() {
        for (int threads : new int[] {1, 2, 8}) {
            Outcome outcome = sweep(
                    REBOOT,
                    COLD,
                    "--threads=" + threads,
                    "--report",
                    directory.resolve("r" + threads).toString());
            assertThat(outcome.status()).as(outcome.err()).isZero();
        }
        for (String name : new String[] {"index.html", "sweep.json", "sweep.csv", "pareto.png"}) {
            assertThat(directory.resolve("r2").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("r1").resolve(name));
            assertThat(directory.resolve("r8").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("r1").resolve(name));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--seed=3 | nothing to vary: say what with --vary KEY=VALUES",
                "--vary=timers | --vary 'timers' is not KEY=VALUES",
                "--vary=timers.no-service-timeout=15m..2m:1m | the range is empty: its start is above its end",
                "--vary=seed=1..2000000 | 2 000 000 values are more than 100 000",
                "--vary=seed=1..10000 --over=timers.no-service-timeout=2m..15m:1s | would take 7 810 000 runs (10000 x 781)",
                "--vary=seed=1,2 --over=seed=3 | seed is set twice",
                "--vary=seed=1,2 --seed=3 | seed is set twice",
                "--vary=seed=1,2 --prefer=money | 'money' is not one of calls, failovers, service",
            })
    void what_cannot_be_is_refused_before_anything_runs(String args, String message) {
        Outcome outcome = sweep((REBOOT + " " + args).split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: ").contains(message);
    }

    @Test
    void a_key_that_is_not_known_is_told_with_what_was_probably_meant() {
        Outcome outcome = sweep(REBOOT, "--vary=timers.no-service-timout=2m..15m:1m");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("ipsisim: with timers.no-service-timout=2m the scenario is wrong; nothing was run\n")
                .contains("\n--vary: error: timers.no-service-timout", "did you mean `no-service-timeout`?");
    }

    @Test
    void a_key_that_is_not_known_comes_before_the_size_of_the_grid() {
        Outcome vary = sweep(REBOOT, "--vary=nonsense=1..20000");
        assertThat(vary.status()).isEqualTo(2);
        assertThat(vary.err())
                .startsWith("ipsisim: with nonsense=1 the scenario is wrong; nothing was run\n")
                .contains("\n--vary: error: nonsense: `nonsense` is not a key of the top level\n");
        Outcome over = sweep(REBOOT, "--vary=seed=1..2000", "--over=events[9].for=1s..5000s:1s");
        assertThat(over.status()).isEqualTo(2);
        assertThat(over.err()).contains("\n--over: error: events[9]").doesNotContain("runs (");
    }

    @Test
    void a_value_out_of_range_is_told_with_the_range() {
        Outcome outcome = sweep(REBOOT, "--vary=timers.pn-cold-reset-delay=100s..140s:20s");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("with timers.pn-cold-reset-delay=2m20s", "allowed: 1m to 2m in cm-6");
    }

    @Test
    void a_run_that_is_too_much_is_named() {
        Outcome outcome = sweep(
                "scenarios/minimal.yaml",
                "--set=events=[{at: 1m, fail: main}]",
                "--set=enforce-ranges=n",
                "--vary=timers.no-service-timeout=5m,1ms");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("ipsisim: with timers.no-service-timeout=1ms: scenarios/minimal.yaml: more");
    }

    @Test
    void a_wrong_scenario_is_told_as_always() {
        assertThat(sweep(file("wrong.yaml"), COLD).status()).isEqualTo(2);
        assertThat(sweep("nix.yaml", COLD).status()).isEqualTo(3);
    }
}
