package org.ipsisim.estate;

import java.util.Comparator;
import java.util.Locale;

/**
 * One IPSI (the board through which servers run a port network), named as administrators write it: {@code 1a}.
 *
 * @param pn the number of its port network, 1 to 64
 * @param side which of the two it is
 */
public record IpsiId(int pn, Side side) implements Comparable<IpsiId> {
    /** The primary (A) or the secondary (B) board of a port network. */
    public enum Side {
        A,
        B
    }

    private static final Comparator<IpsiId> ORDER =
            Comparator.comparingInt(IpsiId::pn).thenComparing(IpsiId::side);

    @Override
    public int compareTo(IpsiId other) {
        return ORDER.compare(this, other);
    }

    /** The plane of its control traffic. */
    public Plane plane() {
        return side == Side.A ? Plane.A : Plane.B;
    }

    /** The name, such as {@code 1a}. */
    @Override
    public String toString() {
        return pn + side.name().toLowerCase(Locale.ROOT);
    }
}
