package org.ipsisim.study.montecarlo;

import java.util.Map;
import java.util.Optional;
import org.ipsisim.study.Measure;

/**
 * What a port network, a population of phones, or all of them together have to expect.
 *
 * @param name the number of the port network, the name of the population, {@link #ALL} or {@link #PHONES}
 * @param samples by measure
 * @param time the time of one run in which there could be service, in milliseconds: for all, that of each added up
 */
public record Forecast(String name, Map<Measure, Sample> samples, long time) {
    /** The name of all port networks together. */
    public static final String ALL = "all";

    /** The name of all SIP phones together. */
    public static final String PHONES = "phones";

    /** Keeps a copy of the samples. */
    public Forecast {
        samples = Map.copyOf(samples);
    }

    /**
     * The numbers of one measure.
     *
     * @throws NoSuchElementException if it was not counted
     */
    public Sample of(Measure measure) {
        return Optional.ofNullable(samples.get(measure)).orElseThrow();
    }

    /** Outage in milliseconds. */
    public Sample outage() {
        return of(Measure.OUTAGE);
    }

    /** Time without service in milliseconds: of phones, that of each added up. */
    public Sample lost() {
        return samples.containsKey(Measure.OUTAGE) ? outage() : of(Measure.PHONE_TIME_LOST);
    }

    /** The share of time with service. */
    public Interval availability() {
        Interval share = lost().mean().times(1.0 / time).rest();
        return new Interval(
                share.estimate(),
                Double.isInfinite(share.low()) ? share.low() : Math.max(0, share.low()),
                Math.min(1, share.high()));
    }

    /** How many nines that is: 3 for 99.9%; infinite without any outage. */
    public double nines() {
        return -StrictMath.log10(1 - availability().estimate());
    }
}
