package org.ipsisim.study.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sample says: worked examples, and how often its intervals cover the truth. */
class SampleTest {
    private static final int STUDIES = 2000;

    /** 95% of 2000, and four standard deviations of that count. */
    private static final double COVERED = 0.95 * STUDIES;

    private static final double CHANCE = 4 * Math.sqrt(STUDIES * 0.95 * 0.05);

    private interface Covers {
        boolean covers(Sample sample);
    }

    private static Sample of(long... values) {
        return new Sample(values);
    }

    /** How many of many samples of exponential values with mean 1000 have an interval that covers the truth. */
    private static long covered(int size, Covers interval) {
        Draws draws = Draws.ofSeed(11);
        return LongStream.range(0, STUDIES)
                .filter(study -> interval.covers(new Sample(LongStream.range(0, size)
                        .map(i -> Math.round(
                                -1000 * Math.log(1 - draws.numbered(study).uniform(i))))
                        .toArray())))
                .count();
    }

    private static boolean covers(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    @Test
    void the_interval_of_differences_is_that_of_Student() {
        Interval mean = Sample.ofDifferences(new long[] {-2, 4, 4, 6, 8}).mean();
        assertThat(mean.estimate()).isEqualTo(4);
        // t(4; 97.5%) = 2.776445, standard deviation 3.741657
        assertThat(mean.halfWidth()).isCloseTo(2.776445 * 3.741657 / Math.sqrt(5), within(1e-5));
    }

    @Test
    void the_interval_of_a_mean_is_that_of_Student_on_a_logarithmic_scale() {
        Interval mean = of(0, 0, 0, 0, 0, 2, 4, 4, 6, 4).mean();
        assertThat(mean.estimate()).isEqualTo(2);
        // t(4; 97.5%) = 2.776445 for the five runs with more than nothing, standard deviation 2.309401
        double factor = Math.exp(2.776445 * 2.309401 / Math.sqrt(10) / 2);
        assertThat(mean.high()).isCloseTo(2 * factor, within(1e-5));
        assertThat(mean.low()).isCloseTo(2 / factor, within(1e-5));
    }

    @Test
    void few_runs_with_more_than_nothing_tell_no_interval_of_a_mean() {
        assertThat(of(0, 0, 0, 0).mean()).isEqualTo(new Interval(0, 0, Double.POSITIVE_INFINITY));
        assertThat(of(0, 0, 9, 1, 1, 1).mean()).isEqualTo(new Interval(2, 0, Double.POSITIVE_INFINITY));
        Interval alike = Sample.ofDifferences(new long[] {0, 0, 0, -4}).mean();
        assertThat(alike.isBounded()).isFalse();
        assertThat(alike.excludesZero()).isFalse();
    }

    /** How many of 1000 studies of 200 runs have a mean interval that covers the truth; events are rare, sizes exponential. */
    @ParameterizedTest(name = "{0} events in a study")
    @ValueSource(ints = {5, 8, 12, 20, 40, 100})
    void the_intervals_of_rare_events_cover_the_truth_as_often_as_they_say(int events) {
        int runs = 200;
        int studies = 1000;
        long covered = IntStream.range(0, studies)
                .filter(study -> {
                    Draws draws = Draws.ofSeed(14).numbered(events).numbered(study);
                    long[] values = LongStream.range(0, runs)
                            .map(run -> draws.uniform(2 * run) >= (double) events / runs
                                    ? 0
                                    : 1 + Math.round(-1e6 * Math.log(1 - draws.uniform(2 * run + 1))))
                            .toArray();
                    return covers(new Sample(values).mean(), 1e6 * events / runs);
                })
                .count();
        assertThat(covered).isBetween(930L, 990L);
    }

    @Test
    void the_interval_of_a_share_is_that_of_Wilson_or_exact_where_few_have_it() {
        Interval share = Sample.share(5, 50);
        assertThat(share.low()).isCloseTo(0.04348, within(1e-5));
        assertThat(share.high()).isCloseTo(0.21360, within(1e-5));
        assertThat(Sample.share(0, 100).low()).isZero();
        assertThat(Sample.share(0, 100).high()).isCloseTo(0.029513, within(1e-5));
        assertThat(Sample.share(2, 100).low()).isCloseTo(0.002431, within(1e-5));
        assertThat(Sample.share(2, 100).high()).isCloseTo(0.070384, within(1e-5));
        assertThat(Sample.share(98, 100).low()).isCloseTo(1 - 0.070384, within(1e-5));
        assertThat(Sample.share(100, 100).high()).isEqualTo(1);
    }

    @Test
    void the_interval_of_the_median_lies_between_order_statistics() {
        Sample hundred = new Sample(LongStream.rangeClosed(1, 100).toArray());
        Interval median = hundred.quantile(0.5);
        assertThat(median.estimate()).isEqualTo(50);
        assertThat(median.low()).isEqualTo(40);
        assertThat(median.high()).isEqualTo(61);
    }

    @Test
    void a_quantile_that_too_few_runs_reach_has_no_upper_bound() {
        assertThat(of(1, 2, 3, 4, 5).quantile(0.99).high()).isInfinite();
        assertThat(of(1, 2, 3, 4, 5).quantile(0.99).estimate()).isEqualTo(5);
        assertThat(of(7).mean().high()).isInfinite();
    }

    @Test
    void intervals_cover_the_truth_as_often_as_they_say() {
        assertThat((double) covered(400, sample -> covers(sample.mean(), 1000))).isCloseTo(COVERED, within(CHANCE));
        assertThat((double) covered(400, sample -> covers(sample.quantile(0.9), 1000 * Math.log(10))))
                .isBetween(COVERED - CHANCE, COVERED + CHANCE + 0.01 * STUDIES);
    }

    @Test
    void the_intervals_of_shares_cover_the_truth_as_often_as_they_say() {
        Draws draws = Draws.ofSeed(12);
        long covered = LongStream.range(0, STUDIES)
                .filter(study -> {
                    long count = LongStream.range(0, 200)
                            .filter(i -> draws.numbered(study).uniform(i) < 0.1)
                            .count();
                    return covers(Sample.share((int) count, 200), 0.1);
                })
                .count();
        assertThat((double) covered).isCloseTo(COVERED, within(CHANCE + 0.01 * STUDIES));
    }
}
