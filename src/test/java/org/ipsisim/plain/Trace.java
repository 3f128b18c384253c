package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipsisim.history.Happening;
import org.ipsisim.history.TraceEntry;

/** What happens to port networks and their IPSIs, in order; the plain engine knows no causes. */
public final class Trace {
    /** All that the plain engine tells; other entries of a trace are not its business. */
    public static final Set<Class<? extends Happening>> TOLD = Set.of(
            Happening.ContactLost.class,
            Happening.ContactRestored.class,
            Happening.WarmReset.class,
            Happening.ColdReset.class,
            Happening.NoServiceStarted.class,
            Happening.NoServiceStopped.class,
            Happening.TakenOver.class,
            Happening.FellBack.class,
            Happening.PnRestarted.class,
            Happening.PnDown.class);

    private final List<TraceEntry> entries = new ArrayList<>();

    void tell(long now, String subject, Happening what) {
        entries.add(new TraceEntry(entries.size() + 1, now, subject, TraceEntry.SCENARIO, what));
    }

    List<TraceEntry> entries() {
        return entries;
    }
}
