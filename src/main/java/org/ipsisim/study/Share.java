package org.ipsisim.study;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many of a number of independent runs had something, with the interval in which the true share lies with 95 %
 * confidence: Wilson's score interval, and where few runs had it, or few had it not, the exact bounds of Clopper and Pearson.
 * If none had it, or all, there is one bound, near three runs in all (the rule of three).
 *
 * @param count how many had it
 * @param of how many runs there were, 1 or more
 */
public record Share(int count, int of) {
    /** The quantile of the normal distribution for 95 % on both sides. */
    private static final double Z = 1.959963984540054;

    /** So many runs on each side are few. */
    private static final int FEW = 5;

    private static final double TAIL = 0.025;

    /** @throws IllegalArgumentException if the count is not within 0 to the number of runs, or there are none */
    public Share {
        if (of < 1 || count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    /** The share seen, 0 to 1. */
    public double seen() {
        return (double) count / of;
    }

    /** The lower end of the interval, 0 to 1. */
    public double low() {
        return count == 0 ? 0 : isExact() ? 1 - exactHigh(of - count) : centre() - half();
    }

    /** The upper end of the interval, 0 to 1. */
    public double high() {
        return count == of ? 1 : isExact() ? exactHigh(count) : centre() + half();
    }

    private boolean isExact() {
        return count < FEW || of - count < FEW;
    }

    /** The share with which so few runs, or fewer, have it just seldom enough. */
    private double exactHigh(int few) {
        return few == 0
                ? 1 - StrictMath.pow(2 * TAIL, 1.0 / of)
                : BetaDistribution.of(few + 1, of - few).inverseSurvivalProbability(TAIL);
    }

    private double centre() {
        return (seen() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double spread = seen() * (1 - seen()) / of + Z * Z / (4.0 * of * of);
        return Z * StrictMath.sqrt(spread) / (1 + Z * Z / of);
    }
}
