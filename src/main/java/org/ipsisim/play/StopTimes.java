package org.ipsisim.play;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;

/** The moments of a run at which something happens: where a viewer wants to stop. */
final class StopTimes {
    private final long[] times;
    private final long end;

    /** @param told the entries of the trace that are worth telling */
    StopTimes(History history, List<TraceEntry> told) {
        LongStream changes = history.portNetworks().stream()
                .flatMap(pn -> pn.timeline().stream())
                .filter(span -> !isCalm(span))
                .mapToLong(PnSpan::from);
        times = LongStream.concat(told.stream().mapToLong(TraceEntry::at), changes)
                .sorted()
                .distinct()
                .toArray();
        end = history.duration();
    }

    /** Contact that is lost and comes back is told if it led to something. */
    private static boolean isCalm(PnSpan span) {
        return span.state() == PnState.IN_SERVICE || span.state() == PnState.CONTACT_LOST;
    }

    /** The first moment after a time at which something happens; without one, the end of the run. */
    long after(long at) {
        int index = Arrays.binarySearch(times, at + 1);
        int next = index < 0 ? -index - 1 : index;
        return next < times.length ? times[next] : end;
    }

    /** The last moment before a time at which something happens; without one, the start. */
    long before(long at) {
        int index = Arrays.binarySearch(times, at);
        int next = index < 0 ? -index - 1 : index;
        return next > 0 ? times[next - 1] : 0;
    }
}
