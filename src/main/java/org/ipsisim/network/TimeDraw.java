package org.ipsisim.network;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.ipsisim.estate.RandomTime;

/** Random lengths of time by inverse transform: one evenly spread number gives one length. */
final class TimeDraw {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** Far beyond the end of any run; sums of two do not overflow. */
    private static final long LONGEST = 1L << 53;

    private final DoubleUnaryOperator inverse;

    private TimeDraw(DoubleUnaryOperator inverse) {
        this.inverse = inverse;
    }

    static TimeDraw of(RandomTime time) {
        double mean = time.mean().toMillis();
        return new TimeDraw(
                switch (time.law()) {
                    case EXPONENTIAL -> u -> -mean * StrictMath.log(1 - u);
                    case WEIBULL -> weibull(mean, time.form());
                    case LOGNORMAL -> lognormal(mean, time.form());
                });
    }

    private static DoubleUnaryOperator weibull(double mean, double shape) {
        double scale = mean / WeibullDistribution.of(shape, 1).getMean();
        return u -> scale * StrictMath.pow(-StrictMath.log(1 - u), 1 / shape);
    }

    /** With the mean and the variation given, the logarithm has variance ln(1 + variation²). */
    private static DoubleUnaryOperator lognormal(double mean, double variation) {
        double variance = StrictMath.log(1 + variation * variation);
        double mu = StrictMath.log(mean) - variance / 2;
        double sigma = StrictMath.sqrt(variance);
        return u -> StrictMath.exp(mu + sigma * STANDARD.inverseCumulativeProbability(u));
    }

    /**
     * A length in whole milliseconds, 1 at least.
     *
     * @param u evenly spread over [0, 1)
     */
    long millis(double u) {
        return Math.min(LONGEST, Math.max(1, Math.round(inverse.applyAsDouble(u))));
    }
}
