package org.ipsisim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lengths by chance: a quantile and the hazard of a length undo each other, whatever the law. */
class RandomLengthTest {
    private static final double MEAN = 3_600_000;

    static Stream<RandomLength> laws() {
        return Stream.of(
                RandomLength.exponential(MEAN),
                RandomLength.weibull(MEAN, 0.7),
                RandomLength.weibull(MEAN, 3),
                RandomLength.lognormal(MEAN, 0.3),
                RandomLength.lognormal(MEAN, 2));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aLengthIsExceededWithTheProbabilityThatItsHazardSays(RandomLength length) {
        for (double u : new double[] {0.05, 0.5, 0.95, 0.9999}) {
            assertThat(StrictMath.exp(-length.hazard(length.millis(u)))).isCloseTo(1 - u, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aHazardGivesTheLengthThatHasIt(RandomLength length) {
        for (long millis : new long[] {600_000, 3_600_000, 10_000_000}) {
            assertThat(length.millisAtHazard(length.hazard(millis))).isCloseTo(millis, within(1L));
        }
    }

    @Test
    void withoutVariationEveryLengthIsTheMean() {
        RandomLength length = RandomLength.lognormal(MEAN, 0);
        assertThat(length.millis(0)).isEqualTo(3_600_000);
        assertThat(length.millis(0.999)).isEqualTo(3_600_000);
        assertThat(length.hazard(3_599_999)).isZero();
        assertThat(length.hazard(3_600_000)).isInfinite();
    }
}
