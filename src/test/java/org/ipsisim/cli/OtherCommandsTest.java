package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class OtherCommandsTest {
    @Test
    void validate_says_which_files_are_fine() {
        Outcome outcome = Outcome.of("validate", file("met.yaml"), file("warning.yaml"), file("wrong.yaml"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out().lines())
                .containsExactly(
                        file("met.yaml") + ": fine",
                        file("warning.yaml") + ": fine, 1 warning",
                        file("wrong.yaml") + ": 2 errors");
        assertThat(outcome.err()).contains("warning: ", "error: ");
    }

    @Test
    void validate_succeeds_if_all_is_fine() {
        assertThat(Outcome.of("validate", file("met.yaml")))
                .isEqualTo(new Outcome(0, file("met.yaml") + ": fine\n", ""));
        assertThat(Outcome.of("validate", "--set=seed=x", file("met.yaml")).status())
                .isEqualTo(2);
        assertThat(Outcome.of("validate", "nix.yaml").status()).isEqualTo(3);
    }

    @Test
    void the_effective_scenario_runs_alike() {
        String effective =
                Outcome.of("validate", "--effective", file("met.yaml")).out();
        assertThat(effective).contains("socket-sanity-timeout: 15s");
        assertThat(Outcome.withInput(effective, "run", "--format=ndjson", "-"))
                .isEqualTo(Outcome.of("run", "--format=ndjson", file("met.yaml")));
    }

    @Test
    void the_schema_is_json() {
        assertThat(new ObjectMapper()
                        .readTree(Outcome.of("schema").out())
                        .get("$schema")
                        .asString())
                .contains("draft-07");
    }

    @Test
    void the_completion_knows_commands_and_options() {
        Outcome outcome = Outcome.of("generate-completion");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("validate", "--report", "ndjson", "complete -F _complete_ipsisim");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(Outcome.of("--version").out()).matches("ipsisim \\S.*\n");
    }
}
