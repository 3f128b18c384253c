package org.ipsisim.estate;

import java.time.Duration;
import java.util.Optional;

/**
 * A two-way connection between two sites that carries the control traffic.
 *
 * @param id its name in events, such as {@code wan}
 * @param a one site
 * @param b the other site
 * @param latency one-way delay, 0 or more
 * @param loss probability that a heartbeat is lost, 0 to 1
 * @param network which IPSIs it serves
 * @param bursts losses in bursts besides, if it has them (N4)
 */
public record Link(
        String id, String a, String b, Duration latency, double loss, ControlNetwork network, Optional<Bursts> bursts) {
    /** A link without bursts of loss. */
    public Link(String id, String a, String b, Duration latency, double loss, ControlNetwork network) {
        this(id, a, b, latency, loss, network, Optional.empty());
    }

    /** A link that serves all IPSIs. */
    public Link(String id, String a, String b, Duration latency, double loss) {
        this(id, a, b, latency, loss, ControlNetwork.BOTH);
    }

    /** @throws IllegalArgumentException if the sites are the same, or latency or loss is out of range */
    public Link {
        if (a.equals(b)) {
            throw new IllegalArgumentException("link " + id + " joins " + a + " to itself");
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("link " + id + ": latency is negative");
        }
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("link " + id + ": loss is not within 0 to 1");
        }
    }
}
