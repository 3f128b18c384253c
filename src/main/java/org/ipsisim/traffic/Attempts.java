package org.ipsisim.traffic;

import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Traffic;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.RandomLength;

/**
 * The attempts to begin a call in one direction, one after the other: a Poisson process at the rate of each time (T1).
 *
 * <p>Each attempt is a pure function of the draws and its number, so what happens to one call changes no later one.
 */
final class Attempts {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Draws per attempt: for its distance from the previous one, its set-up and its holding time. */
    private static final int DRAWS_EACH = 3;

    /** The largest number that a draw gives. */
    private static final double LARGEST = 1 - 0x1.0p-53;

    private final Draws draws;
    private final Traffic traffic;
    private final double share;
    private final RandomLength hold;
    private final double meanSetUp;
    private final long longest;

    private long number = -1;
    private double time;
    private long at;
    private double ratePerMilli;
    private long rateUntil;

    /**
     * @param share of the traffic that goes in this direction, 0 to 1
     * @param from when to begin, in milliseconds
     */
    Attempts(Draws draws, Traffic traffic, double share, long from) {
        this.draws = draws;
        this.traffic = traffic;
        this.share = share;
        hold = holdingTime(traffic);
        meanSetUp = traffic.setUp().toMillis();
        longest = (long) Math.ceil(RandomLength.exponential(meanSetUp, LARGEST)) + hold.millis(LARGEST) + 1;
        time = from;
        takeRateOf(from);
        next();
    }

    static RandomLength holdingTime(Traffic traffic) {
        double mean = traffic.meanHold().toMillis();
        return switch (traffic.law()) {
            case EXPONENTIAL -> RandomLength.exponential(mean);
            case LOGNORMAL -> RandomLength.lognormal(mean, traffic.variation());
        };
    }

    private void takeRateOf(long millis) {
        ratePerMilli = traffic.callsPerHourAt(millis) * share / MILLIS_PER_HOUR;
        rateUntil = traffic.nextChangeAfter(millis);
    }

    /** When the present attempt is made, in milliseconds; {@link DayProfile#NEVER} if there are no more. */
    long at() {
        return at;
    }

    /** How long the present attempt takes to dial and ring, in milliseconds. */
    long setUp() {
        return Math.round(RandomLength.exponential(meanSetUp, draws.uniform(DRAWS_EACH * number + 1)));
    }

    /** How long the call of the present attempt lasts from its answer on, in milliseconds. */
    long hold() {
        return hold.millis(draws.uniform(DRAWS_EACH * number + 2));
    }

    /** The longest possible time from an attempt to the end of its call, in milliseconds: draws have 53 digits. */
    long longest() {
        return longest;
    }

    /** Goes on to the next attempt: an exponential draw of mean 1 gives the expected number of arrivals in between. */
    void next() {
        number++;
        double rest = RandomLength.exponential(1, draws.uniform(DRAWS_EACH * number));
        while (true) {
            double due = time + rest / ratePerMilli;
            if (due < rateUntil) {
                time = due;
                at = (long) Math.floor(due);
                return;
            }
            if (rateUntil == DayProfile.NEVER) {
                at = DayProfile.NEVER;
                return;
            }
            rest = Math.max(0, rest - (rateUntil - time) * ratePerMilli);
            time = rateUntil;
            takeRateOf(rateUntil);
        }
    }
}
