package org.ipsisim.estate;

import java.time.Duration;

/**
 * A random length of time.
 *
 * @param law its distribution
 * @param mean longer than 0
 * @param form more than 0: the shape of a Weibull law; the standard deviation of a lognormal one divided by its mean; 1
 *     if the law is exponential
 */
public record RandomTime(Law law, Duration mean, double form) {
    /** The distribution of random lengths of time. */
    public enum Law implements Keyed {
        /** Memoryless: how long it has lasted does not matter. */
        EXPONENTIAL,
        /** With a shape below 1 failures come in clusters, with one above 1 they come at regular intervals. */
        WEIBULL,
        /** Many short ones and some very long ones, as repairs are. */
        LOGNORMAL
    }

    /** @throws IllegalArgumentException if a value is out of range */
    public RandomTime {
        if (mean.isNegative() || mean.isZero()) {
            throw new IllegalArgumentException("mean must be longer than 0s");
        }
        if (!(form > 0) || Double.isInfinite(form) || law == Law.EXPONENTIAL && form != 1) {
            throw new IllegalArgumentException("form " + form + " does not go with " + law);
        }
    }

    /** An exponential time. */
    public static RandomTime exponential(Duration mean) {
        return new RandomTime(Law.EXPONENTIAL, mean, 1);
    }
}
