package org.ipsisim.report;

import java.util.Map;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Charges every millisecond that a port network is not in service to the phase it was lost in. */
public final class Phases {
    private Phases() {}

    /**
     * The phases that took time, in milliseconds, in the order in which an outage goes through them.
     *
     * @throws IllegalStateException if the phases and the time in service do not sum to the run, which is a defect of
     *     the timeline
     */
    public static Map<PnState, Long> of(PnHistory pn) {
        Map<PnState, Long> times = pn.timeByState();
        long charged = times.values().stream().mapToLong(Long::longValue).sum();
        PnSpan last = pn.timeline().get(pn.timeline().size() - 1);
        long whole = last.to() - pn.timeline().get(0).from();
        if (charged != whole) {
            throw new IllegalStateException(
                    pn.portNetwork().id() + ": phases sum to " + charged + " ms, the run is " + whole + " ms");
        }
        times.remove(PnState.IN_SERVICE);
        times.values().removeIf(millis -> millis == 0);
        return times;
    }
}
