package org.ipsisim.study.montecarlo;

/**
 * How far two settings lie apart under the same outages: the other one less the first.
 *
 * @param name the number of the port network, or {@link Forecast#ALL}
 * @param outage in milliseconds
 * @param callsDropped calls
 * @param failovers failovers
 */
public record PairedDifference(String name, Of outage, Of callsDropped, Of failovers) {
    /**
     * The difference of one measure.
     *
     * @param mean of a run, with Student's interval of the differences
     * @param gain the variance that the difference of two separate studies would have, divided by the one it has: they would need
     *     this many times more runs. Infinite if all runs differ alike, not a number if nothing varies
     */
    public record Of(Interval mean, double gain) {}
}
