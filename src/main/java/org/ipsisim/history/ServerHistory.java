package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.Server;

/**
 * What one server did.
 *
 * @param server which one
 * @param timeline its roles; neighbours differ, and they cover the run without a gap
 * @param refreshes when it is refreshed; empty for a server that is always so
 */
public record ServerHistory(Server server, List<RoleSpan> timeline, List<RefreshSpan> refreshes) {
    /** Keeps copies of the lists. */
    public ServerHistory {
        timeline = List.copyOf(timeline);
        refreshes = List.copyOf(refreshes);
    }

    /** What a server did that is always refreshed. */
    public ServerHistory(Server server, List<RoleSpan> timeline) {
        this(server, timeline, List.of());
    }

    /**
     * Its role at a time; at the end of the run, the last one.
     *
     * @param at milliseconds from the start, 0 to the run's duration
     * @throws IllegalArgumentException if the time is outside the run
     */
    public ServerRole roleAt(long at) {
        return Track.spanAt(timeline, RoleSpan::to, at).role();
    }

    /**
     * Whether it has the state of the calls at a time, so that it can become active without losing them (R67, M25).
     *
     * @throws IllegalArgumentException if the time is outside the run
     */
    public boolean isRefreshedAt(long at) {
        return refreshes.isEmpty()
                || Track.spanAt(refreshes, RefreshSpan::to, at).refreshedAt() <= at;
    }
}
