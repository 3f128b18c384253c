package org.ipsisim.heartbeat;

import java.util.ArrayList;
import java.util.List;

/**
 * A time-out for silence whose value changes over time, such as the socket sanity time-out (M4): the value in force when a
 * heartbeat arrives applies to it, even if an administrator changes the value afterwards.
 */
public final class SanityTimeouts {
    private record Change(long since, long timeout) {}

    private final List<Change> changes = new ArrayList<>(1);
    private long longest;

    /** @param timeout milliseconds, in force from the start */
    public SanityTimeouts(long timeout) {
        change(0, timeout);
    }

    /** Puts a new value in force from a time on. */
    public final void change(long since, long timeout) {
        changes.add(new Change(since, timeout));
        longest = Math.max(longest, timeout);
    }

    /** The latest instant up to which an arrival at a given time keeps the socket sane. */
    public long deadlineAfter(long arrival) {
        for (int i = changes.size() - 1; i > 0; i--) {
            if (arrival >= changes.get(i).since) {
                return arrival + changes.get(i).timeout;
            }
        }
        return arrival + changes.get(0).timeout;
    }

    /** The longest value that has ever been in force, in milliseconds. */
    long longest() {
        return longest;
    }

    /** The value in force now, in milliseconds. */
    long present() {
        return changes.get(changes.size() - 1).timeout;
    }
}
