package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.history.Detail;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.Stop;
import org.ipsisim.study.WrongPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many settings of one scenario, and what each of them costs. */
class SweepTest {
    private static final ScenarioSource CUT = with("{at: 1m, fail: wan, for: 90s}");
    private static final String[] NOTHING = {};

    private static List<Axis> axes(String... texts) throws WrongPlan {
        List<Axis> axes = new ArrayList<>();
        for (String text : texts) {
            axes.add(Axis.parse(text));
        }
        return axes;
    }

    private static Sweep sweep(ScenarioSource source, String[] vary, String[] over) throws Exception {
        return sweep(source, vary, over, ParallelRuns.quiet());
    }

    private static Sweep sweep(ScenarioSource source, String[] vary, String[] over, ParallelRuns runs)
            throws Exception {
        SweepPlan plan = SweepPlan.of(source, axes(vary), axes(over), Map.of());
        return Sweep.of(plan, variant(source).scenario(), runs);
    }

    private static String[] vary(String... texts) {
        return texts;
    }

    /** Costs of runs of which each has read the file with its own assignments. */
    private static void checkAgainstSingleRuns(Sweep sweep) {
        SweepPlan plan = sweep.plan();
        for (int choice = 0; choice < plan.choices().size(); choice++) {
            Cost sum = Cost.NONE;
            for (int circumstance = 0; circumstance < plan.runsOfEach(); circumstance++) {
                List<String> settings = new ArrayList<>(plan.choices().settings(choice));
                settings.addAll(plan.circumstances().settings(circumstance));
                sum = sum.plus(Cost.of(
                        variant(plan.source(), settings.toArray(String[]::new)).run(Detail.SILENCES)));
            }
            assertThat(sweep.costs().get(choice))
                    .as(plan.choices().settings(choice).toString())
                    .isEqualTo(sum);
        }
    }

    @Test
    void each_setting_costs_what_a_run_with_it_costs() throws Exception {
        Sweep sweep =
                sweep(CUT, vary("timers.pn-cold-reset-delay=60s,70s,80s", "timers.no-service-timeout=2m,5m"), NOTHING);
        assertThat(sweep.isWhole()).isTrue();
        assertThat(sweep.costs().stream().map(Measure.CALLS_DROPPED::of)).containsExactly(40L, 40L, 40L, 40L, 0L, 0L);
        assertThat(sweep.now()).contains(Cost.of(variant(CUT).run(Detail.SILENCES)));
        checkAgainstSingleRuns(sweep);
    }

    @Test
    void any_key_can_be_varied_and_the_file_is_read_anew_where_it_must_be() throws Exception {
        checkAgainstSingleRuns(sweep(
                CUT,
                vary("servers.survivable-cores[0].site=hq,branch", "timers.no-service-timeout=2m,6m"),
                vary(
                        "timers.reading=serial,all-from-loss",
                        "timers.calls-drop=at-cold-reset,at-takeover",
                        "events[0].for=10s,90s,10m",
                        "seed=1..2")));
    }

    @Test
    void a_release_decides_which_timers_are_allowed() throws Exception {
        checkAgainstSingleRuns(sweep(
                with("{at: 1m, fail: wan, for: 10s}"),
                vary("release=cm-4,cm-6", "timers.no-service-timeout=3m,5m"),
                NOTHING));
        assertThatThrownBy(() -> sweep(CUT, vary("timers.no-service-timeout=2m,5m", "release=cm-6,cm-4"), NOTHING))
                .isInstanceOf(RefusedSettings.class)
                .hasMessage("with timers.no-service-timeout=2m, release=cm-4");
    }

    @Test
    void circumstances_are_added_up() throws Exception {
        Sweep sweep = sweep(CUT, vary("timers.pn-cold-reset-delay=60s,120s"), vary("events[0].for=30s,90s,100s,150s"));
        assertThat(sweep.costs().stream().map(Measure.CALLS_DROPPED::of)).containsExactly(120L, 40L);
        assertThat(sweep.now().map(Measure.CALLS_DROPPED::of)).contains(120L);
        checkAgainstSingleRuns(sweep);
    }

    @Test
    void a_value_and_a_port_network_can_count_several_times() throws Exception {
        List<Axis> over = List.of(Axis.weighted("events[0].for=30s*5,100s*2,150s"));
        SweepPlan plan = SweepPlan.of(CUT, axes("timers.pn-cold-reset-delay=60s,120s"), over, Map.of(2, 3));
        Sweep sweep = Sweep.of(plan, variant(CUT).scenario(), ParallelRuns.quiet());
        // 40 calls of port network 2 drop in cuts of 100 s and 150 s, or of 150 s alone
        assertThat(sweep.costs().stream().map(Measure.CALLS_DROPPED::of)).containsExactly(3 * 120L, 3 * 40L);
        assertThat(sweep.now().map(Measure.CALLS_DROPPED::of)).contains(3 * 120L);
        assertThatThrownBy(() -> Axis.weighted("k=30s*5,30s")).hasMessage("k=30s*5,30s: '30s' is given twice");
    }

    @Test
    void a_reading_of_the_manuals_cannot_be_chosen() {
        assertThatThrownBy(() -> SweepPlan.of(CUT, axes("timers.reading=serial,all-from-loss"), List.of(), Map.of()))
                .isInstanceOf(WrongPlan.class)
                .hasMessage("timers.reading is how the manuals are read, which nobody can choose; --over"
                        + " timers.reading=serial,all-from-loss finds what is best under every reading");
    }

