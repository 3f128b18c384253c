package org.ipsisim.estate;

/** Which IPSIs a link carries the control traffic of: network A serves the primary ones, B the secondary ones (R81). */
public enum ControlNetwork implements Keyed {
    BOTH,
    A,
    B;

    /** Whether it serves the IPSIs of a side. */
    public boolean serves(IpsiId.Side side) {
        return this == BOTH || name().equals(side.name());
    }
}
