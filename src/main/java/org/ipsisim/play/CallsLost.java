package org.ipsisim.play;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** How many calls each port network has lost by a time: those that dropped, and those lost in set-up. */
final class CallsLost {
    /** Lost so far. */
    record Sum(long dropped, long inSetUp) {
        private static final Sum NONE = new Sum(0, 0);

        /** Both. */
        long all() {
            return dropped + inSetUp;
        }

        private Sum plus(long moreDropped, long moreInSetUp) {
            return new Sum(dropped + moreDropped, inSetUp + moreInSetUp);
        }
    }

    private final Map<Subject, NavigableMap<Long, Sum>> sums = new HashMap<>();

    CallsLost(History history) {
        for (TraceEntry entry : history.trace()) {
            entry.as(PnHappening.CallsDropped.class).ifPresent(dropped -> add(entry, dropped.count(), 0));
            entry.as(PnHappening.SetUpsLost.class).ifPresent(lost -> add(entry, 0, lost.count()));
        }
    }

    private void add(TraceEntry entry, long dropped, long inSetUp) {
        NavigableMap<Long, Sum> own = sums.computeIfAbsent(entry.subject(), subject -> new TreeMap<>());
        Sum before = own.isEmpty() ? Sum.NONE : own.lastEntry().getValue();
        own.put(entry.at(), before.plus(dropped, inSetUp));
    }

    /** What a port network has lost by a time, that time included. */
    Sum by(Subject subject, long at) {
        Map.Entry<Long, Sum> last = sums.getOrDefault(subject, new TreeMap<>()).floorEntry(at);
        return last == null ? Sum.NONE : last.getValue();
    }
}
