package org.ipsisim.estate;

import java.time.Duration;
import java.util.Optional;

/**
 * Stable calls, by kind.
 *
 * @param pn calls that use the port network's resources: they drop with it (R15)
 * @param ip calls between shuffled IP phones: they stay up without features (R18, C4)
 * @param redial how long after the port network is in service again people have made as many calls again (T9); nobody
 *     dials again if it is empty
 */
public record StableCalls(int pn, int ip, Optional<Duration> redial) {
    /** People dial again so long after service is back, unless a scenario says otherwise; an assumption (T9). */
    public static final Duration DEFAULT_REDIAL = Duration.ofMinutes(5);

    /** No calls. */
    public static final StableCalls NONE = new StableCalls(0, 0);

    /** @throws IllegalArgumentException if a number is negative, or the time to dial again is not positive */
    public StableCalls {
        if (pn < 0 || ip < 0) {
            throw new IllegalArgumentException("calls are negative");
        }
        if (redial.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
            throw new IllegalArgumentException("redial must be longer than 0s");
        }
    }

    /** Calls that nobody dials again. */
    public StableCalls(int pn, int ip) {
        this(pn, ip, Optional.empty());
    }
}
