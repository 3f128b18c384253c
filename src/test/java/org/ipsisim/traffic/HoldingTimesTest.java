package org.ipsisim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipsisim.traffic.Samples.lognormal;
import static org.ipsisim.traffic.Samples.traffic;

import java.time.Duration;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.ipsisim.estate.Traffic;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.RandomLength;
import org.junit.jupiter.api.Test;

/** Holding times have the distribution, the mean and the variation that a scenario asks for (T2). */
class HoldingTimesTest {
    private static final int CALLS = 200_000;
    private static final double MEAN = 180_000;

    private static double[] sample(Traffic traffic) {
        Draws draws = Draws.ofSeed(7).named("holding times");
        RandomLength times = Attempts.holdingTime(traffic);
        return LongStream.range(0, CALLS)
                .mapToDouble(i -> times.millis(draws.uniform(i)))
                .toArray();
    }

    private static double mean(double[] sample) {
        return LongStream.range(0, sample.length)
                .mapToDouble(i -> sample[(int) i])
                .average()
                .orElseThrow();
    }

    private static double variation(double[] sample) {
        double mean = mean(sample);
        double squares = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sample.length - 1)) / mean;
    }

    private static void assertQuantiles(Traffic traffic, ContinuousDistribution expected) {
        RandomLength times = Attempts.holdingTime(traffic);
        for (double u = 0.001; u < 1; u += 0.001) {
            assertThat((double) times.millis(u)).isCloseTo(expected.inverseCumulativeProbability(u), within(0.51));
        }
    }

    /** The mean of so many calls lies within 3.3 standard errors of the true one in 999 of 1000 samples. */
    private static double standardErrors(double variation) {
        return 3.3 * variation / Math.sqrt(CALLS) * MEAN;
    }

    @Test
    void T2_exponential_ones_have_the_quantiles_and_the_mean_of_the_distribution() {
        assertQuantiles(traffic(300), ExponentialDistribution.of(MEAN));
        double[] sample = sample(traffic(300));
        assertThat(mean(sample)).isCloseTo(MEAN, within(standardErrors(1)));
        assertThat(variation(sample)).isCloseTo(1, within(0.02));
    }

    @Test
    void T2_lognormal_ones_have_the_quantiles_the_mean_and_the_variation_that_are_asked_for() {
        for (double variation : new double[] {0.3, 1, 1.4}) {
            double variance = Math.log(1 + variation * variation);
            assertQuantiles(
                    lognormal(300, variation),
                    LogNormalDistribution.of(Math.log(MEAN) - variance / 2, Math.sqrt(variance)));
            double[] sample = sample(lognormal(300, variation));
            assertThat(mean(sample)).isCloseTo(MEAN, within(standardErrors(variation)));
            assertThat(variation(sample)).isCloseTo(variation, within(0.04 * variation));
        }
    }

    @Test
    void without_variation_all_calls_are_equally_long() {
        assertThat(sample(lognormal(300, 0))).containsOnly(MEAN);
    }

    @Test
    void a_call_lasts_a_millisecond_at_least_and_the_largest_draw_gives_the_longest() {
        assertThat(Attempts.holdingTime(traffic(300)).millis(0)).isEqualTo(1);
        assertThat(Attempts.holdingTime(lognormal(300, 1)).millis(0)).isEqualTo(1);
        Duration longest = Duration.ofMillis(Attempts.holdingTime(traffic(300)).millis(1 - 0x1.0p-53));
        assertThat(longest).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(111));
    }
}
