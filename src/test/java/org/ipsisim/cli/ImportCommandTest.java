package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String MAIN_LOST = "scenarios/main-lost.yaml";

    @TempDir
    Path directory;

    private String screens;
    private String output;

    @BeforeEach
    void takeScreens() throws IOException {
        Path file = directory.resolve("monday.log");
        Files.writeString(file, Outcome.of("status", MAIN_LOST, "--at=0s").out());
        screens = file.toString();
        output = directory.resolve("estate.yaml").toString();
    }

    private String[] inDirectory() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    @Test
    void a_scenario_that_runs_and_expects_the_lists_of_the_screens() throws IOException {
        Outcome outcome = Outcome.of("import", screens, "-o", output);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("imported: the main, 4 survivable cores, 3 port networks, 3 timers;"
                        + " 5 things are not in the screens; written to " + output + "\n");
        assertThat(inDirectory()).containsExactly("estate.yaml", "monday.log");
        assertThat(Outcome.of("validate", output).out()).isEqualTo(output + ": fine\n");
        Outcome run = Outcome.of("run", output);
        assertThat(run.status()).as(run.out()).isZero();
        assertThat(Files.readString(Path.of(output)))
                .contains("  - {ipsi: 3a, at: 0s, priority-list: [1, 10, 30, 40, 20]}\n");
    }

    @Test
    void without_an_output_and_from_standard_input() throws IOException {
        Outcome fromFile = Outcome.of("import", screens);
        Outcome fromInput = Outcome.withInput(Files.readString(Path.of(screens)), "import", "-");
        assertThat(fromInput.status()).isZero();
        assertThat(fromInput.out()).isEqualTo(fromFile.out().replace(screens, "standard input"));
    }

    @Test
    void a_list_that_differs_from_the_estate_says_what_was_not_connected() {
        String cut = Outcome.of("status", "scenarios/wan-cut.yaml", "--at=10m").out();
        assertThat(Outcome.withInput(cut, "import", "-").out())
                .contains("# list of ipsi-1a in standard input:19: [1]; in this file at the start: [1, 10]\n");
    }

    @Test
    void a_file_that_is_there_stays_unless_told_otherwise() throws IOException {
        Files.writeString(Path.of(output), "mine\n");
        Outcome refused = Outcome.of("import", screens, "-o", output);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith("ipsisim: " + output + " already exists; --force replaces it\n");
        assertThat(Path.of(output)).hasContent("mine\n");
        assertThat(Outcome.of("import", screens, "-o", output, "--force").status())
                .isZero();
        assertThat(Files.readString(Path.of(output))).startsWith("# Imported from console screens: ");
        assertThat(inDirectory()).containsExactly("estate.yaml", "monday.log");
    }

    @Test
    void nothing_to_read_is_told_with_what_was_looked_for() throws IOException {
        Outcome outcome = Outcome.withInput("Dear all,\n", "import", "-", "-o", output);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("ipsisim: there is no screen to read in standard input\n")
                .contains("\n  status ess clusters\n", "\n  display survivable-processor\n", "\n  server\n");
        assertThat(inDirectory()).containsExactly("monday.log");
    }

    @Test
    void contradictions_are_told_and_the_rest_is_written() {
        String text = "IPSI Socket Sanity Timeout: 15\n\nIPSI Socket Sanity Timeout: 3\nAuto Return: no\n";
        Outcome outcome = Outcome.withInput(text, "import", "-");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .startsWith("ipsisim: contradiction, left out: socket-sanity-timeout is"
                        + " 15s in standard input:1, 3s in standard input:3\n");
        assertThat(outcome.out()).contains("fallback: {auto-return: no}\n");
    }

    @Test
    void what_cannot_be_read_or_written_is_told() {
        assertThat(Outcome.of("import", "no-such.log"))
                .isEqualTo(new Outcome(3, "", "ipsisim: no-such.log: no such file or directory\n"));
        assertThat(Outcome.of("import", directory.toString()).err()).contains("is a directory, not a file");
        assertThat(Outcome.of("import", screens, "-o", directory.toString(), "--force"))
                .isEqualTo(new Outcome(3, "", "ipsisim: " + directory + ": is a directory\n"));
        String nowhere = directory.resolve("no").resolve("e.yaml").toString();
        assertThat(Outcome.of("import", screens, "-o", nowhere))
                .isEqualTo(new Outcome(3, "", "ipsisim: " + nowhere + ": no such file or directory\n"));
    }

    @Test
    void force_without_an_output_and_standard_input_twice_make_no_sense() {
        assertThat(Outcome.of("import", screens, "--force").err()).startsWith("ipsisim: --force needs -o FILE");
        assertThat(Outcome.of("import", "-", "-").status()).isEqualTo(2);
    }

    @Test
    void more_than_any_terminal_shows_is_not_read() {
        Outcome outcome = Outcome.withInput("x".repeat((4 << 20) + 1), "import", "-");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualTo("ipsisim: standard input: is larger than 4 MiB, too large for the text of screens\n");
    }
}
