package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SessionManagerTotal;

/**
 * What happened to a session manager.
 *
 * @param sessionManager which one
 * @param registered how many phones it has a registration of, stale ones left out; they cover the run without a gap, sampled
 *     at whole seconds
 * @param load the seconds in which requests arrived besides refreshes, by time
 * @param requests how many requests arrived, refreshes included
 * @param peakRequestsPerSecond most requests that arrived in one second, refreshes left out
 * @param peakQueue most requests that waited or were served at once
 * @param refused how many requests were answered 503 (U11)
 * @param useless how many answers came too late (U10)
 * @param lost how many requests were lost when it failed (U4)
 * @param staleBindings how many registrations it kept at the end that their phones had given up (U8)
 */
public record SessionManagerHistory(
        SessionManager sessionManager,
        List<Span<Integer>> registered,
        List<Load> load,
        long requests,
        long peakRequestsPerSecond,
        long peakQueue,
        long refused,
        long useless,
        long lost,
        long staleBindings) {
    /**
     * Requests that arrived in one second.
     *
     * @param at the start of the second, in milliseconds
     * @param register to register, each of the two counted
     * @param activation to make the session manager active
     * @param refresh to refresh a registration
     * @param refused answered 503
     * @param queue how many waited or were served at most
     * @param useless answers that came too late
     */
    public record Load(long at, int register, int activation, int refresh, int refused, int queue, int useless) {}

    /** A count that expectations can name. */
    public long total(SessionManagerTotal total) {
        return switch (total) {
            case REQUESTS -> requests;
            case PEAK_REQUESTS_PER_SECOND -> peakRequestsPerSecond;
            case PEAK_QUEUE -> peakQueue;
            case REFUSED -> refused;
            case USELESS -> useless;
            case LOST -> lost;
            case STALE_BINDINGS -> staleBindings;
        };
    }

    /** Keeps copies of the lists. */
    public SessionManagerHistory {
        registered = List.copyOf(registered);
        load = List.copyOf(load);
    }
}
