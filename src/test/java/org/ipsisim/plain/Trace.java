package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipsisim.history.Happening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** What happens to port networks and their IPSIs, in order; the plain engine knows no causes. */
public final class Trace {
    /** All that the plain engine tells; other entries of a trace are not its business. */
    public static final Set<Class<? extends Happening>> TOLD = Set.of(
            PnHappening.ContactLost.class,
            PnHappening.ContactRestored.class,
            PnHappening.WarmReset.class,
            PnHappening.ColdReset.class,
            PnHappening.NoServiceStarted.class,
            PnHappening.NoServiceStopped.class,
            PnHappening.TakenOver.class,
            PnHappening.FellBack.class,
            PnHappening.PnRestarted.class,
            PnHappening.PnDown.class,
            PnHappening.CallsRedialled.class);

    private final List<TraceEntry> entries = new ArrayList<>();

    void tell(long now, Subject subject, Happening what) {
        entries.add(new TraceEntry(entries.size() + 1, now, subject, TraceEntry.SCENARIO, 0, List.of(), what));
    }

    List<TraceEntry> entries() {
        return entries;
    }
}
