package org.ipsisim.study.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ipsisim.history.Detail;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs under outages by chance, against what is known without running, and what does not depend on chance. */
class MonteCarloTest {
    private static final String OUTAGES = "random-outages=[{target: wan, between-failures: {mean: 10d},"
            + " repair: {law: lognormal, mean: 20m, variation: 1}}]";

    /** Power of the branch: outage is the time without power and a restart, which takes no time here. */
    private static final String POWER =
            "random-outages=[{target: ipsi-2a, between-failures: {mean: 10d}, repair: {mean: 12h}}]";

    private static final double BETWEEN = 240;
    private static final double REPAIR = 12;

    private static Variant branch(String outages, String... more) {
        ScenarioSource source =
                Branch.with().with(List.of("duration=30d", "fallback={auto-return: connection-up}", outages));
        return Branch.variant(source, more);
    }

    private static Variant power(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "timers.pn-restart-duration=0s";
        all[1] = "timers.cold-reset-duration=0s";
        System.arraycopy(more, 0, all, 2, more.length);
        return branch(POWER, all);
    }

    private static MonteCarlo study(Variant a, int runs) {
        return study(a, Optional.empty(), runs, ParallelRuns.quiet());
    }

    private static MonteCarlo study(Variant a, Optional<Variant> b, int runs, ParallelRuns work) {
        try {
            return MonteCarlo.of(MonteCarloPlan.of(a, b, runs, OptionalDouble.empty(), Objective.USUAL), work);
        } catch (WrongPlan e) {
            throw new IllegalStateException(e);
        }
    }

    /** The availability over a time from a start in which all works: the two-state Markov chain, integrated. */
    private static double availability(double hours) {
        return availability(BETWEEN, hours);
    }

    private static double availability(double between, double hours) {
        double rate = 1 / between + 1 / REPAIR;
        double steady = between / (between + REPAIR);
        return steady + (1 - steady) * (1 - Math.exp(-rate * hours)) / (rate * hours);
    }

    @Test
    void the_availability_is_that_of_a_two_state_chain() {
        double truth = availability(30 * 24);
        Interval found = study(power(), 2000).portNetworks().get(1).availability();
        assertThat(found.low()).isLessThan(truth);
        assertThat(found.high()).isGreaterThan(truth);
        assertThat(found.halfWidth()).isLessThan(0.003);
        assertThat(found.estimate()).isCloseTo(BETWEEN / (BETWEEN + REPAIR), within(0.005));
    }

    @Test
    void intervals_of_small_studies_cover_the_truth_about_as_often_as_they_say() {
        int studies = 300;
        double truth = 1 - availability(30 * 24);
        double none = Math.exp(-30.0 / 10);
        int means = 0;
        int shares = 0;
        for (int i = 0; i < studies; i++) {
            Forecast pn = study(power().withSeed(1000 + i), 100).portNetworks().get(1);
            Interval outage = pn.availability().rest();
            Interval share = pn.outage().shareAboveZero();
            means += outage.low() <= truth && truth <= outage.high() ? 1 : 0;
            shares += share.low() <= 1 - none && 1 - none <= share.high() ? 1 : 0;
        }
        // 95% of 300 is 285; three standard deviations are 11.
        assertThat(means).isBetween(273, 297);
        assertThat(shares).isBetween(273, 297);
    }

    /** About 15, 30 and 60 outages in a study of 100 runs. */
    @ParameterizedTest(name = "a failure in {0} days")
    @ValueSource(ints = {200, 100, 50})
    void intervals_of_rare_outages_cover_the_truth_of_200_seeds_as_often_as_they_say(int days) {
        double truth = 1 - availability(24.0 * days, 30 * 24);
        String rare = "random-outages[0].between-failures.mean=" + days + "d";
        long covered = IntStream.range(0, 200)
                .mapToObj(seed -> study(power(rare).withSeed(5000 + seed), 100)
                        .portNetworks()
                        .get(1)
                        .availability()
                        .rest())
                .filter(outage -> outage.low() >= 0)
                .filter(outage -> outage.low() <= truth && truth <= outage.high())
                .count();
        assertThat(covered).isBetween(186L, 194L);
    }

    @Test
    void run_0_is_the_scenario_and_every_run_can_be_shown_alone() {
        Variant scenario = branch(OUTAGES);
        MonteCarlo study = study(scenario, 20);
        assertThat(study.seedOf(0)).isEqualTo(scenario.scenario().seed());
        int worst = study.worstRun();
        assertThat(scenario.withSeed(study.seedOf(worst)).run(Detail.RESETS).portNetworks().stream()
                        .mapToLong(pn -> pn.totals().outage())
                        .sum())
                .isEqualTo(study.outageOf(worst))
                .isPositive();
    }

    @Test
    void the_same_outages_for_two_settings_cut_the_variance_of_their_difference() {
        MonteCarlo study = study(
                branch(OUTAGES),
                Optional.of(branch(OUTAGES, "timers.no-service-timeout=2m")),
                1000,
                ParallelRuns.quiet());
        MonteCarlo.Difference outage = study.differences().get(6);
        assertThat(outage.mean().high()).isNegative();
        assertThat(outage.gain()).isCloseTo(7.97, within(0.01));
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        MonteCarlo alone = study(branch(OUTAGES), 200);
        for (int threads : new int[] {2, 8}) {
            MonteCarlo together =
                    study(branch(OUTAGES), Optional.empty(), 200, new ParallelRuns(threads, new Stop(), Progress.NONE));
            for (int run = 0; run < 200; run++) {
                assertThat(together.outageOf(run)).isEqualTo(alone.outageOf(run));
            }
        }
    }

    @Test
    void a_study_ends_when_it_is_precise_enough_after_whole_batches() throws WrongPlan {
        MonteCarloPlan plan =
                MonteCarloPlan.of(branch(OUTAGES), Optional.empty(), 20_000, OptionalDouble.of(0.05), Objective.USUAL);
        MonteCarlo one = MonteCarlo.of(plan, ParallelRuns.quiet());
        MonteCarlo eight = MonteCarlo.of(plan, new ParallelRuns(8, new Stop(), Progress.NONE));
        assertThat(one.runs() % MonteCarlo.BATCH).isZero();
        assertThat(one.runs()).isBetween(MonteCarlo.BATCH, 10_000).isEqualTo(eight.runs());
        Interval mean = one.all().outage().mean();
        assertThat(mean.halfWidth() / mean.estimate()).isLessThan(0.05);
    }

    @Test
    void a_study_that_is_stopped_has_the_first_runs() {
        Stop stop = new Stop();
        Progress soon = (what, done, of) -> {
            if (done == 5) {
                stop.request();
            }
        };
        MonteCarlo study = study(branch(OUTAGES), Optional.empty(), 100, new ParallelRuns(1, stop, soon));
        assertThat(study.isWhole()).isFalse();
        assertThat(study.runs()).isEqualTo(5);
    }

    @Test
    void what_has_no_random_outages_or_other_ones_is_refused() {
        assertThatThrownBy(() -> MonteCarloPlan.of(
                        Branch.variant(Branch.with()), Optional.empty(), 10, OptionalDouble.empty(), Objective.USUAL))
                .isInstanceOf(WrongPlan.class)
                .hasMessageContaining("random-outages");
        assertThatThrownBy(() -> MonteCarloPlan.of(
                        branch(OUTAGES), Optional.of(branch(POWER)), 10, OptionalDouble.empty(), Objective.USUAL))
                .isInstanceOf(WrongPlan.class)
                .hasMessageContaining("same outages");
    }
}
