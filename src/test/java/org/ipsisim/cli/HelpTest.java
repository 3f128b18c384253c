package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private static final Path GOLDEN = GoldenFile.folder("cli");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "run",
                "explain",
                "compare",
                "thresholds",
                "sweep",
                "monte-carlo",
                "audit",
                "merge",
                "status",
                "import",
                "explain",
                "play",
                "classroom",
                "lesson",
                "quiz",
                "sip",
                "validate",
                "schema",
                "replay",
                "generate-completion",
                "generate-man",
                "help"
            })
    void every_command_explains_itself(String command) throws IOException {
        Outcome outcome = Outcome.of(command, "--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(Outcome.of("help", command)).isEqualTo(outcome);
        check(command + ".txt", outcome.out());
    }

    @Test
    void the_whole_explains_itself() throws IOException {
        Outcome outcome = Outcome.of("--help");
        assertThat(outcome.status()).isZero();
        assertThat(Outcome.of("help")).isEqualTo(outcome);
        check("ipsisim.txt", outcome.out());
    }

    @Test
    void a_command_of_a_group_is_explained_too() {
        assertThat(Outcome.of("help", "sip")).isEqualTo(Outcome.of("sip", "--help"));
        assertThat(Outcome.of("help", "sip", "lint")).isEqualTo(Outcome.of("sip", "lint", "--help"));
        assertThat(Outcome.of("help", "sip", "lnt").err())
                .contains("there is no command 'sip lnt'; did you mean `lint`?", "Try `ipsisim sip --help`.");
        assertThat(Outcome.of("help", "run", "lint").err()).contains("there is no command 'run lint'");
    }

    @Test
    void every_command_has_a_group_with_a_page_that_exists() {
        String help = Outcome.of("--help").out();
        assertThat(help).doesNotContain("Others:");
        List<String> pages = Pattern.compile("\\((docs/.*)\\):\n")
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(pages)
                .hasSizeGreaterThan(3)
                .allSatisfy(page -> assertThat(Path.of(page)).exists());
    }

    private static void check(String name, String actual) throws IOException {
        assertThat(actual.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }
}
