package org.ipsisim.traffic;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipsisim.estate.Traffic;

/** The holding times of random calls by inverse transform: one evenly spread number gives one time (T2). */
final class HoldingTimes {
    private final DoubleUnaryOperator inverse;

    private HoldingTimes(DoubleUnaryOperator inverse) {
        this.inverse = inverse;
    }

    static HoldingTimes of(Traffic traffic) {
        double mean = traffic.meanHold().toMillis();
        return new HoldingTimes(
                switch (traffic.law()) {
                    case EXPONENTIAL -> u -> exponential(mean, u);
                    case LOGNORMAL -> traffic.variation() == 0 ? u -> mean : lognormal(mean, traffic.variation());
                });
    }

    /** The quantile of an exponential distribution. */
    static double exponential(double mean, double u) {
        return -mean * StrictMath.log(1 - u);
    }

    /** With the mean and the variation given, the logarithm has variance ln(1 + variation²). */
    private static DoubleUnaryOperator lognormal(double mean, double variation) {
        double variance = StrictMath.log(1 + variation * variation);
        double mu = StrictMath.log(mean) - variance / 2;
        double sigma = StrictMath.sqrt(variance);
        NormalDistribution standard = NormalDistribution.of(0, 1);
        return u -> StrictMath.exp(mu + sigma * standard.inverseCumulativeProbability(u));
    }

    /**
     * A holding time in whole milliseconds, 1 at least.
     *
     * @param u evenly spread over [0, 1)
     */
    long millis(double u) {
        return Math.max(1, Math.round(inverse.applyAsDouble(u)));
    }
}
