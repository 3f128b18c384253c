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
 * @param network the control network it belongs to
 * @param bursts additional losses in bursts, if any (N4)
 */
public record Link(
        String id, String a, String b, Duration latency, double loss, ControlNetwork network, Optional<Bursts> bursts) {
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

    /** The same link under another name, in another control network. */
    public Link with(String otherId, ControlNetwork other) {
        return new Link(otherId, a, b, latency, loss, other, bursts);
    }

    /** The same link with another loss. */
    public Link withLoss(double other) {
        return new Link(id, a, b, latency, other, network, bursts);
    }
}
