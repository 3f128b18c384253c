package org.ipsisim.study.montecarlo;

/**
 * An estimate and the interval of 95% confidence about it.
 *
 * @param low at most the estimate
 * @param high at least the estimate; infinite if there are too few runs to say
 */
public record Interval(double estimate, double low, double high) {
    /** Half of its width: what stands after ±. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** The same in other units. */
    public Interval times(double factor) {
        return factor < 0
                ? new Interval(estimate * factor, high * factor, low * factor)
                : new Interval(estimate * factor, low * factor, high * factor);
    }

    /** The rest up to a whole. */
    public Interval rest() {
        return new Interval(1 - estimate, 1 - high, 1 - low);
    }

    /** Whether the runs say enough for two bounds. */
    public boolean isBounded() {
        return !Double.isInfinite(low) && !Double.isInfinite(high);
    }

    /** Whether it lies on one side of zero. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
