package org.ipsisim.course.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.Question;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.study.Allowance;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions made from any run: one right answer, others that differ, nothing asked twice. */
class QuizTest {
    private static final int GENERATED = 120;

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static Scenario read(Path file) throws IOException {
        return ScenarioReader.read(file.toString(), Files.readAllBytes(file), List.of())
                .scenario()
                .orElseThrow();
    }

    private static Exercise quiz(Scenario scenario) {
        return Quiz.of(Simulation.run(scenario), Quiz.MOST_QUESTIONS, 1);
    }

    private static void check(Exercise quiz) {
        Set<String> texts = new HashSet<>();
        for (Question question : quiz.questions()) {
            assertThat(texts.add(question.text())).as(question.text()).isTrue();
            assertThat(question.choices()).hasSizeBetween(3, 4);
            assertThat(question.choices().stream().filter(Question.Choice::right))
                    .hasSize(1);
            assertThat(question.choices().stream().map(choice -> choice.text().toLowerCase()))
                    .doesNotHaveDuplicates();
            assertThat(question.choices())
                    .isNotEmpty()
                    .allSatisfy(
                            choice -> assertThat(choice.right() || choice.why().endsWith("."))
                                    .isTrue());
            assertThat(question.rules()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_scenario_can_be_asked_about(Path file) throws IOException {
        Scenario scenario = read(file);
        Exercise quiz = quiz(scenario);
        check(quiz);
        boolean nothingHappens =
                scenario.events().isEmpty() && scenario.randomOutages().isEmpty();
        assertThat(quiz.questions().isEmpty()).isEqualTo(nothingHappens);
        assertThat(quiz.scenario())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void so_can_hundreds_that_nobody_has_seen_before() {
        long asked = IntStream.rangeClosed(1, GENERATED)
                .boxed()
                .flatMap(seed -> Stream.of(
                        ScenarioGenerator.scenario(seed),
                        ScenarioGenerator.duplexScenario(seed),
                        ScenarioGenerator.duplicatedScenario(seed)))
                .map(QuizTest::quiz)
                .peek(QuizTest::check)
                .filter(quiz -> !quiz.questions().isEmpty())
                .count();
        assertThat(asked).isGreaterThan(2 * GENERATED);
    }

    @Test
    void runs_that_would_take_too_long_are_left_out_and_the_quiz_says_so() throws IOException {
        History run = Simulation.run(read(Path.of("scenarios/wan-cut.yaml")));
        Exercise all = Quiz.of(run, Quiz.MOST_QUESTIONS, 1, runs -> {});
        assertThat(all.text()).isEmpty();
        Exercise some = Quiz.of(new QuizRun(run, new Allowance(10, 1, runs -> {})), Quiz.MOST_QUESTIONS, 1);
        check(some);
        assertThat(some.questions())
                .isNotEmpty()
                .hasSizeLessThan(all.questions().size());
        assertThat(some.text())
                .containsExactly(
                        "Some questions or wrong answers are left out. 1 run was given up as too much work; what"
                                + " would have come of what they try is unknown. 8 more changes were not tried. All runs together"
                                + " may take 30 million steps of work; --limit 10 lets them take ten times as much.");
        StringWriter json = new StringWriter();
        QuizJson.write(some, 1, json);
        assertThat(json.toString()).containsPattern("\"leftOut\": \\[\\s*\"Some questions .* as much[.]\"\\s*]");
    }

    @Test
    void the_first_questions_are_of_different_kinds() throws IOException {
        Exercise quiz = Quiz.of(Simulation.run(read(Path.of("scenarios/wan-cut.yaml"))), 6, 3);
        assertThat(quiz.questions().stream().map(question -> question.text().replaceAll("[0-9]+[a-z0-9]*", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_answer_of_those_who_read_the_timers_otherwise_is_among_the_wrong_ones() throws IOException {
        Exercise quiz = quiz(read(Path.of("scenarios/wan-cut.yaml")));
        assertThat(quiz.questions().stream().flatMap(question -> question.choices().stream()))
                .anySatisfy(choice -> {
                    assertThat(choice.right()).isFalse();
                    assertThat(choice.text()).isEqualTo("5m59s");
                    assertThat(choice.why()).contains("all-from-loss");
                });
    }

    @Test
    void what_a_scenario_says_of_its_outcome_is_not_shown() throws IOException {
        Exercise quiz = quiz(read(Path.of("scenarios/wan-cut.yaml")));
        assertThat(quiz.scenario())
                .contains("core 10: at dallas, community 2, local preferred, score 50", "  1m  wan failed")
                .noneMatch(line -> line.contains("6m") || line.contains("takes"));
    }
}
