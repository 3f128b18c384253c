package org.ipsisim.estate;

/** Which IPSIs a link carries the control traffic of: network A serves the primary ones, B the secondary ones (R81). */
public enum ControlNetwork implements Keyed {
    BOTH,
    A,
    B;

    /** Whether a link of this network carries the packets of a plane. */
    public boolean serves(Plane plane) {
        return switch (plane) {
            case A -> this != B;
            case B -> this != A;
            case PHONES -> this == BOTH;
            case DATA -> true;
        };
    }
}
