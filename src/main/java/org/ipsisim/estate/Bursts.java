package org.ipsisim.estate;

import java.time.Duration;

/**
 * Losses in bursts: alternating good and bad times of exponential lengths (Gilbert and Elliott; N4).
 *
 * @param good mean length of the good times, longer than 0
 * @param bad mean length of the bad times, longer than 0
 * @param loss probability that a heartbeat sent in a bad time is lost, 0 to 1
 */
public record Bursts(Duration good, Duration bad, double loss) {
    /** @throws IllegalArgumentException if a value is out of range */
    public Bursts {
        if (good.isNegative() || good.isZero() || bad.isNegative() || bad.isZero()) {
            throw new IllegalArgumentException("mean lengths must be longer than 0s");
        }
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("loss is not within 0 to 1");
        }
    }
}
