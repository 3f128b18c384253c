package org.ipsisim.estate;

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

    @Override
    public int compareTo(IpsiId other) {
        int order = Integer.compare(pn, other.pn);
        return order == 0 ? side.compareTo(other.side) : order;
    }

    /** The plane of its control traffic. */
    public Plane plane() {
        return side == Side.A ? Plane.A : Plane.B;
    }

    // Written out here and in a few other records: the JDK makes these methods when they are first called, and every
    // run calls
    // them; that took a tenth of a short run.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpsiId ipsi && pn == ipsi.pn && side == ipsi.side;
    }

    @Override
    public int hashCode() {
        return 2 * pn + side.ordinal();
    }

    /** The name, such as {@code 1a}. */
    @Override
    public String toString() {
        return pn + (side == Side.A ? "a" : "b");
    }
}
