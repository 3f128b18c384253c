package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.cli.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about many runs, opened once each: nothing goes wrong, nothing is asked for, nothing is too wide. */
class StudyPagesTest {
    @TempDir
    Path directory;

    private void check(String heading, String... command) {
        try (Tab tab = Chromium.open()) {
            List<String> words = new ArrayList<>(List.of(command));
            words.addAll(List.of("--report", directory.toString()));
            Outcome outcome = Outcome.of(words.toArray(String[]::new));
            assertThat(outcome.status()).as(outcome.err()).isZero();

            tab.open(directory.resolve("index.html"));
            assertThat(tab.text(".kicker")).endsWith(heading);
            tab.assertFits().phone().open(directory.resolve("index.html"));
            tab.assertFits().assertClean();
        }
    }

    @Test
    void compare() {
        check("comparison", "compare", "scenarios/wan-cut.yaml", "--against", "timers.no-service-timeout=2m");
    }

    @Test
    void thresholds() {
        check("thresholds", "thresholds", "scenarios/wan-cut.yaml", "--up-to", "3m");
    }

    @Test
    void thresholds_over_a_bad_line() {
        check(
                "thresholds",
                "thresholds",
                "scenarios/wan-cut.yaml",
                "--set",
                "links[0].loss=40%",
                "--fault",
                "wan",
                "--seeds",
                "5",
                "--up-to",
                "30s",
                "--step",
                "5s");
    }

    @Test
    void sweep() {
        check(
                "sweep",
                "sweep",
                "scenarios/author-advice.yaml",
                "--vary",
                "timers.pn-cold-reset-delay=60s,120s",
                "--vary",
                "timers.no-service-timeout=2m,5m",
                "--over",
                "events[0].for=30s,5m");
    }

    @Test
    void monte_carlo() {
        check(
                "outages by chance",
                "monte-carlo",
                "scenarios/month-by-chance.yaml",
                "--runs",
                "10",
                "--set",
                "duration=2d");
    }

    @Test
    void two_settings_under_the_same_outages() {
        check(
                "outages by chance",
                "monte-carlo",
                "scenarios/month-by-chance.yaml",
                "--runs",
                "10",
                "--set",
                "duration=2d",
                "--against",
                "timers.no-service-timeout=2m");
    }

    @Test
    void audit() {
        check("audit", "audit", "scenarios/separated-pair.yaml", "--durations", "30s,10m");
    }

    @Test
    void replay() {
        check(
                "replayed outages",
                "replay",
                "scenarios/month-by-chance.yaml",
                "--outages",
                "scenarios/data/wan-cuts-2025.csv",
                "--zone",
                "America/Chicago",
                "--map",
                "rtr-dal-1=wan-dallas",
                "--map",
                "rtr-aus-1=wan-austin");
    }
}
