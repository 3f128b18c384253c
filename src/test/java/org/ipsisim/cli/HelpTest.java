package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private static final Path GOLDEN = GoldenFile.folder("cli");

    @ParameterizedTest
    @ValueSource(
            strings = {
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

    private static void check(String name, String actual) throws IOException {
        assertThat(actual.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }
}
