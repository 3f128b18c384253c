package org.ipsisim.kernel;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** A random length of time by inverse transform: one number, uniform over [0, 1), gives one length. */
public final class RandomLength {
    /** Far beyond the end of any run; sums of two do not overflow. */
    private static final long LONGEST = 1L << 53;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final DoubleUnaryOperator inverse;
    private final DoubleUnaryOperator hazard;

    /**
     * @param inverse the quantile
     * @param hazard the cumulative hazard
     */
    private RandomLength(DoubleUnaryOperator inverse, DoubleUnaryOperator hazard) {
        this.inverse = inverse;
        this.hazard = hazard;
    }

    /** An exponential length. */
    public static RandomLength exponential(double mean) {
        return new RandomLength(u -> exponential(mean, u), length -> length / mean);
    }

    /** The quantile of an exponential distribution. */
    public static double exponential(double mean, double u) {
        return -mean * StrictMath.log(1 - u);
    }

    /** A length that follows a Weibull distribution. */
    public static RandomLength weibull(double mean, double shape) {
        double scale = mean / WeibullDistribution.of(shape, 1).getMean();
        return new RandomLength(
                u -> scale * StrictMath.pow(-StrictMath.log(1 - u), 1 / shape),
                length -> StrictMath.pow(length / scale, shape));
    }

    /**
     * A lognormal length: with this mean and variation, its logarithm has the variance ln(1 + variation²).
     *
     * @param variation standard deviation divided by mean, 0 or more
     */
    public static RandomLength lognormal(double mean, double variation) {
        if (variation == 0) {
            return new RandomLength(u -> mean, length -> length < mean ? 0 : Double.POSITIVE_INFINITY);
        }
        double variance = StrictMath.log(1 + variation * variation);
        double mu = StrictMath.log(mean) - variance / 2;
        double sigma = StrictMath.sqrt(variance);
        return new RandomLength(
                u -> StrictMath.exp(mu + sigma * STANDARD.inverseCumulativeProbability(u)),
                length -> -StrictMath.log(STANDARD.survivalProbability((StrictMath.log(length) - mu) / sigma)));
    }

    /**
     * The length in whole milliseconds, at least 1.
     *
     * @param u uniform over [0, 1)
     */
    public long millis(double u) {
        return Math.min(LONGEST, Math.max(1, Math.round(inverse.applyAsDouble(u))));
    }

    /**
     * The cumulative hazard of a length: with the probability e<sup>-hazard</sup> it is exceeded.
     *
     * @param millis 0 or more
     */
    public double hazard(long millis) {
        return hazard.applyAsDouble(millis);
    }

    /** The length in whole milliseconds, at least 1, with this cumulative hazard. */
    public long millisAtHazard(double hazard) {
        return millis(-StrictMath.expm1(-hazard));
    }
}
