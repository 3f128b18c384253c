package org.ipsisim.study.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.ipsisim.kernel.Draws;
import org.ipsisim.study.Measure;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

/** Rare events: found to a tenth, and not told where the weights do not allow it. */
class RareEventsTest {
    private static RareEstimate any(MonteCarlo study, Measure measure) {
        return study.rareEvents().stream()
                .filter(event -> event.name().equals(Forecast.ALL) && event.measure() == measure)
                .findFirst()
                .orElseThrow()
                .probability();
    }

    private static String headline(MonteCarlo study) {
        return new RareDocument(study, "").headline();
    }

    @Test
    void two_lines_are_out_at_once_in_one_month_of_100_000() {
        RareEstimate warm = any(SampleMonths.rare(8000, ParallelRuns.quiet()), Measure.WARM_RESETS);
        // As BiasedOutagesTest works it out: 9.94e-6 that both are out; 0.2% of those are mended within the 15 s of
        // silence.
        assertThat(warm.mean()).isCloseTo(9.94e-6 * 0.998, within(4 * warm.error() * warm.mean()));
        assertThat(warm.precision()).isLessThan(0.1);
        assertThat(warm.isTrusted()).isTrue();
    }

    @Test
    void where_chance_alone_reaches_it_says_the_same() {
        String[] often = {"random-outages[0].between-failures.mean=10d"};
        RareEstimate found = any(SampleMonths.rare(4000, ParallelRuns.quiet(), often), Measure.FAILOVERS);
        Interval crude =
                SampleMonths.crude(10_000, often).all().of(Measure.FAILOVERS).shareAboveZero();
        assertThat(found.interval().low()).isLessThan(crude.high());
        assertThat(found.interval().high()).isGreaterThan(crude.low());
        assertThat(crude.halfWidth()).isLessThan(0.1 * crude.estimate());
    }

    @Test
    void too_few_runs_give_no_answer() {
        assertThat(headline(SampleMonths.rare(60, ParallelRuns.quiet())))
                .startsWith("How likely a run of 30d is to have any outage cannot be said: ")
                .endsWith("take more runs.");
        assertThat(headline(SampleMonths.rare(1000, ParallelRuns.quiet())))
                .startsWith("Some port network is out of service in 0.00");
    }

    @Test
    void one_heavy_run_gives_no_answer_however_many_light_ones_there_are() {
        RareEstimate even = RareEstimate.of(1000, run -> 1, run -> run % 10 == 0 ? 1 : 0);
        assertThat(even.isTrusted()).isTrue();
        assertThat(even.effective()).isEqualTo(100);
        assertThat(even.mean()).isEqualTo(0.1);
        RareEstimate heavy = RareEstimate.of(1000, run -> run == 0 ? 20 : 1, run -> run % 10 == 0 ? 1 : 0);
        assertThat(heavy.largest()).isCloseTo(20.0 / 119, within(1e-12));
        assertThat(heavy.isTrusted()).isFalse();
    }

    @Test
    void weights_that_miss_1_or_are_all_but_nothing_are_not_sound() {
        IntToDoubleFunction half = run -> run % 2 == 0 ? 0.4 : 0.6;
        assertThat(RareEstimate.of(1000, half, run -> 1).isOfSoundWeights()).isFalse();
        IntToDoubleFunction whole = run -> run % 2 == 0 ? 0.8 : 1.2;
        assertThat(RareEstimate.of(1000, whole, run -> 1).isOfSoundWeights()).isTrue();
        IntToDoubleFunction one = run -> run == 0 ? 999 : 0.001;
        assertThat(RareEstimate.of(1000, one, run -> 1).isOfSoundWeights()).isFalse();
    }

    /** Of 400 small studies with weights that spread as much as those of overlapping outages. */
    @Test
    void intervals_cover_the_truth_about_as_often_as_they_say() {
        long trusted = 0;
        long covered = 0;
        for (int study = 0; study < 400; study++) {
            Draws draws = Draws.ofSeed(21).numbered(study);
            // Weight times number: exponential with the mean 1 in half of the runs, nothing in the others.
            RareEstimate found = RareEstimate.of(
                    200,
                    run -> -Math.log(1 - draws.uniform(2L * run)),
                    run -> draws.uniform(2L * run + 1) < 0.5 ? 1 : 0);
            trusted += found.isTrusted() ? 1 : 0;
            covered += found.interval().low() <= 0.5 && 0.5 <= found.interval().high() ? 1 : 0;
        }
        assertThat(trusted).isGreaterThan(390);
        // 95% of 400 is 380; three standard deviations are 13.
        assertThat(covered).isBetween(367L, 393L);
    }
}
