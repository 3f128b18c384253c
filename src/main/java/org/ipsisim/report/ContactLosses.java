package org.ipsisim.report;

import org.ipsisim.history.Words;

/** How often contact was lost and came back without any consequence, and for how long. */
public final class ContactLosses {
    /** Up to this many are listed one by one. */
    private static final int FEW = 3;

    private int count;
    private long total;
    private long longest;
    private long lastEnd;

    /** Adds one that lasted from one time to another, in milliseconds. */
    public void add(long from, long to) {
        count++;
        total += to - from;
        longest = Math.max(longest, to - from);
        lastEnd = to;
    }

    /** Whether a report counts them instead of listing them. */
    public boolean areMany() {
        return count > FEW;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /** When the last of them was over, in milliseconds. */
    public long lastEnd() {
        return lastEnd;
    }

    /** Such as {@code contact lost 23 times, for 200ms on average and 5.2s at most}. */
    public String words() {
        return "contact lost " + count + " times, for " + Words.duration(Math.round((double) total / count))
                + " on average and " + Words.duration(longest) + " at most";
    }
}
