package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

/**
 * The advice of the IPSI article (cold reset delay 120 s, no-service time-out 2 min), tried on cuts of 10 s to 30 min, as
 * docs/what-if.md tells it.
 */
class AuthorAdviceTest {
    private static final List<String> DEFAULTS =
            List.of("timers.pn-cold-reset-delay=1m", "timers.no-service-timeout=5m");
    private static final List<String> ADVICE = List.of("timers.pn-cold-reset-delay=2m", "timers.no-service-timeout=2m");
    private static final List<String> HURRY_ALONE =
            List.of("timers.pn-cold-reset-delay=1m", "timers.no-service-timeout=2m");

    private static Sweep sweep() throws Exception {
        Path file = Path.of("scenarios", "author-advice.yaml");
        ScenarioSource source = new ScenarioSource("author-advice.yaml", bytes(file), List.of());
        List<Axis> choices = new ArrayList<>();
        choices.add(Axis.parse("timers.pn-cold-reset-delay=60s..120s:10s"));
        choices.add(Axis.parse("timers.no-service-timeout=2m..15m:1m"));
        SweepPlan plan = SweepPlan.of(source, choices, List.of(Axis.parse("events[0].for=10s..30m:10s")), Map.of());
        return Sweep.of(
                plan, source.read(List.of()).scenario().orElseThrow(), new ParallelRuns(2, new Stop(), Progress.NONE));
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static Cost cost(Sweep sweep, List<String> settings) {
        for (int choice = 0; choice < sweep.costs().size(); choice++) {
            if (sweep.plan().choices().settings(choice).equals(settings)) {
                return sweep.costs().get(choice);
            }
        }
        throw new AssertionError(settings.toString());
    }

    @Test
    void the_article_is_right_to_hurry_and_its_patience_before_the_cold_reset_has_a_price() throws Exception {
        Sweep sweep = sweep();
        Cost defaults = cost(sweep, DEFAULTS);
        Cost advice = cost(sweep, ADVICE);
        Cost hurryAlone = cost(sweep, HURRY_ALONE);

        assertThat(sweep.now()).contains(defaults);
        // Six of 180 cuts end between the two cold resets: 40 calls each.
        assertThat(defaults.callsDropped()).isEqualTo(6920);
        assertThat(advice.callsDropped()).isEqualTo(6680);
        assertThat(hurryAlone.callsDropped()).isEqualTo(6920);
        // 21h23m18s, 16h31m6s and 14h5m in which nobody at the branch can dial.
        assertThat(defaults.cannotDial()).isEqualTo(76_998_000);
        assertThat(advice.cannotDial()).isEqualTo(59_466_000);
        assertThat(hurryAlone.cannotDial()).isEqualTo(50_700_000);
        assertThat(List.of(defaults, advice, hurryAlone)).allMatch(cost -> cost.of(Measure.NEEDLESS_FAILOVERS) == 6);
    }

    @Test
    void who_puts_calls_first_gets_the_advice_and_who_puts_service_first_hurries_alone() throws Exception {
        Sweep sweep = sweep();
        SweepAnswer calls = SweepAnswer.of(sweep, Objective.USUAL, Optional.of(Criterion.CALLS));
        SweepAnswer service = SweepAnswer.of(sweep, Objective.USUAL, Optional.of(Criterion.SERVICE));
        assertThat(settings(sweep, calls)).isEqualTo(ADVICE);
        assertThat(settings(sweep, service)).isEqualTo(HURRY_ALONE);
        assertThat(calls.front())
                .extracting(choice -> sweep.plan().choices().settings(choice).get(1))
                .containsOnly("timers.no-service-timeout=2m");
    }

    private static List<String> settings(Sweep sweep, SweepAnswer answer) {
        return sweep.plan().choices().settings(answer.recommended().orElseThrow());
    }

    /** Where calls come and go, those who cannot dial have no calls to lose: dropped calls alone would say to wait. */
    @Test
    void with_random_calls_the_recommended_setting_is_the_one_that_people_feel_least() throws Exception {
        Path file = Path.of("scenarios", "month-by-chance.yaml");
        ScenarioSource source = new ScenarioSource("month-by-chance.yaml", bytes(file), List.of());
        SweepPlan plan = SweepPlan.of(
                source,
                List.of(Axis.parse("timers.no-service-timeout=2m,5m,10m,15m")),
                List.of(Axis.parse("seed=1..8")),
                Map.of());
        Sweep sweep = Sweep.of(plan, source.read(List.of()).scenario().orElseThrow(), ParallelRuns.quiet());
        assertThat(sweep.costs()).isSortedAccordingTo(Comparator.comparing(Measure.FAILED_CALLS::of));
        assertThat(SweepAnswer.of(sweep, Objective.USUAL, Optional.empty()).recommended())
                .hasValue(0);
    }
}