    @Test
    void under_several_readings_the_least_regret_is_recommended() throws Exception {
        Sweep sweep = sweep(
                CUT,
                vary("timers.no-service-timeout=2m,3m,4m,5m"),
                vary("timers.reading=serial,all-from-loss", "events[0].for=90s,3m,5m,6m,12m"));
        SweepAnswer answer = SweepAnswer.of(sweep, Objective.USUAL, Optional.empty());
        assertThat(sweep.readings()).isNotEmpty().allMatch(costs -> costs.size() == 2);
        for (int choice = 0; choice < 4; choice++) {
            double most = 0;
            for (int reading = 0; reading < 2; reading++) {
                int at = reading;
                double best = sweep.readings().stream()
                        .mapToDouble(costs -> Objective.USUAL.of(costs.get(at)))
                        .min()
                        .orElseThrow();
                most = Math.max(
                        most, Objective.USUAL.of(sweep.readings().get(choice).get(at)) - best);
            }
            assertThat(answer.regrets().get(choice)).isEqualTo(most);
        }
        assertThat(answer.regrets().get(answer.recommended().orElseThrow()))
                .isEqualTo(Collections.min(answer.regrets()));
    }

    @Test
    void a_wrong_value_is_refused_before_anything_runs() {
        assertThatThrownBy(() -> sweep(CUT, vary("timers.no-service-timout=2m"), NOTHING))
                .isInstanceOfSatisfying(RefusedSettings.class, e -> {
                    assertThat(e.settings()).containsExactly("timers.no-service-timout=2m");
                    assertThat(e.result().diagnostics().get(0).suggestion()).isEqualTo("no-service-timeout");
                });
        assertThatThrownBy(() -> sweep(CUT, vary("timers.pn-cold-reset-delay=60s..150s:30s"), NOTHING))
                .isInstanceOf(RefusedSettings.class)
                .hasMessage("with timers.pn-cold-reset-delay=2m30s");
    }

    @Test
    void a_scenario_that_cannot_stand_as_it_is_has_no_cost_now() throws Exception {
        Sweep sweep = sweep(CUT, vary("duration=2h,3h"), vary("events[0].at=1m,1h30m"));
        assertThat(sweep.now()).isPresent();
        ScenarioSource short1 = Branch.source("""
                title: Short
                duration: 10m
                port-networks: [{pn: 1}]
                expect: [{pn: 1, at: 1m, state: in-service}]
                """);
        assertThat(sweep(short1, vary("duration=20m,30m"), vary("expect[0].at=15m,16m"))
                        .now())
                .isEmpty();
    }

    @Test
    void keys_stand_once_and_grids_have_a_limit() {
        assertThatThrownBy(() -> SweepPlan.of(CUT, axes("seed=1..3"), axes("seed=4,5"), Map.of()))
                .isInstanceOf(WrongPlan.class)
                .hasMessage("seed is set twice");
        assertThatThrownBy(() -> SweepPlan.of(CUT.with(List.of("seed=3")), axes("seed=1..3"), List.of(), Map.of()))
                .isInstanceOf(WrongPlan.class);
        assertThatThrownBy(() -> SweepPlan.of(
                        CUT,
                        axes("timers.no-service-timeout=2m..15m:1s", "seed=1..1000"),
                        axes("duration=1h,2h"),
                        Map.of()))
                .isInstanceOf(WrongPlan.class)
                .hasMessageContaining("1 562 000 runs (781 x 1000 x 2), more than 1 000 000");
        assertThatThrownBy(() -> SweepPlan.of(CUT, axes("duration=1h..4h:1s"), List.of(), Map.of()))
                .isInstanceOf(WrongPlan.class)
                .hasMessageContaining("10 801 combinations change more than timers");
        String[] many = new String[21];
        Arrays.setAll(many, i -> "k" + i + "=1");
        assertThatThrownBy(() -> SweepPlan.of(CUT, axes(many), List.of(), Map.of()))
                .hasMessage("21 keys are too many; at most 20");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void the_number_of_threads_changes_nothing(int threads) throws Exception {
        String[] vary = vary("timers.pn-cold-reset-delay=60s..120s:10s", "timers.no-service-timeout=2m..6m:1m");
        String[] over = vary("events[0].for=20s..6m:40s");
        assertThat(sweep(CUT, vary, over, new ParallelRuns(threads, new Stop(), Progress.NONE)))
                .isEqualTo(sweep(CUT, vary, over));
    }

    @Test
    void what_is_stopped_tells_what_the_first_settings_cost() throws Exception {
        Stop stop = new Stop();
        int[] runs = {0};
        ParallelRuns stopped = new ParallelRuns(1, stop, (what, done, of) -> {
            if (what.equals("running") && ++runs[0] == 10) {
                stop.request();
            }
        });
        String[] vary = vary("timers.no-service-timeout=2m..15m:1m");
        String[] over = vary("events[0].for=30s,90s,8m");
        Sweep sweep = sweep(CUT, vary, over, stopped);
        assertThat(sweep.isWhole()).isFalse();
        assertThat(sweep.costs())
                .hasSize(3)
                .isEqualTo(sweep(CUT, vary, over).costs().subList(0, 3));
        SweepAnswer answer = SweepAnswer.of(sweep, Objective.USUAL, Optional.of(Criterion.CALLS));
        assertThat(answer.recommended()).isPresent();
        assertThat(answer.sensitivities()).isEmpty();
    }

    @Test
    void what_is_stopped_at_once_has_no_answer() throws Exception {
        Stop stop = new Stop();
        stop.request();
        Sweep sweep = sweep(CUT, vary("seed=1..9"), NOTHING, new ParallelRuns(2, stop, Progress.NONE));
        assertThat(sweep.costs()).isEmpty();
        assertThat(SweepAnswer.of(sweep, Objective.USUAL, Optional.of(Criterion.CALLS))
                        .recommended())
                .isEmpty();
    }
}
