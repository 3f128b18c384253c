package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.course.Course;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ipsisim lesson}: a learner at a terminal, or a pipe that plays one. */
class LessonCommandTest {
    private static final Path GOLDEN = GoldenFile.folder("lesson");
    private static final Look ASCII = Outcome.look(false, 80, StandardCharsets.US_ASCII, false);

    @TempDir
    Path directory;

    private Path progress() {
        return directory.resolve("progress.yaml");
    }

    private Outcome take(String input, String... more) {
        String[] args = Stream.concat(
                        Stream.of("lesson", "--progress", progress().toString()), Stream.of(more))
                .toArray(String[]::new);
        return Outcome.withInput(input, args);
    }

    private static void check(String name, String actual) throws IOException {
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }

    @Test
    void a_whole_session_through_a_pipe() throws IOException {
        Outcome outcome = take("?\n\nz\ns\nA\nb)\n  b\n\n\n\n", "cold-reset");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        check("cold-reset.session.txt", outcome.out().replace(progress().toString(), "PROGRESS"));
        assertThat(progress()).content().contains("{lesson: cold-reset, right: 2, questions: 3}");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_lesson_fits_a_terminal_of_80_columns(String name) {
        Outcome outcome = take("a\na\na\na\n", name);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().filter(line -> !line.startsWith("    ipsisim run ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(outcome.out()).contains("Try it", "What this rests on", " right");
    }

    static List<String> names() {
        return Course.names();
    }

    @Test
    void it_works_without_colour_and_without_unicode() {
        Outcome outcome = Outcome.with(ASCII, "a\nb\nb\n", "lesson", "cold-reset", "--no-progress");
        assertThat(outcome.out())
                .matches("\\p{ASCII}*")
                .doesNotContain("\\u", "\u001b")
                .contains("2 of 3 right");
    }

    @Test
    void in_colour_every_sequence_is_closed() {
        Look colour = Outcome.look(true, 80, StandardCharsets.UTF_8, false);
        String out = Outcome.with(colour, "b\nb\nb\n", "lesson", "cold-reset", "--no-progress")
                .out();
        assertThat(out).contains("\u001b[1m");
        assertThat(out.split("\u001b\\[0m", -1).length - 1).isEqualTo((out.split("\u001b\\[", -1).length - 1) / 2);
    }

    @Test
    void who_leaves_before_the_last_question_is_not_counted() {
        for (String input : List.of("a\nq\n", "a\nb\n", "", "?\n", "a\nQUIT\nb\n")) {
            Outcome outcome = take(input, "cold-reset");
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).endsWith("You left before the last question, so nothing is counted.\n");
            assertThat(progress()).doesNotExist();
        }
    }

    @Test
    void who_leaves_among_the_answers_is_counted() {
        Outcome outcome = take("a\nb\nb\nq\n", "cold-reset");
        assertThat(outcome.out()).contains("Timeline").doesNotContain("Try it", "2m14s: right");
        assertThat(progress()).content().contains("right: 2");
    }

    @Test
    void an_answer_may_end_with_the_input() {
        assertThat(take("a\nb\nb", "cold-reset").out()).contains("2 of 3 right", "Try it");
    }

    @Test
    void a_line_without_end_takes_no_memory_and_does_no_harm() {
        assertThat(take("a".repeat(1_000_000) + "\na\nb\nb\n", "cold-reset").out())
                .contains("That is not one of the answers", "2 of 3 right");
    }

    @Test
    void control_characters_that_are_typed_do_not_come_back() {
        assertThat(take("\u001b[2J\na\nb\nb\n", "cold-reset").out()).doesNotContain("\u001b");
    }

    @Test
    void the_list_shows_what_was_taken_and_what_is_next() throws IOException {
        take("a\nb\nb\n", "cold-reset");
        Outcome list = take("");
        assertThat(list.status()).isZero();
        check("list.txt", list.out().replace(progress().toString(), "PROGRESS"));
    }

    @Test
    void next_goes_on_and_ends_politely() throws IOException {
        assertThat(take("", "next").out()).startsWith("Lesson 1 of " + names().size() + ": Heartbeats\n");
        take("a\na\na\n", "heartbeats");
        assertThat(take("", "next").out()).startsWith("Lesson 2 of ");
        StringBuilder all = new StringBuilder("lessons:\n");
        names().forEach(name -> all.append("  - {lesson: ").append(name).append(", right: 1, questions: 3}\n"));
        Files.writeString(progress(), all);
        assertThat(take("", "next").out()).contains("You have taken all of them");
    }

    @Test
    void without_progress_nothing_is_read_or_written() throws IOException {
        Files.writeString(progress(), "damaged");
        Outcome outcome = Outcome.withInput("a\nb\nb\n", "lesson", "cold-reset", "--no-progress");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(progress()).hasContent("damaged");
    }

    @Test
    void a_damaged_file_of_progress_stops_the_lesson_and_stays() throws IOException {
        Files.writeString(progress(), "lessons:\n  - {lesson: tcp, right: 5, questions: 3}\n");
        for (String[] more : new String[][] {{"cold-reset"}, {"next"}, {}}) {
            Outcome outcome = take("a\nb\nb\n", more);
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("progress.yaml:2:26: error: lessons[0].right: `5` is out of range", "--no-progress");
        }
        assertThat(progress()).content().contains("right: 5");
    }

    @Test
    void progress_that_cannot_be_kept_is_told_after_the_lesson() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("file"), "");
        Outcome outcome = Outcome.withInput(
                "a\nb\nb\n",
                "lesson",
                "cold-reset",
                "--progress",
                inTheWay.resolve("progress.yaml").toString());
        assertThat(outcome.status()).isEqualTo(3);
    }

