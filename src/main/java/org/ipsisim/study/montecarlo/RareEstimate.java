package org.ipsisim.study.montecarlo;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What runs under biased outages say of the mean of a number, and whether their weights allow it to be said.
 *
 * @param mean of weight times number
 * @param error the standard error, as a share of the mean; 0 if no run has any
 * @param runs how many have more than nothing
 * @param effective how many runs of equal weight would say as much as these do
 * @param largest the share of the sum that one run makes, the largest one
 */
record RareEstimate(double mean, double error, int runs, double effective, double largest) {
    /** Fewer effective runs allow no answer. */
    static final int FEW = 30;

    /** A run that makes more than this share of a sum allows no answer. */
    static final double DOMINANT = 0.1;

    /** The least share of the runs that the effective ones may be, of all. */
    private static final double EVEN = 0.01;

    /** The standard errors by which the mean of all weights may miss 1. */
    private static final double CHANCE = 4;

    /**
     * From the weights of runs.
     *
     * @param count how many runs
     * @param weight of each run
     * @param value of each run, 0 or more
     */
    static RareEstimate of(int count, IntToDoubleFunction weight, IntToLongFunction value) {
        double sum = 0;
        double squares = 0;
        double largest = 0;
        int runs = 0;
        for (int run = 0; run < count; run++) {
            double product = weight.applyAsDouble(run) * value.applyAsLong(run);
            sum += product;
            squares += product * product;
            largest = Math.max(largest, product);
            runs += product > 0 ? 1 : 0;
        }
        if (runs == 0) {
            return new RareEstimate(0, 0, 0, 0, 0);
        }
        double mean = sum / count;
        double variance = Math.max(0, squares / count - mean * mean);
        return new RareEstimate(mean, Math.sqrt(variance / count) / mean, runs, sum * sum / squares, largest / sum);
    }

    /** Whether enough runs make it, and none of them alone makes too much of it. */
    boolean isTrusted() {
        return effective >= FEW && largest <= DOMINANT;
    }

    /** Whether the weights of all runs, whose mean this is, are sound: near 1 on average, and not all but a few next to nothing. */
    boolean isOfSoundWeights() {
        return Math.abs(mean - 1) <= CHANCE * error * mean + 1e-9 && effective >= EVEN * runs;
    }

    /** Half the width of the interval, as a share of the mean. */
    double precision() {
        return interval().halfWidth() / mean;
    }

    /** The mean with its interval on a logarithmic scale, as that of {@link Sample#mean}. */
    Interval interval() {
        double quantile =
                TDistribution.of(Math.max(1, effective - 1)).inverseCumulativeProbability((1 + Sample.CONFIDENCE) / 2);
        double factor = Math.exp(quantile * error);
        return new Interval(mean, mean / factor, mean * factor);
    }
}
