package org.ipsisim.estate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Calls that arrive at random (T1 to T4).
 *
 * @param callsPerHour mean arrivals per hour while the profile is at 100%, 0 or more
 * @param meanHold mean holding time, longer than 0
 * @param law the distribution of holding times
 * @param variation standard deviation of the holding time divided by its mean, 0 or more; 1 if the law is exponential
 * @param setUp mean time of dialling and ringing before a call is up, 0 or more
 * @param shares where the calls go
 * @param circuits trunk circuits that all calls over trunks share; empty if there are always enough
 * @param profile the share of {@code callsPerHour} that arrives, by time of day
 */
public record Traffic(
        double callsPerHour,
        Duration meanHold,
        HoldingLaw law,
        double variation,
        Duration setUp,
        CallShares shares,
        OptionalInt circuits,
        DayProfile profile) {
    /** Mean time of dialling and ringing unless a scenario says otherwise. */
    public static final Duration DEFAULT_SET_UP = Duration.ofSeconds(8);

    /** Greatest allowed mean number of calls up at the same time, in an hour with the profile at 100%. */
    public static final int MOST_CALLS_UP = 100_000;

    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    /** @throws IllegalArgumentException if a value is out of range */
    public Traffic {
        if (!(callsPerHour >= 0) || Double.isInfinite(callsPerHour)) {
            throw new IllegalArgumentException("calls per hour must be 0 or more");
        }
        if (meanHold.isNegative() || meanHold.isZero()) {
            throw new IllegalArgumentException("mean hold must be longer than 0s");
        }
        if (!(variation >= 0) || Double.isInfinite(variation) || law == HoldingLaw.EXPONENTIAL && variation != 1) {
            throw new IllegalArgumentException("variation " + variation + " does not go with " + law);
        }
        if (setUp.isNegative()) {
            throw new IllegalArgumentException("set-up is negative");
        }
        if (circuits.isPresent() && circuits.getAsInt() < 0) {
            throw new IllegalArgumentException("trunk circuits are negative");
        }
    }

    /** The same traffic, its profile by a wall clock. */
    public Traffic by(WallClock clock) {
        return new Traffic(
                callsPerHour,
                meanHold,
                law,
                variation,
                setUp,
                shares,
                circuits,
                new DayProfile(profile.steps(), Optional.of(clock)));
    }

    /**
     * Mean arrivals per hour at a time.
     *
     * @param millis from the start of the run; before it if negative
     */
    public double callsPerHourAt(long millis) {
        return callsPerHour * profile.shareAt(millis);
    }

    /**
     * The next time after a given one at which the rate changes; {@link DayProfile#NEVER} if it never does.
     *
     * @param millis from the start of the run; before it if negative
     */
    public long nextChangeAfter(long millis) {
        return callsPerHour == 0 ? DayProfile.NEVER : profile.nextChangeAfter(millis);
    }

    /**
     * The mean number of calls up at the same time at a constant rate, without those in set-up: the load in Erlang.
     *
     * @param rate arrivals in an hour
     */
    public double callsUp(double rate) {
        return rate * meanHold.toMillis() / MILLIS_PER_HOUR;
    }
}
