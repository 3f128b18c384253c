package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUsageTest {
    @TempDir
    Path directory;

    private static void isRefused(String message, String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: " + message).contains("--help`.");
    }

    @Test
    void a_command_is_needed() {
        isRefused("a command is missing");
    }

    @Test
    void a_mistyped_command_is_corrected() {
        isRefused("there is no command 'rnu'; did you mean `run`?", "rnu", file("met.yaml"));
        isRefused("there is no command 'valid'", "help", "valid");
    }

    @Test
    void a_scenario_without_a_command_is_no_command() {
        String file = file("met.yaml");
        isRefused("there is no command '" + file + "'; to run it as a scenario: ipsisim run " + file, file);
    }

    @Test
    void a_mistyped_option_is_corrected() {
        isRefused("unknown option '--fromat'; did you mean `--format`?", "run", "--fromat=json", file("met.yaml"));
        isRefused("unknown option '--hlep'; did you mean `--help`?", "run", "--hlep");
        isRefused("unknown option '-x'\n", "run", "-x", file("met.yaml"));
    }

    @Test
    void values_are_checked() {
        isRefused(
                "invalid value for option '--seed': 'x' is not a whole number", "run", "--seed", "x", file("met.yaml"));
        isRefused("invalid value for option '--format': 'xml' is not one of text", "run", "--format=xml", "a.yaml");
        isRefused("missing required parameter for option '--seed'", "run", "--seed");
    }

    @Test
    void what_can_be_said_once_is_said_once() {
        isRefused("option '--seed' (N) should be specified only once", "run", "--seed=1", "--seed=2", file("met.yaml"));
        isRefused("standard input (-) can be read only once", "run", "-", "-");
        isRefused("--effective takes one scenario", "validate", "--effective", file("met.yaml"), file("warning.yaml"));
    }

    @Test
    void scenarios_are_needed() {
        isRefused("missing required parameter: 'SCENARIO'", "run");
        isRefused("missing required parameter: 'SCENARIO'", "validate");
        isRefused("'x' is one word too many", "schema", "run", "x");
    }

    @Test
    void heartbeats_need_a_format_that_carries_them() {
        isRefused("--heartbeats needs --format json or --format ndjson", "run", "--heartbeats", file("met.yaml"));
    }

    @Test
    void two_reports_cannot_go_to_one_directory() {
        isRefused(
                "the reports of a/x.yaml and b/X.yml would both go to " + directory.resolve("X"),
                "run",
                "--report",
                directory.toString(),
                "a/x.yaml",
                "b/X.yml");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void control_characters_of_an_argument_do_not_reach_the_terminal() {
        isRefused("there is no command '\\u001B[2J'", "\u001b[2J");
    }
}
