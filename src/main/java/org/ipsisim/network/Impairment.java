package org.ipsisim.network;

/**
 * What makes a part of the network lose some of what it carries, or slow.
 *
 * @param loss share of what is lost, 0 to 1
 * @param latency milliseconds; {@link Part#NOT_SLOWED} if it is as fast as ever
 */
public record Impairment(double loss, long latency) {
    /** One that loses a share and slows nothing. */
    public static Impairment losing(double loss) {
        return new Impairment(loss, Part.NOT_SLOWED);
    }
}