    @Test
    void the_scenario_of_a_lesson_can_be_kept_and_named() {
        String yaml = Outcome.of("lesson", "cold-reset", "--scenario").out();
        assertThat(yaml).startsWith("title: Ninety seconds without a WAN\n");
        Outcome named = Outcome.of("run", "lesson:cold-reset", "--format", "ndjson");
        assertThat(named.status()).isZero();
        assertThat(Outcome.withInput(yaml, "run", "-", "--format", "ndjson").out())
                .isEqualTo(named.out());
        assertThat(Outcome.of("validate", "lesson:cold-reset").out()).isEqualTo("lesson:cold-reset: fine\n");
        Outcome unknown = Outcome.of("run", "lesson:warm");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err())
                .isEqualTo("ipsisim: lesson:warm: there is no such lesson; `ipsisim lesson` lists them\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lesson cold-rest | there is no lesson 'cold-rest'; did you mean `cold-reset`?",
                "lesson --scenario | --scenario needs the name of a lesson of the course",
                "lesson tcp --scenario --html x | --scenario and --html cannot be combined",
                "lesson next --html x | --html takes the name of a lesson, or writes all of them",
                "lesson --progress x --no-progress | --progress and --no-progress cannot be combined",
                "lesson a b | 'b' is one word too many",
                "quiz - | the answers come from standard input, so the scenario cannot",
                "quiz x.yaml --questions 0 | invalid value for option '--questions'",
                "quiz x.yaml --format yaml | invalid value for option '--format'",
                "quiz x.yaml --format json --html d | --html and --format cannot be combined",
                "quiz | missing required parameter: 'SCENARIO'",
            })
    void a_line_that_is_wrong_is_explained(String line, String message) {
        Outcome outcome = Outcome.of(line.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: " + message).contains("--help`.");
    }

    @Test
    void a_lesson_of_ones_own_is_a_file() throws IOException {
        Path lesson = directory.resolve("mine.yaml");
        Files.writeString(lesson, """
                title: Mine
                idea: One thing.
                text: What to know.
                scenario: mine.scenario.yaml
                questions:
                  - ask: How many calls drop?
                    quantity: calls dropped
                    wrong: [{value: 3, because: No.}, {value: 4, because: Neither.}]
                    explain: All of them.
                    rules: R15
                experiment: {task: Try., set: "events=[]", check: calls dropped = 0, then: None.}
                basis: Documented.
                """);
        Outcome without = Outcome.of("lesson", lesson.toString());
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("scenario: `mine.scenario.yaml` cannot be read");
        Files.writeString(
                directory.resolve("mine.scenario.yaml"),
                "title: M\nduration: 5m\nport-networks: [{pn: 1, calls: {pn: 7}}]\nevents: [{at: 1m, fail: pn-1}]\n");
        Outcome taken = Outcome.withInput("a\n", "lesson", lesson.toString());
        assertThat(taken.status()).isZero();
        assertThat(taken.out())
                .startsWith("Lesson: Mine\n")
                .contains("7: right", "run " + directory.resolve("mine.scenario.yaml") + " --set 'events=[]'");
        Path pages = directory.resolve("pages");
        assertThat(Outcome.of("lesson", lesson.toString(), "--html", pages.toString())
                        .status())
                .isZero();
        assertThat(pages.resolve("mine.html")).exists();
        assertThat(Outcome.of("lesson", "nowhere.yaml").err())
                .isEqualTo("ipsisim: nowhere.yaml: no such file or directory\n");
    }

    @Test
    void the_pages_are_written_whole_or_not_at_all() throws IOException {
        Path pages = directory.resolve("pages");
        Outcome outcome = Outcome.of("lesson", "--html", pages.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, "", "course: " + pages.resolve("index.html") + "\n"));
        Path inTheWay = Files.writeString(directory.resolve("file"), "");
        Outcome refused = Outcome.of("lesson", "--html", inTheWay.toString());
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).startsWith("ipsisim: the course cannot be written to ");
    }
}
