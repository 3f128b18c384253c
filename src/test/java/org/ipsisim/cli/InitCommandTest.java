package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.scenario.ScenarioTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code init} writes runs at once, and what its comments offer works, too. */
class InitCommandTest {
    private static final String OFFER = "  # - ";

    @TempDir
    Path directory;

    private String named(String name) {
        return directory.resolve(name).toString();
    }

    @ParameterizedTest
    @EnumSource(ScenarioTemplate.class)
    void every_template_runs_and_meets_what_it_expects(ScenarioTemplate template) throws IOException {
        String file = named("mine.yaml");
        Outcome written = Outcome.of("init", "--template", template.key(), file);
        assertThat(written)
                .isEqualTo(
                        new Outcome(0, "", "written to " + file + "; now: ipsisim run " + file + ", then edit it\n"));
        assertThat(Files.readString(Path.of(file))).isEqualTo(template.text());
        assertThat(Outcome.of("validate", "--warnings-as-errors", file))
                .isEqualTo(new Outcome(0, file + ": fine\n", ""));
        Outcome run = Outcome.of("run", file);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("warm reset");
    }

    @ParameterizedTest
    @EnumSource(ScenarioTemplate.class)
    void every_line_that_is_commented_out_can_be_switched_on(ScenarioTemplate template) {
        List<String> lines = template.text().lines().toList();
        List<String> offers =
                lines.stream().filter(line -> line.startsWith(OFFER)).toList();
        assertThat(offers).hasSizeGreaterThan(3);
        assertThat(offers).allSatisfy(offer -> {
            List<String> changed = new ArrayList<>(lines);
            changed.set(lines.indexOf(offer), offer.replace(OFFER, "  - "));
            Outcome outcome = Outcome.withInput(String.join("\n", changed), "validate", "--warnings-as-errors", "-");
            assertThat(outcome).isEqualTo(new Outcome(0, "-: fine\n", ""));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ScenarioTemplate.class,
            names = {"ONE_SITE", "BRANCH_OFFICE"})
    void the_timer_that_the_comment_names_keeps_the_calls(ScenarioTemplate template) {
        String delay = template == ScenarioTemplate.ONE_SITE ? "80s" : "120s";
        assertThat(template.text()).contains("with pn-cold-reset-delay: " + delay + " no call drops");
        String run = Outcome.withInput(
                        template.text(), "run", "--set", "timers.pn-cold-reset-delay=" + delay, "--format=csv", "-")
                .out();
        assertThat(run.lines().skip(1))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.split(",")[9]).isEqualTo("0"));
    }

    @Test
    void a_file_that_exists_is_not_replaced() throws IOException {
        Path mine = Files.writeString(directory.resolve("mine.yaml"), "mine");
        Outcome outcome = Outcome.of("init", mine.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("ipsisim: " + mine + " already exists, and init replaces no file");
        assertThat(mine).hasContent("mine");
        assertThat(directory.toFile().list()).containsExactly("mine.yaml");
        Path broken = Files.createSymbolicLink(directory.resolve("link.yaml"), directory.resolve("nowhere"));
        assertThat(Outcome.of("init", broken.toString()).status()).isEqualTo(2);
        assertThat(Outcome.of("init", named("no-such/mine.yaml")).status()).isEqualTo(3);
    }

    @Test
    void a_dash_is_standard_output() {
        assertThat(Outcome.of("init", "-")).isEqualTo(new Outcome(0, ScenarioTemplate.BRANCH_OFFICE.text(), ""));
    }

    @Test
    void an_unknown_template_is_refused() {
        assertThat(Outcome.of("init", "--template", "branch").err())
                .contains("'branch' is not one of one-site, branch-office, campus, two-data-centres")
                .contains("did you mean `branch-office`?");
    }
}
