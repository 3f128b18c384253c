package org.ipsisim.study.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;

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
    void the_interval_of_a_mean_is_that_of_Student() {
        Interval mean = of(2, 4, 4, 6).mean();
        assertThat(mean.estimate()).isEqualTo(4);
        // t(3; 97.5%) = 3.182446, standard deviation 1.632993
        assertThat(mean.halfWidth()).isCloseTo(3.182446 * 1.632993 / 2, within(1e-5));
    }

    @Test
    void the_interval_of_a_share_is_that_of_Wilson() {
        Interval share = Sample.share(5, 50);
        assertThat(share.low()).isCloseTo(0.04348, within(1e-5));
        assertThat(share.high()).isCloseTo(0.21360, within(1e-5));
        assertThat(Sample.share(0, 100).low()).isZero();
        assertThat(Sample.share(0, 100).high()).isCloseTo(0.036994, within(1e-5));
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
