package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.course.page.CoursePages;
import org.ipsisim.document.TextStyle;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.DiagnosticText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons that a trainer writes: read strictly, worked out by running. */
class OwnLessonTest {
    private static final Path SOURCES = Path.of("src/main/resources/org/ipsisim/course/lessons");
    private static final Path GOLDEN = GoldenFile.folder("lesson/diagnostics");

    @TempDir
    Path directory;

    private Path copy(String name, String from, String to) throws IOException {
        String scenario = Files.readString(SOURCES.resolve(name + ".scenario.yaml"));
        assertThat(scenario).contains(from);
        Files.writeString(directory.resolve(name + ".scenario.yaml"), scenario.replace(from, to));
        return Files.copy(SOURCES.resolve(name + ".yaml"), directory.resolve(name + ".yaml"));
    }

    private static String right(Lesson lesson, int question) {
        Question asked = lesson.exercise().questions().get(question);
        return asked.choices().get(asked.rightIndex()).text();
    }

    @Test
    void the_right_answers_are_those_of_the_run() throws IOException {
        Path file = copy("cold-reset", "calls: {pn: 40, ip: 10}", "calls: {pn: 41, ip: 9}");
        Lesson lesson = new OwnLesson(file).lesson().orElseThrow();
        assertThat(right(lesson, 1)).isEqualTo("41");
        assertThat(right(Course.lesson("cold-reset"), 1)).isEqualTo("40");
        assertThat(lesson.name()).isEqualTo("cold-reset");
        assertThat(lesson.exercise().scenarioName())
                .isEqualTo(directory.resolve("cold-reset.scenario.yaml").toString());
    }

    @Test
    void questions_and_one_idea_are_enough() throws IOException {
        Path file = copy("cold-reset", "duration: 6m", "duration: 6m");
        String whole = Files.readString(file);
        Files.writeString(
                file, whole.substring(0, whole.indexOf("\nexperiment:") + 1).replaceAll("(?m)^ *rules: .*\\n", ""));
        Lesson lesson = new OwnLesson(file).lesson().orElseThrow();
        assertThat(right(lesson, 1)).isEqualTo("40");
        Question first = lesson.exercise().questions().get(0);
        assertThat(first.explained()).isEqualTo(first.explanation()).isNotEmpty();

        StringWriter out = new StringWriter();
        Conversation conversation =
                new Conversation(new StringReader("a\na\na\na\n"), out, new TextStyle(80, false, true));
        lesson.teach("Lesson", "ipsisim", conversation, score -> {});
        assertThat(out.toString()).contains("What to remember").doesNotContain("Try it", "What this rests on", "()");

        Path pages = directory.resolve("pages");
        CoursePages.write(List.of(lesson), pages);
        assertThat(Files.readString(pages.resolve("cold-reset.html")))
                .contains("What to remember", "</main>")
                .doesNotContain("Try it", "What this rests on");
    }

    @Test
    void a_changed_timer_changes_the_answer_and_the_explanation() throws IOException {
        Path file = copy("cold-reset", "duration: 6m", "duration: 6m\ntimers: {pn-cold-reset-delay: 70s}");
        Lesson lesson = new OwnLesson(file).lesson().orElseThrow();
        assertThat(right(lesson, 0)).isEqualTo("2m24s");
        assertThat(lesson.exercise().questions().get(0).explanation()).contains("1m10s later");
    }

    @Test
    void an_experiment_that_does_not_do_what_it_says_is_an_error() throws IOException {
        Path file = copy("cold-reset", "for: 90s", "for: 150s");
        assertThat(new OwnLesson(file).diagnostics())
                .extracting(Diagnostic::key, Diagnostic::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "experiment.check[0]", "`calls dropped = 0` does not hold in the changed run"));
    }

    @Test
    void what_is_wrong_in_the_scenario_is_told_with_its_own_place() throws IOException {
        Path file = copy("cold-reset", "site: branch", "site: brunch");
        OwnLesson own = new OwnLesson(file);
        assertThat(own.lesson()).isEmpty();
        assertThat(own.diagnostics()).extracting(Diagnostic::key).contains("port-networks[0].site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.scenario.yaml", "/etc/passwd", "a/b.yaml", "..\\\\x.yaml"})
    void a_lesson_reads_no_scenario_from_another_directory(String name) throws IOException {
        Path file = copy("cold-reset", "for: 90s", "for: 90s");
        Files.writeString(
                file, Files.readString(file).replace("scenario: cold-reset.scenario.yaml", "scenario: '" + name + "'"));
        OwnLesson own = new OwnLesson(file);
        assertThat(own.lesson()).isEmpty();
        assertThat(own.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("`" + name + "` is not a file beside the lesson");
    }

    @Test
    void an_empty_list_is_an_error_and_not_silence() throws IOException {
        Path file = copy("cold-reset", "for: 90s", "for: 90s");
        String lesson = Files.readString(file);
        int set = lesson.indexOf("  set:", lesson.indexOf("experiment:"));
        assertThat(set).isPositive();
        Files.writeString(file, lesson.substring(0, set) + lesson.substring(set).replaceFirst("set:.*", "set: []"));
        OwnLesson own = new OwnLesson(file);
        assertThat(own.lesson()).isEmpty();
        assertThat(own.diagnostics()).extracting(Diagnostic::message).contains("a list has no entry");
    }

    static Stream<Path> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("scenario.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_place(Path file) throws IOException {
        List<Diagnostic> diagnostics = new OwnLesson(file).diagnostics();
        assertThat(diagnostics).isNotEmpty();
        String text = new DiagnosticText(false).render(diagnostics).replace(GOLDEN + "/", "");
        Path golden = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        GoldenFile.check(golden, text);
        assertThat(new OwnLesson(file).lesson()).isEmpty();
    }
}
