package org.ipsisim.study.montecarlo;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipsisim.study.Share;

/** One number of each run of many, and what it says about all runs that there could be, with 95% confidence. */
public final class Sample {
    /** The confidence of all intervals. */
    public static final double CONFIDENCE = 0.95;

    private static final double UPPER = (1 + CONFIDENCE) / 2;

    /** Fewer runs with more than nothing tell no interval of a mean. */
    static final int FEW = 5;

    private final long[] sorted;
    private final boolean differences;
    private final double mean;
    private final double variance;

    /** @param values what runs cost: 0 or more */
    Sample(long[] values) {
        this(values, false);
    }

    /** What two settings differ by, run by run. */
    static Sample ofDifferences(long[] values) {
        return new Sample(values, true);
    }

    private Sample(long[] values, boolean differences) {
        this.differences = differences;
        sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (long value : sorted) {
            sum += value;
        }
        mean = sorted.length == 0 ? 0 : sum / sorted.length;
        double squares = 0;
        for (long value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        variance = sorted.length < 2 ? 0 : squares / (sorted.length - 1);
    }

    /** How many runs. */
    public int size() {
        return sorted.length;
    }

    /** The value of a run; values in ascending order. */
    public long value(int rank) {
        return sorted[rank];
    }

    /** The largest value; 0 without runs. */
    public long largest() {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    double variance() {
        return variance;
    }

    /**
     * The mean with its interval. A few runs may make most of a mean, so that it lies on a logarithmic scale, by the error of
     * the logarithm and Student's t of the runs that have more than nothing; there is no upper bound, and none below but 0, if
     * these are few. That of differences is Student's interval, and none if few runs differ.
     */
    public Interval mean() {
        int counting = (int) Arrays.stream(sorted).filter(value -> value != 0).count();
        if (counting < FEW) {
            return new Interval(mean, differences ? Double.NEGATIVE_INFINITY : 0, Double.POSITIVE_INFINITY);
        }
        double error = Math.sqrt(variance / sorted.length);
        if (differences) {
            double half = quantileOfStudent(sorted.length) * error;
            return new Interval(mean, mean - half, mean + half);
        }
        double factor = Math.exp(quantileOfStudent(counting) * error / mean);
        return new Interval(mean, mean / factor, mean * factor);
    }

    private static double quantileOfStudent(int runs) {
        return TDistribution.of(runs - 1).inverseCumulativeProbability(UPPER);
    }

    /**
     * A quantile with the interval between two order statistics, which needs no law: their ranks are those between which
     * a binomial count lies with the confidence.
     *
     * @param share of the runs that have at most this value, above 0 and below 1
     */
    public Interval quantile(double share) {
        int size = sorted.length;
        if (size == 0) {
            return new Interval(0, 0, Double.POSITIVE_INFINITY);
        }
        int rank = Math.max(1, (int) Math.ceil(share * size - 1e-9));
        BinomialDistribution count = BinomialDistribution.of(size, share);
        int low = count.inverseCumulativeProbability(1 - UPPER);
        int high = count.inverseCumulativeProbability(UPPER) + 1;
        return new Interval(
                sorted[rank - 1],
                low < 1 ? Math.min(0, sorted[0]) : sorted[low - 1],
                high > size ? Double.POSITIVE_INFINITY : sorted[high - 1]);
    }

    /** The share of runs with more than nothing. */
    public Interval shareAboveZero() {
        int size = sorted.length;
        int count = 0;
        while (count < size && sorted[size - 1 - count] > 0) {
            count++;
        }
        return share(count, size);
    }

    /** A share with its interval; any share if there are no runs. */
    static Interval share(int count, int size) {
        if (size == 0) {
            return new Interval(0, 0, 1);
        }
        Share share = new Share(count, size);
        return new Interval(share.seen(), share.low(), share.high());
    }
}
