package org.ipsisim.classroom;

/** How many messages somebody may still send: a burst, which fills up again at a steady rate. */
final class MessageBudget {
    private final int perSecond;
    private final int burst;
    private double left;
    private long at;

    /** @param now milliseconds; here and in {@link #take} on the same clock, which never goes back */
    MessageBudget(int perSecond, int burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
        this.at = now;
    }

    /** Takes one message from the budget; false if nothing is left. */
    boolean take(long now) {
        left = Math.min(burst, left + (now - at) * perSecond / 1000.0);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
