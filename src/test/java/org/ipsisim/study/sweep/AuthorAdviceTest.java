package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String EVENLY = "10s..30m:10s";

    /** Twenty lengths each, at equal steps of the lognormal law around the median. */
    private static final String MEDIAN_2M =
            "17s,28s,38s,47s,56s,1m6s,1m16s,1m27s,1m39s,1m53s,2m8s,2m25s,2m45s,3m9s,3m38s,"
                    + "4m15s,5m6s,6m19s,8m26s,14m12s";

    private static final String MEDIAN_5M = "42s,1m11s,1m35s,1m58s,2m21s,2m45s,3m11s,3m38s,4m8s,4m42s,5m19s,6m2s,6m53s,"
            + "7m52s,9m5s,10m39s,12m44s,15m48s,21m6s,35m30s";

    private static final String BUSY = "traffic: {calls-per-hour: 600, mean-hold: 3m, trunk: 30%, ip: 20%}";

    private static Sweep sweep(String cuts, boolean busy) throws Exception {
        String file = Files.readString(Path.of("scenarios", "author-advice.yaml"));
        String branch = "calls: {pn: 40, ip: 10}";
        assertThat(file).contains(branch);
        String text = busy ? file.replace(branch, BUSY) : file;
        ScenarioSource source =
                new ScenarioSource("author-advice.yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
        List<Axis> choices = new ArrayList<>();
        choices.add(Axis.parse("timers.pn-cold-reset-delay=60s..120s:10s"));
        choices.add(Axis.parse("timers.no-service-timeout=2m..15m:1m"));
        SweepPlan plan = SweepPlan.of(source, choices, List.of(Axis.parse("events[0].for=" + cuts)), Map.of());
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
    void to_hurry_saves_service_and_costs_calls_for_each_failover_has_a_return() throws Exception {
        Sweep sweep = sweep(EVENLY, false);
        Cost defaults = cost(sweep, DEFAULTS);
        Cost advice = cost(sweep, ADVICE);
        Cost hurryAlone = cost(sweep, HURRY_ALONE);

        assertThat(sweep.now()).contains(defaults);
        assertThat(defaults.callsDropped()).isEqualTo(12_400);
        assertThat(advice.callsDropped()).isEqualTo(12_640);
        assertThat(hurryAlone.callsDropped()).isEqualTo(13_120);
        // 21h23m18s, 16h31m6s and 14h5m in which nobody at the branch can dial.
        assertThat(defaults.cannotDial()).isEqualTo(76_998_000);
        assertThat(advice.cannotDial()).isEqualTo(59_466_000);
        assertThat(hurryAlone.cannotDial()).isEqualTo(50_700_000);
        assertThat(List.of(defaults, advice, hurryAlone))
                .extracting(cost -> cost.of(Measure.FAILOVERS))
                .containsExactly(143L, 155L, 161L);
        assertThat(best(sweep)).containsExactly("1m, 2m", "2m, 15m", "1m, 2m");
    }

    @Test
    void the_best_setting_turns_on_the_length_of_the_cuts_and_on_what_is_counted() throws Exception {
        assertThat(best(sweep(MEDIAN_5M, false))).containsExactly("1m50s, 13m", "1m50s, 14m", "1m, 2m");
        assertThat(best(sweep(MEDIAN_2M, false))).containsExactly("2m, 12m", "2m, 12m", "1m40s, 2m");
        assertThat(best(sweep(MEDIAN_5M, true))).containsExactly("2m, 2m", "2m, 2m", "1m, 2m");
        assertThat(best(sweep(MEDIAN_2M, true))).containsExactly("2m, 3m", "2m, 3m", "1m40s, 2m");
    }

    /** The cold reset delay and no-service time-out to take by the usual objective, by calls, and by service. */
    private static List<String> best(Sweep sweep) {
        return Stream.of(Optional.<Criterion>empty(), Optional.of(Criterion.CALLS), Optional.of(Criterion.SERVICE))
                .map(preferred -> SweepAnswer.of(sweep, Objective.USUAL, preferred))
                .map(answer -> settings(sweep, answer).stream()
                        .map(setting -> setting.substring(setting.indexOf('=') + 1))
                        .collect(Collectors.joining(", ")))
                .toList();
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
