package org.ipsisim.network;

/**
 * A share of packets that a part of the network loses, or a latency that slows it down.
 *
 * @param loss share of packets lost, 0 to 1
 * @param latency milliseconds; {@link Part#NOT_SLOWED} if it does not slow the part down
 */
public record Impairment(double loss, long latency) {
    /** An impairment that loses a share and slows nothing down. */
    public static Impairment losing(double loss) {
        return new Impairment(loss, Part.NOT_SLOWED);
    }
}
