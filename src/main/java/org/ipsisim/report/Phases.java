package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Charges every millisecond that a port network is not in service to the phase it was lost in. */
public final class Phases {
    private Phases() {}

    /**
     * The phases that took time, in the order in which an outage goes through them.
     *
     * @throws IllegalStateException if the phases and the time in service do not sum to the run, which is a defect of
     *     the timeline
     */
    public static List<PhaseCharge> of(PnHistory pn) {
        long[] times = new long[PnState.values().length];
        long charged = 0;
        for (PnSpan span : pn.timeline()) {
            times[span.state().ordinal()] += span.length();
            charged += span.length();
        }
        List<PnSpan> timeline = pn.timeline();
        long whole = timeline.get(timeline.size() - 1).to() - timeline.get(0).from();
        if (charged != whole) {
            throw new IllegalStateException(
                    pn.portNetwork().id() + ": phases sum to " + charged + " ms, the run is " + whole + " ms");
        }
        List<PhaseCharge> charges = new ArrayList<>();
        for (PnState state : PnState.values()) {
            if (state != PnState.IN_SERVICE && times[state.ordinal()] > 0) {
                charges.add(new PhaseCharge(state, times[state.ordinal()]));
            }
        }
        return List.copyOf(charges);
    }
}
