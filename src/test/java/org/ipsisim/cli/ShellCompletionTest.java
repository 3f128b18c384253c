package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts with which shells complete the words of a command line; a shell that is installed tries its own. */
class ShellCompletionTest {
    @TempDir
    Path directory;

    private static String script(String shell) {
        Outcome outcome = Outcome.of("generate-completion", "--shell", shell);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
    }

    private String told(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void bash_is_the_default_and_zsh_reads_the_same() {
        String bash = Outcome.of("generate-completion").out();
        assertThat(bash).contains("complete -F _complete_ipsisim").contains("bashcompinit");
        assertThat(script("bash")).isEqualTo(bash);
        assertThat(script("zsh")).isEqualTo(bash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "fish", "powershell"})
    void every_command_and_every_option_is_in_the_script(String shell) {
        String script = script(shell);
        List<String> commands = Outcome.of("--help")
                .out()
                .lines()
                .filter(line -> line.matches("  [a-z][a-z-]* {2,}\\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands).contains("run", "generate-completion").hasSizeGreaterThan(15);
        assertThat(script).contains(commands);
        List<String> options = commands.stream()
                .flatMap(command -> Outcome.of("help", command).out().lines())
                .filter(line -> line.matches(" {6}--.*"))
                .map(line -> line.strip().split("[= ]")[0].substring(2))
                .toList();
        assertThat(options).hasSizeGreaterThan(40);
        assertThat(script).contains(options);
    }

    @ParameterizedTest
    @CsvSource({
        "'ipsisim va', validate",
        "'ipsisim run --form', --format",
        "'ipsisim run --format nd', ndjson",
        "'ipsisim generate-completion --shell po', powershell",
        "'ipsisim help sche', schema",
        "'ipsisim schema mon', monte-carlo"
    })
    void fish_completes_commands_options_and_values(String line, String expected) throws Exception {
        assumeTrue(isInstalled("fish"));
        Path script = Files.writeString(directory.resolve("ipsisim.fish"), script("fish"));
        String offered = told("fish", "--no-config", "-c", "source " + script + "; complete -C '" + line + "'");
        assertThat(offered.lines().map(each -> each.split("\t")[0])).containsExactly(expected);
    }

    @Test
    void fish_offers_files_only_where_a_file_belongs() throws Exception {
        assumeTrue(isInstalled("fish"));
        Path script = Files.writeString(directory.resolve("ipsisim.fish"), script("fish"));
        String before = "source " + script + "; complete -C 'ipsisim ";
        assertThat(told("fish", "--no-config", "-c", before + "run scenarios/wan-c'"))
                .isEqualTo("scenarios/wan-cut.yaml\n");
        assertThat(told("fish", "--no-config", "-c", before + "schema scenarios/wan-c'"))
                .isEmpty();
    }

    @Test
    void the_script_of_PowerShell_closes_what_it_opens() throws IOException {
        Deque<Character> open = new ArrayDeque<>();
        boolean isQuoted = false;
        for (char c : script("powershell").replaceAll("(?m)^ *#.*$", "").toCharArray()) {
            if (c == '\'') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && "({[".indexOf(c) >= 0) {
                open.push(c);
            } else if (!isQuoted && ")}]".indexOf(c) >= 0) {
                assertThat(open.pop()).isEqualTo("({[".charAt(")}]".indexOf(c)));
            }
        }
        assertThat(isQuoted).isFalse();
        assertThat(open).isEmpty();
    }
}
