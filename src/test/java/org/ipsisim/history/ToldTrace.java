package org.ipsisim.history;

import java.util.List;
import org.ipsisim.network.OutageDraws;

/** Traces that can be compared although events have other numbers. */
public final class ToldTrace {
    private ToldTrace() {}

    /** The entries of a run, with the events of the scenario in place of their numbers. */
    public static List<String> of(History run) {
        return of(run, Long.MAX_VALUE);
    }

    /** The same before a time in milliseconds. */
    public static List<String> of(History run, long before) {
        var events = OutageDraws.eventsOf(run.scenario());
        return run.trace().stream()
                .filter(e -> e.at() < before)
                .map(e -> new TraceEntry(e.id(), e.at(), e.subject(), e.cause(), 0, e.rules(), e.what()) + " by "
                        + (e.event() == 0 ? "none" : events.get(e.event() - 1)))
                .toList();
    }
}
