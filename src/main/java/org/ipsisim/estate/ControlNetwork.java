package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** Which IPSIs a link carries the control traffic of: network A serves the primary ones, B the secondary ones (R81). */
public enum ControlNetwork {
    BOTH("both"),
    A("a"),
    B("b");

    private final String key;

    ControlNetwork(String key) {
        this.key = key;
    }

    /** The word in a scenario file. */
    public String key() {
        return key;
    }

    /** Whether it serves the IPSIs of a side. */
    public boolean serves(IpsiId.Side side) {
        return this == BOTH || name().equals(side.name());
    }

    /** The network with this word, if there is one. */
    public static Optional<ControlNetwork> find(String key) {
        return Arrays.stream(values()).filter(n -> n.key.equals(key)).findFirst();
    }
}
