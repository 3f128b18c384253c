package org.ipsisim.estate;

import java.time.Duration;

/**
 * Calls that arrive at random.
 *
 * @param callsPerHour mean arrivals in an hour, 0 or more
 * @param meanHold mean holding time, longer than 0
 */
public record Traffic(double callsPerHour, Duration meanHold) {
    /** @throws IllegalArgumentException if a value is out of range */
    public Traffic {
        if (!(callsPerHour >= 0) || Double.isInfinite(callsPerHour)) {
            throw new IllegalArgumentException("calls per hour must be 0 or more");
        }
        if (meanHold.isNegative() || meanHold.isZero()) {
            throw new IllegalArgumentException("mean hold must be longer than 0s");
        }
    }
}
