package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manual pages: what the help says, in the macros of man(7). */
class ManPageTest {
    @TempDir
    Path directory;

    /** As the help of the whole lists them. */
    private static Stream<String> commands() {
        return Outcome.of("--help")
                .out()
                .lines()
                .takeWhile(line -> !line.equals("Exit status:"))
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split("\\s+")[0]);
    }

    private static String page(String... command) {
        Outcome outcome = command.length == 0 ? Outcome.of("generate-man") : Outcome.of("generate-man", command[0]);
        assertThat(outcome.status()).isZero();
        return outcome.out();
    }

    private static String plain(String roff) {
        return roff.replaceAll("\\\\f[BIR]", "")
                .replace("\\-", "-")
                .replace("\\(dq", "\"")
                .replace("\\e", "\\");
    }

    @Test
    void the_page_of_the_whole_lists_every_command() {
        assertThat(plain(page()).lines()).containsAll(commands().toList());
        assertThat(page()).startsWith(".TH \"IPSISIM\" \"1\" \"\" \"ipsisim ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_page_of_a_command_has_every_option_status_and_example_of_its_help(String command) {
        List<String> help = Outcome.of("help", command).out().lines().toList();
        String page = plain(page(command));
        assertThat(page).contains("ipsisim-" + command + " - ", ".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"");
        assertThat(help.stream()
                        .filter(line -> line.matches("\\s+(-\\w, +)?--[a-z].*"))
                        .map(line -> line.replaceFirst("^[^-]*(-\\w, +)?(--[a-z-]+).*", "$2")))
                .allSatisfy(option -> assertThat(page).contains(option));
        assertThat(help.stream().filter(line -> line.startsWith("  ipsisim ")).map(String::strip))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(page).contains(example));
        assertThat(help.stream()
                        .filter(line -> line.matches("\\s+\\d+ {2,}\\S.*"))
                        .map(line -> line.strip().split(" ")[0]))
                .allSatisfy(status -> assertThat(page).contains("\n" + status + "\n"));
    }

    @Test
    void a_page_of_no_command_is_refused() {
        Outcome outcome = Outcome.of("generate-man", "nix");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no command 'nix'");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void groff_sets_every_page_without_a_warning(String command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed: the pages are not set");
        Path file = Files.writeString(directory.resolve("page.1"), page(command));
        Path warnings = directory.resolve("warnings");
        Process groff = new ProcessBuilder("/usr/bin/groff", "-man", "-Tutf8", "-ww", file.toString())
                .redirectError(warnings.toFile())
                .redirectOutput(directory.resolve("set").toFile())
                .start();
        assertThat(groff.waitFor()).isZero();
        assertThat(warnings).hasContent("");
        assertThat(Files.readString(directory.resolve("set"), StandardCharsets.UTF_8))
                .contains("ipsisim-" + command);
    }
}
