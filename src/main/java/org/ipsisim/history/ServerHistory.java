package org.ipsisim.history;

import java.util.List;
import java.util.SortedMap;
import org.ipsisim.estate.Server;

/**
 * What one server did.
 *
 * @param server which one
 * @param timeline its roles; neighbours differ, and they cover the run without a gap
 * @param refreshes from when on it has the state of the calls, in milliseconds (R67, M25); empty for a server that is always so
 * @param reach what it can reach over the network, by name, when both ends work: of a server of a duplex main the IPSIs, of a
 *     survivable core the main servers; only what was recorded
 */
public record ServerHistory(
        Server server,
        List<RoleSpan> timeline,
        List<Span<Long>> refreshes,
        SortedMap<Subject, List<Span<Boolean>>> reach) {
    /** Keeps copies of the lists. */
    public ServerHistory {
        timeline = List.copyOf(timeline);
        refreshes = List.copyOf(refreshes);
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
        return refreshes.isEmpty() || Track.spanAt(refreshes, Span::to, at).value() <= at;
    }

    /**
     * Whether a survivable core is registered if this server of the main takes registrations: it is up, and working links join
     * the sites. That is an assumption: registration takes another path than heartbeats (R49), which the estate does not have.
     *
     * @throws IllegalArgumentException if the time is outside the run
     */
    public boolean canRegisterWith(Server main, long at) {
        ServerRole role = roleAt(at);
        return role != ServerRole.DOWN
                && role != ServerRole.RESETTING
                && reachedWithin(Subject.server(main.id()), at, at);
    }

    /**
     * Whether it could reach something at any time within a stretch of time; what was not recorded counts as reached.
     *
     * @param what an IPSI or a main server
     * @param from milliseconds from the start
     * @param to not before {@code from}; included
     */
    public boolean reachedWithin(Subject what, long from, long to) {
        List<Span<Boolean>> spans = reach.getOrDefault(what, List.of());
        if (spans.isEmpty()) {
            return true;
        }
        Span<Boolean> last = spans.get(spans.size() - 1);
        if (to >= last.to() && last.value()) {
            return true;
        }
        int index = from >= last.to() ? spans.size() : Track.indexAt(spans, Span::to, Math.max(0, from));
        for (; index < spans.size() && spans.get(index).from() <= to; index++) {
            if (spans.get(index).value()) {
                return true;
            }
        }
        return false;
    }
}
