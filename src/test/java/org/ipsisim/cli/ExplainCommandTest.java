package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExplainCommandTest {
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    private static JsonNode json(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "explain";
        all[1] = "--format=json";
        System.arraycopy(args, 0, all, 2, args.length);
        Outcome outcome = Outcome.of(all);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void it_answers_in_a_sentence_first() {
        Outcome outcome = Outcome.of("explain", WAN_CUT, "--pn", "2", "--at", "5m");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("At 5m port network 2 has been without service since 2m14.02s, last under the\n"
                        + "main: wan failed at 1m (scenarios/wan-cut.yaml:22).\n");
    }

    @Test
    void it_says_what_it_has_chosen() {
        assertThat(Outcome.of("explain", WAN_CUT).out())
                .contains(
                        "Port network 2 was chosen: it fares worst (no --pn given).\n",
                        "2m14.02s was chosen: its worst time begins then (no --at given).\n");
        assertThat(Outcome.of("explain", "scenarios/minimal.yaml").out())
                .doesNotContain("Port network 1 was chosen")
                .contains("10m was chosen: the end of the run, since all goes well (no --at given).\n");
    }

    @Test
    void values_and_the_seed_can_be_set() {
        JsonNode there = json(WAN_CUT, "--pn=2", "--at=5m", "--set", "timers.pn-cold-reset-delay=120s", "--seed=3");
        assertThat(there.get("seed").asInt()).isEqualTo(3);
        assertThat(there.get("why").toString()).contains("--set timers.pn-cold-reset-delay=120s");
    }

    @Test
    void programs_get_one_document() {
        JsonNode there = json(WAN_CUT, "--pn=2", "--at=5m");
        assertThat(there.get("state").get("state").asString()).isEqualTo("no-service");
        assertThat(there.get("next").get("until").asInt()).isEqualTo(3900);
        assertThat(there.get("prevention").get("harm").asString()).isEqualTo("out");
        JsonNode whyNot =
                json(WAN_CUT, "--pn=2", "--at=5m", "--why-not=failover").get("whyNot");
        assertThat(whyNot.get("comesAt").decimalValue()).isEqualByComparingTo("434.02");
        assertThat(whyNot.has("happened")).isFalse();
    }

    @Test
    void standard_input_is_a_scenario_too() {
        Outcome outcome = Outcome.withInput(
                "title: T\nduration: 5m\nport-networks: [{pn: 1}]\nevents: [{at: 1m, fail: main}]\n",
                "explain",
                "-",
                "--at",
                "70s");
        assertThat(outcome.out()).contains("main-a failed at 1m (-:4).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pn 99 | --pn: there is no port network 99 in this scenario; there are 1-3",
                "--pn two | 'two' is not a whole number from 0 to 9 999",
                "--at 21m | --at: 21m is after the end of the run; it ends at 20m",
                "--at 8 | '8' is not a time such as 90s or 8m12s; did you mean 8s?",
                "--why-not failovr | 'failovr' is not one of warm-reset, cold-reset, failover, fallback,"
                        + " interchange, ipsi-interchange; did you mean `failover`?",
                "--format csv | 'csv' is not one of text, json"
            })
    void wrong_words_are_refused(String option, String message) {
        String[] words = option.split(" ");
        Outcome outcome = Outcome.of("explain", WAN_CUT, words[0], words[1]);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).contains("Try `ipsisim explain --help`.");
    }

    @Test
    void the_start_and_the_end_of_the_run_can_be_asked_about() {
        assertThat(Outcome.of("explain", WAN_CUT, "--at", "0s").out())
                .startsWith("At 0s port network 2 has been in service");
        assertThat(Outcome.of("explain", WAN_CUT, "--at", "20m").status()).isZero();
    }

    @Test
    void a_time_can_be_copied_from_the_output() {
        assertThat(Outcome.of("explain", WAN_CUT, "--pn", "2", "--at", "2m14.02s")
                        .out())
                .startsWith("At 2m14.02s port network 2 goes into a cold reset under the main: wan failed at\n1m ");
    }

    @Test
    void several_scenarios_are_refused() {
        assertThat(Outcome.of("explain", WAN_CUT, WAN_CUT).status()).isEqualTo(2);
    }

    @Test
    void a_run_that_is_too_large_says_so() {
        Outcome outcome = Outcome.of(
                "explain",
                "scenarios/minimal.yaml",
                "--set",
                "events=[{at: 1m, fail: main}]",
                "--set",
                "enforce-ranges=n",
                "--set",
                "timers.no-service-timeout=1ms");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("ipsisim: scenarios/minimal.yaml: more than 250 000 things happen");
    }

    @Test
    void a_terminal_without_Unicode_gets_ASCII() {
        Look ascii = Outcome.look(false, 80, StandardCharsets.US_ASCII, false);
        String text = Outcome.with(ascii, "", "explain", WAN_CUT, "--pn", "2", "--at", "5m")
                .out();
        assertThat(text).matches("\\p{ASCII}*").doesNotContain("?");
    }
}
