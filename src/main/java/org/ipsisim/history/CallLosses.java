package org.ipsisim.history;

/**
 * What callers lost in a stretch of time.
 *
 * @param blocked attempts that were turned away
 * @param delayed attempts that had to wait for a server, whatever became of them
 * @param setUpsLost calls that were lost while they waited, were dialled or rang
 * @param dropped calls that were up and ended before their time
 * @param talkTime what would have been talked, in milliseconds: the rest of dropped calls, all of blocked ones and of
 *     those lost in set-up
 */
public record CallLosses(long blocked, long delayed, long setUpsLost, long dropped, long talkTime) {
    /** Nothing lost. */
    public static final CallLosses NONE = new CallLosses(0, 0, 0, 0, 0);

    @Override
    public boolean equals(Object other) {
        return other instanceof CallLosses its
                && blocked == its.blocked
                && delayed == its.delayed
                && setUpsLost == its.setUpsLost
                && dropped == its.dropped
                && talkTime == its.talkTime;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(blocked + 31 * (dropped + 31 * talkTime));
    }

    /** These and others together. */
    public CallLosses plus(CallLosses other) {
        return new CallLosses(
                blocked + other.blocked,
                delayed + other.delayed,
                setUpsLost + other.setUpsLost,
                dropped + other.dropped,
                talkTime + other.talkTime);
    }

    /** What has come since a count that these go on from. */
    public CallLosses minus(CallLosses before) {
        return new CallLosses(
                blocked - before.blocked,
                delayed - before.delayed,
                setUpsLost - before.setUpsLost,
                dropped - before.dropped,
                talkTime - before.talkTime);
    }
}
