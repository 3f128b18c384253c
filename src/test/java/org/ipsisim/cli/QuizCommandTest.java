package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ipsisim quiz}: questions about any scenario. */
class QuizCommandTest {
    private static final Path GOLDEN = GoldenFile.folder("lesson");
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    @TempDir
    Path directory;

    private static void check(String name, String actual) throws IOException {
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }

    @Test
    void a_whole_quiz_through_a_pipe() throws IOException {
        Outcome outcome = Outcome.withInput("a\nb\nc\n", "quiz", WAN_CUT, "--questions", "3");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        check("wan-cut.quiz.txt", outcome.out());
    }

    @Test
    void a_trainer_gets_the_questions_with_their_answers() throws IOException {
        Outcome outcome = Outcome.of("quiz", WAN_CUT, "--format", "json");
        check("wan-cut.quiz.json", outcome.out());
        JsonNode quiz = new JsonMapper().readTree(outcome.out());
        assertThat(quiz.get("questions")).hasSize(8).allSatisfy(question -> {
            int right = 0;
            for (JsonNode answer : question.get("answers")) {
                right += answer.get("right").asBoolean() ? 1 : 0;
            }
            assertThat(right).isEqualTo(1);
        });
    }

    @Test
    void a_seed_draws_other_questions_and_always_the_same() {
        String first = Outcome.of("quiz", WAN_CUT, "--format", "json").out();
        assertThat(Outcome.of("quiz", WAN_CUT, "--format", "json").out()).isEqualTo(first);
        assertThat(Outcome.of("quiz", WAN_CUT, "--format", "json", "--seed", "1")
                        .out())
                .isEqualTo(first);
        assertThat(Outcome.of("quiz", WAN_CUT, "--format", "json", "--seed", "2")
                        .out())
                .isNotEqualTo(first);
    }

    @Test
    void settings_change_what_is_right() {
        String changed = Outcome.of(
                        "quiz",
                        WAN_CUT,
                        "--format",
                        "json",
                        "--questions",
                        "50",
                        "--set",
                        "timers.socket-sanity-timeout=10s")
                .out();
        assertThat(changed).contains("{\"answer\": \"1m9s\", \"right\": true");
    }

    @Test
    void a_scenario_in_which_nothing_happens_is_told_politely() {
        Outcome outcome = Outcome.of("quiz", "scenarios/minimal.yaml");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("Nothing happens in scenarios/minimal.yaml to ask about.");
        Path pages = directory.resolve("none");
        assertThat(Outcome.of("quiz", "scenarios/minimal.yaml", "--html", pages.toString())
                        .out())
                .startsWith("Nothing happens");
        assertThat(pages).doesNotExist();
        assertThat(new JsonMapper()
                        .readTree(Outcome.of("quiz", "scenarios/minimal.yaml", "--format", "json")
                                .out())
                        .get("questions"))
                .isEmpty();
    }

    @Test
    void fewer_questions_than_asked_for_are_told() {
        Outcome outcome = Outcome.of("quiz", "scenarios/short-cut.yaml", "--questions", "50", "--format", "json");
        assertThat(outcome.err()).matches("this run has only \\d+ questions?\n");
    }

    @Test
    void a_scenario_from_standard_input_can_be_printed() {
        String yaml = Outcome.of("lesson", "cold-reset", "--scenario").out();
        assertThat(Outcome.withInput(yaml, "quiz", "-", "--format", "json").out())
                .contains("\"file\": \"-\"");
    }

    @Test
    void a_wrong_scenario_is_told_and_a_missing_one() {
        assertThat(Outcome.of("quiz", Outcome.file("wrong.yaml")).status()).isEqualTo(2);
        assertThat(Outcome.of("quiz", "nix.yaml").status()).isEqualTo(3);
    }

    @Test
    void it_is_written_as_a_page() throws IOException {
        Outcome outcome =
                Outcome.of("quiz", WAN_CUT, "--html", directory.resolve("q").toString());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEqualTo("quiz: " + directory.resolve("q/index.html") + "\n");
        assertThat(directory.resolve("q/index.html")).content().contains("WAN cut at Dallas", "data-right=");
    }
}
