package org.ipsisim.report;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** When calls of each port network dropped, stable and random ones, from the trace. */
public final class Drops {
    private final Map<Subject, SortedMap<Long, Long>> bySubject = new HashMap<>();

    /** Of a run. */
    public Drops(History history) {
        for (TraceEntry entry : history.trace()) {
            entry.as(PnHappening.CallsDropped.class)
                    .ifPresent(dropped -> bySubject
                            .computeIfAbsent(entry.subject(), subject -> new TreeMap<>())
                            .merge(entry.at(), dropped.count(), Long::sum));
        }
    }

    /** How many calls of a port network dropped in one of its spans. */
    public long in(PnSpan span, PnHistory pn) {
        SortedMap<Long, Long> drops = bySubject.getOrDefault(pn.subject(), Collections.emptySortedMap());
        return drops.subMap(span.from(), span.to()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
