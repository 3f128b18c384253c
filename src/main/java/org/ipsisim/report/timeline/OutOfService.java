package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/**
 * A stretch of time in which the number of port networks out of service does not change.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param count how many are out of service
 */
public record OutOfService(long from, long to, int count) {
    /** The stretches of a run; they cover it without a gap, and neighbours differ. */
    public static List<OutOfService> over(History history) {
        Map<Long, Integer> changes = new TreeMap<>();
        changes.put(0L, 0);
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                if (span.state().isOutage()) {
                    changes.merge(span.from(), 1, Integer::sum);
                    changes.merge(span.to(), -1, Integer::sum);
                }
            }
        }
        List<OutOfService> stretches = new ArrayList<>();
        long from = 0;
        int count = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            if (change.getValue() != 0 && change.getKey() > from) {
                stretches.add(new OutOfService(from, change.getKey(), count));
                from = change.getKey();
            }
            count += change.getValue();
        }
        if (from < history.duration()) {
            stretches.add(new OutOfService(from, history.duration(), count));
        }
        return List.copyOf(stretches);
    }
}
