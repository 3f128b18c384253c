package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipsisim.scenario.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Progress is kept in a file that one can read, mend and delete. */
class LearnerProgressTest {
    @TempDir
    Path directory;

    private static LearnerProgress.Read read(String yaml) {
        return LearnerProgress.read("progress.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private ProgressFile file() {
        return new ProgressFile(directory.resolve("state/ipsisim/progress.yaml"));
    }

    @Test
    void there_is_none_before_the_first_lesson() throws IOException {
        assertThat(file().read().progress()).contains(LearnerProgress.NONE);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_score_is_kept_and_the_best_one_stays() throws IOException {
        ProgressFile file = file();
        file.add("heartbeats", new LearnerProgress.Score(1, 3));
        file.add("tcp", new LearnerProgress.Score(0, 3));
        file.add("heartbeats", new LearnerProgress.Score(3, 3));
        file.add("heartbeats", new LearnerProgress.Score(2, 3));
        assertThat(Files.readString(file.path())).isEqualTo("""
                        # Progress in the course of ipsisim. Written by `ipsisim lesson`; delete the file to begin anew.
                        lessons:
                          - {lesson: heartbeats, right: 3, questions: 3}
                          - {lesson: tcp, right: 0, questions: 3}
                        """);
        assertThat(file.path().getParent()).isDirectoryContaining("glob:**progress.yaml");
        try (var files = Files.list(file.path().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("progress.yaml", ".progress.lock");
        }
    }

    @Test
    void lessons_that_end_at_the_same_time_keep_all_scores() throws IOException {
        IntStream.range(0, 40).parallel().forEach(number -> {
            try {
                file().add("lesson-" + number, new LearnerProgress.Score(1, 3));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(file().read().progress().orElseThrow().yaml().lines()).hasSize(42);
    }

    @Test
    void what_is_written_reads_the_same() {
        LearnerProgress progress = LearnerProgress.NONE.with("a-lesson-of-tomorrow", new LearnerProgress.Score(2, 9));
        assertThat(read(progress.yaml()).progress()).contains(progress);
        assertThat(read(LearnerProgress.NONE.yaml()).progress()).contains(LearnerProgress.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | the file is empty",
                "'lessons: [' | 1 | this bracket is never closed",
                "'lesson: []' | 1 | `lesson` is not a key of a file of progress",
                "'lessons: 5' | 1 | expected a list, got `5`",
                "'lessons:\n  - {lesson: tcp, right: 4, questions: 3}' | 2 | `4` is out of range",
                "'lessons:\n  - {lesson: tcp, right: 1}' | 2 | `questions` is missing from an entry of `lessons`",
                "'lessons:\n  - {lesson: ../x, right: 1, questions: 3}' | 2 | `../x` is not the name of a lesson",
                "'lessons:\n  - {lesson: tcp, right: 1, questions: 3}\n  - {lesson: tcp, right: 1, questions: 3}' | 3 |"
                        + " the lesson `tcp` appears twice",
            })
    void a_damaged_file_is_told_with_its_line(String yaml, int line, String message) {
        LearnerProgress.Read read = read(yaml);
        assertThat(read.progress()).isEmpty();
        assertThat(read.diagnostics())
                .extracting(Diagnostic::line, Diagnostic::message)
                .contains(org.assertj.core.groups.Tuple.tuple(line, message));
    }

    @Test
    void a_damaged_file_is_never_overwritten() throws IOException {
        Path path = Files.writeString(directory.resolve("progress.yaml"), "lessons: {}\n");
        LearnerProgress.Read read = new ProgressFile(path).add("tcp", new LearnerProgress.Score(1, 3));
        assertThat(read.progress()).isEmpty();
        assertThat(path).hasContent("lessons: {}\n");
    }

    @Test
    void a_file_that_cannot_be_written_leaves_nothing_behind() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("state"), "a file");
        assertThatThrownBy(() -> file().add("tcp", new LearnerProgress.Score(1, 3)))
                .isInstanceOf(IOException.class);
        assertThat(inTheWay).hasContent("a file");
    }

    @Test
    void a_link_to_the_file_stays_a_link() throws IOException {
        Path real = Files.writeString(directory.resolve("real.yaml"), "lessons: []\n");
        Path link = Files.createSymbolicLink(directory.resolve("link.yaml"), real);
        new ProgressFile(link).add("tcp", new LearnerProgress.Score(1, 3));
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("tcp");
    }

    @Test
    void its_place_follows_the_conventions_of_the_system() {
        assertThat(ProgressFile.usualPath(Map.of("XDG_STATE_HOME", "/state"), "/home/kim"))
                .isEqualTo(Path.of("/state/ipsisim/progress.yaml"));
        Path usual = Path.of("/home/kim/.local/state/ipsisim/progress.yaml");
        assertThat(ProgressFile.usualPath(Map.of(), "/home/kim")).isEqualTo(usual);
        assertThat(ProgressFile.usualPath(Map.of("XDG_STATE_HOME", ""), "/home/kim"))
                .isEqualTo(usual);
        assertThat(ProgressFile.usualPath(Map.of("XDG_STATE_HOME", "not/absolute"), "/home/kim"))
                .isEqualTo(usual);
    }
}
