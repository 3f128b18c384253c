package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons that come with the program. */
class CourseTest {
    private static final Path SOURCES = Path.of("src/main/resources/org/ipsisim/course/lessons");

    static List<Lesson> lessons() {
        return Course.names().stream().map(Course::lesson).toList();
    }

    private static List<Question> questions() {
        return lessons().stream()
                .flatMap(lesson -> lesson.exercise().questions().stream())
                .toList();
    }

    @Test
    void builds_up_in_at_least_twelve_lessons() {
        assertThat(Course.names())
                .hasSizeGreaterThanOrEqualTo(12)
                .doesNotHaveDuplicates()
                .containsSubsequence(
                        "heartbeats",
                        "socket-sanity",
                        "warm-reset",
                        "cold-reset",
                        "no-service",
                        "flapping",
                        "priority-lists",
                        "core-dies",
                        "fallback",
                        "arbitration",
                        "two-ipsis",
                        "choosing-timers");
    }

    @Test
    void every_file_beside_them_is_a_lesson_or_its_scenario() throws IOException {
        List<String> expected = new ArrayList<>(List.of("course.yaml"));
        Course.names().forEach(name -> expected.addAll(List.of(name + ".yaml", name + ".scenario.yaml")));
        lessons().stream()
                .flatMap(lesson -> lesson.exercise().questions().stream())
                .flatMap(question -> question.capture().stream())
                .forEach(capture -> expected.add(capture.name().replace("lesson:", "")));
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void a_lesson_asks_two_to_four_questions_with_at_least_three_answers(Lesson lesson) {
        assertThat(lesson.exercise().questions()).hasSizeBetween(2, 4).allSatisfy(question -> {
            assertThat(question.choices()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(question.choices().stream().filter(Question.Choice::right))
                    .hasSize(1);
            assertThat(question.choices().stream().filter(choice -> !choice.right()))
                    .isNotEmpty()
                    .allSatisfy(choice -> assertThat(choice.why()).endsWith("."));
            assertThat(question.text()).endsWith("?");
            assertThat(question.explanation()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void a_lesson_cites_rules_that_are_explained(Lesson lesson) throws IOException {
        String rules = Files.readString(Path.of("docs", "rules.md"));
        assertThat(lesson.exercise().questions())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.rules())
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(rules).contains("| " + rule + " |")));
        String text = Files.readString(SOURCES.resolve(lesson.name() + ".yaml"));
        assertThat(Pattern.compile("\\b([RMNTCQUASDPW][1-9][0-9]?)\\b")
                        .matcher(text)
                        .results())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rules).contains("| " + rule.group(1) + " |"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void a_lesson_says_what_is_documented_and_what_is_not(Lesson lesson) {
        assertThat(lesson.basis())
                .startsWith("Documented")
                .containsAnyOf(
                        "Assumed", "assumed", "assumption", "opinion", "inferred", "weak evidence", "Not documented");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void an_experiment_can_be_pasted_and_runs(Lesson lesson) {
        String command = lesson.experiment()
                .orElseThrow()
                .command("ipsisim", lesson.exercise().scenarioName());
        assertThat(command).startsWith("ipsisim run lesson:" + lesson.name() + " --set ");
        List<String> arguments = new ArrayList<>(List.of("run", "lesson:" + lesson.name()));
        lesson.experiment().orElseThrow().settings().forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(lesson.exercise().history().scenario().title());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void a_scenario_is_small_and_gives_nothing_away(Lesson lesson) {
        assertThat(lesson.exercise().scenario())
                .hasSizeLessThanOrEqualTo(26)
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThanOrEqualTo(110).doesNotContain("expect", "description", "#"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void a_lesson_asks_before_it_tells(Lesson lesson) {
        String text = String.join(" ", lesson.exercise().text());
        assertThat(text).doesNotContain(lesson.idea());
        assertThat(lesson.exercise().questions())
                .isNotEmpty()
                .filteredOn(question ->
                        isIn(text, question.choices().get(question.rightIndex()).text()))
                .allMatch(question ->
                        question.choices().stream().anyMatch(choice -> !choice.right() && isIn(text, choice.text())));
    }

    private static boolean isIn(String text, String words) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(words.replaceFirst("[.]$", "")) + "(?!\\w)")
                .matcher(text)
                .find();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void a_question_about_other_settings_shows_their_run(Lesson lesson) {
        History history = lesson.exercise().history();
        assertThat(lesson.exercise().questions())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.ownRun().map(History::scenario))
                        .isNotEqualTo(Optional.of(history.scenario())));
        Stream<String> asked = lesson.exercise().questions().stream().map(Question::text);
        assertThat(asked.filter(text -> text.contains("uppose that ")).count())
                .isLessThanOrEqualTo(lesson.exercise().questions().stream()
                        .filter(question -> question.ownRun().isPresent())
                        .count());
    }

    @Test
    void the_right_answer_is_not_known_by_its_place() {
        int[] places = new int[Question.MOST_CHOICES];
        List<Question> questions = questions();
        questions.forEach(question -> places[question.rightIndex()]++);
        for (int place = 0; place < 4; place++) {
            assertThat(places[place])
                    .as("right answers at place " + place + " of " + questions.size())
                    .isBetween(questions.size() / 8, questions.size() * 2 / 5);
        }
    }

    @Test
    void the_right_answer_is_not_known_by_its_length() {
        List<Question> wordy = questions().stream()
                .filter(question -> question.choices().stream()
                        .allMatch(choice -> choice.text().contains(" ")))
                .toList();
        assertThat(wordy).hasSizeGreaterThan(10);
        long longest = wordy.stream()
                .filter(question -> rightLength(question) == lengths(question, true))
                .count();
        long shortest = wordy.stream()
                .filter(question -> rightLength(question) == lengths(question, false))
                .count();
        assertThat(longest).isLessThanOrEqualTo(wordy.size() / 2);
        assertThat(shortest).isLessThanOrEqualTo(wordy.size() / 2);
        assertThat(wordy)
                .isNotEmpty()
                .allSatisfy(
                        question -> assertThat(rightLength(question)).isLessThanOrEqualTo(2 * lengths(question, true)));
    }

    private static int rightLength(Question question) {
        return question.choices().get(question.rightIndex()).text().length();
    }

    private static int lengths(Question question, boolean longest) {
        var lengths =
                question.choices().stream().mapToInt(choice -> choice.text().length());
        return longest ? lengths.max().orElseThrow() : lengths.min().orElseThrow();
    }

    @Test
    void the_usual_misconceptions_are_among_the_wrong_answers() {
        String reasons = questions().stream()
                .flatMap(question -> question.choices().stream())
                .map(Question.Choice::why)
                .reduce("", (a, b) -> a + "\n" + b);
        assertThat(reasons)
                .contains(
                        "counts from the failure, not from the last heartbeat",
                        "the no-service time counts from the loss of communication",
                        "two IPSIs always help",
                        "the port network to return by itself");
    }

    @Test
    void orders_and_answers_are_the_same_every_time() {
        assertThat(lessons())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("exercise.history", ".*ownRun.*")
                .isEqualTo(lessons());
    }
}
