package org.ipsisim.estate;

/**
 * Stable calls, by kind.
 *
 * @param pn calls that use the port network's resources: they drop with it (R15)
 * @param ip calls between shuffled IP phones: they stay up without features (R18, C4)
 */
public record StableCalls(int pn, int ip) {
    /** No calls. */
    public static final StableCalls NONE = new StableCalls(0, 0);

    /** @throws IllegalArgumentException if a number is negative */
    public StableCalls {
        if (pn < 0 || ip < 0) {
            throw new IllegalArgumentException("calls are negative");
        }
    }
}
