package org.ipsisim.history;

import org.ipsisim.estate.PnState;

/**
 * A stretch of time in which a port network's state and controller do not change.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param state what the port network does
 * @param controller the cluster that controls it, or last did
 * @param losses what the random calls that come from it lost in this time
 */
public record PnSpan(long from, long to, PnState state, int controller, CallLosses losses) {
    /** A stretch of time in which no random call was lost. */
    public PnSpan(long from, long to, PnState state, int controller) {
        this(from, to, state, controller, CallLosses.NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PnSpan its
                && from == its.from
                && to == its.to
                && state == its.state
                && controller == its.controller
                && losses.equals(its.losses);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(from + 31 * to) + state.ordinal();
    }

    /** Its length in milliseconds. */
    public long length() {
        return to - from;
    }
}
