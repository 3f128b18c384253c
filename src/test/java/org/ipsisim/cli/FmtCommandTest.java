package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fmt} does with files, and what it says. */
class FmtCommandTest {
    private static final String UNTIDY = "duration: 5m   # short\ntitle:  x\n";
    private static final String TIDY = "title: x\nduration: 5m   # short\n";

    @TempDir
    Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void files_that_change_are_replaced_and_named() throws IOException {
        String untidy = file("untidy.yaml", UNTIDY);
        String tidy = file("tidy.yaml", TIDY);
        assertThat(Outcome.of("fmt", untidy, tidy)).isEqualTo(new Outcome(0, untidy + "\n", ""));
        assertThat(Path.of(untidy)).hasContent(TIDY);
        assertThat(Outcome.of("fmt", untidy, tidy)).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void a_check_names_the_files_and_changes_none() throws IOException {
        String untidy = file("untidy.yaml", UNTIDY);
        assertThat(Outcome.of("fmt", "--check", untidy, file("tidy.yaml", TIDY)))
                .isEqualTo(new Outcome(1, untidy + "\n", ""));
        assertThat(Path.of(untidy)).hasContent(UNTIDY);
    }

    @Test
    void one_wrong_file_keeps_all_from_being_changed() throws IOException {
        String untidy = file("untidy.yaml", UNTIDY);
        Outcome outcome = Outcome.of("fmt", untidy, file("wrong.yaml", "title: [\n"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("wrong.yaml:2:1: error: this bracket is never closed");
        assertThat(Path.of(untidy)).hasContent(UNTIDY);
    }

    @Test
    void standard_input_goes_to_standard_output() {
        assertThat(Outcome.withInput(UNTIDY, "fmt", "-")).isEqualTo(new Outcome(0, TIDY, ""));
        assertThat(Outcome.withInput(TIDY, "fmt", "-")).isEqualTo(new Outcome(0, TIDY, ""));
        assertThat(Outcome.withInput(UNTIDY, "fmt", "--check", "-").status()).isEqualTo(1);
    }
}
