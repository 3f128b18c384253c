package org.ipsisim.traffic;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.Traffic;

/** Traffic to try, and how sure a mean of samples is. */
final class Samples {
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = 24 * HOUR;

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    private Samples() {}

    /** Exponential holding times of 3 min, without set-up. */
    static Traffic traffic(double callsPerHour, DayProfile.Step... steps) {
        return traffic(callsPerHour, HoldingLaw.EXPONENTIAL, 1, steps);
    }

    /** Lognormal holding times of 3 min, without set-up. */
    static Traffic lognormal(double callsPerHour, double variation) {
        return traffic(callsPerHour, HoldingLaw.LOGNORMAL, variation);
    }

    private static Traffic traffic(double callsPerHour, HoldingLaw law, double variation, DayProfile.Step... steps) {
        return new Traffic(
                callsPerHour,
                THREE_MINUTES,
                law,
                variation,
                Duration.ZERO,
                CallShares.WITHIN,
                OptionalInt.empty(),
                new DayProfile(List.of(steps)));
    }

    static Traffic withSetUp(Traffic traffic, Duration setUp) {
        return new Traffic(
                traffic.callsPerHour(),
                traffic.meanHold(),
                traffic.law(),
                traffic.variation(),
                setUp,
                traffic.shares(),
                traffic.circuits(),
                traffic.profile());
    }

    static double mean(double[] batches) {
        double sum = 0;
        for (double batch : batches) {
            sum += batch;
        }
        return sum / batches.length;
    }

    /** Half the width of the interval that holds the true mean of independent batches in 99 of 100 cases. */
    static double halfWidth(double[] batches) {
        double mean = mean(batches);
        double squares = 0;
        for (double batch : batches) {
            squares += (batch - mean) * (batch - mean);
        }
        double deviation = Math.sqrt(squares / (batches.length - 1));
        return TDistribution.of(batches.length - 1).inverseCumulativeProbability(0.995)
                * deviation
                / Math.sqrt(batches.length);
    }
}
