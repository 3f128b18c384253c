package org.ipsisim.network;

import java.util.TreeMap;

/**
 * A part of the network that can lose packets or be slow: a link, or the connection of a server or an IPSI to the network
 * (N2, N3).
 */
public final class Part {
    /** The latency of a part that no impairment slows down. */
    static final long NOT_SLOWED = -1;

    private final double ownLoss;
    private final TreeMap<Integer, Impairment> impairments = new TreeMap<>();
    private double passes;
    private long slowest = NOT_SLOWED;
    private int cause;

    /** @param ownLoss share of packets that it always loses, 0 to 1 */
    public Part(double ownLoss) {
        this.ownLoss = ownLoss;
        this.passes = 1 - ownLoss;
    }

    /**
     * An impairment begins or changes.
     *
     * @param number distinguishes it from others in force
     * @param newCause the trace entry that causes this
     */
    public void impair(int number, Impairment impairment, int newCause) {
        impairments.put(number, impairment);
        review(newCause);
    }

    /** An impairment ends. */
    public void relieve(int number, int newCause) {
        impairments.remove(number);
        review(newCause);
    }

    private void review(int newCause) {
        passes = 1 - ownLoss;
        slowest = NOT_SLOWED;
        for (Impairment impairment : impairments.values()) {
            passes *= 1 - impairment.loss();
            slowest = Math.max(slowest, impairment.latency());
        }
        cause = Math.max(cause, newCause);
    }

    /** The share of packets that get through, 0 to 1. */
    public double passes() {
        return passes;
    }

    /** The longest latency among its impairments in milliseconds; {@link #NOT_SLOWED} if none slows it down. */
    public long slowest() {
        return slowest;
    }

    /** The trace entry of the latest change; 0 if there was none. */
    public int cause() {
        return cause;
    }
}
