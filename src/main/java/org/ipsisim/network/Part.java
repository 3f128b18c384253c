package org.ipsisim.network;

import java.util.TreeMap;

/**
 * A part of ways that can lose some of what it carries, or be slow: a link, or what joins a server or an IPSI to the network
 * (N2, N3).
 */
public final class Part {
    /** The latency of a part that nothing makes slow. */
    static final long NOT_SLOWED = -1;

    private final double ownLoss;
    private final TreeMap<Integer, Impairment> impairments = new TreeMap<>();
    private double passes;
    private long slowest = NOT_SLOWED;
    private int cause;

    /** @param ownLoss share of what it loses at the best of times */
    public Part(double ownLoss) {
        this.ownLoss = ownLoss;
        this.passes = 1 - ownLoss;
    }

    /**
     * An impairment begins or changes.
     *
     * @param number tells it from others that are in force
     * @param newCause the trace entry that this comes from
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

    /** The share of what gets through. */
    public double passes() {
        return passes;
    }

    /** The longest latency of what makes it slow in milliseconds; {@link #NOT_SLOWED} if nothing does. */
    public long slowest() {
        return slowest;
    }

    /** The trace entry of the latest change; 0 if there was none. */
    public int cause() {
        return cause;
    }
}
