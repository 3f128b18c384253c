package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;

/** The warnings that stand while an IPSI is busied out. */
final class BusyOutAlarms {
    private static final String OBJECT = "IPSV-CTL";

    private BusyOutAlarms() {}

    static List<Alarm> of(History history) {
        List<Alarm> alarms = new ArrayList<>();
        for (TraceEntry entry : history.trace()) {
            if (entry.what() instanceof Happening.BusiedOut) {
                alarms.add(alarm(entry, releaseAfter(entry, history), history.mainCluster()));
            }
        }
        return alarms;
    }

    private static OptionalLong releaseAfter(TraceEntry busiedOut, History history) {
        return history.trace().subList(busiedOut.id(), history.trace().size()).stream()
                .filter(entry -> entry.what() instanceof Happening.BusyOutReleased
                        && entry.subject().equals(busiedOut.subject()))
                .mapToLong(TraceEntry::at)
                .findFirst();
    }

    private static Alarm alarm(TraceEntry entry, OptionalLong cleared, int main) {
        return new Alarm(
                entry.at(),
                cleared,
                Alarm.Severity.WARNING,
                OBJECT,
                entry.subject(),
                main,
                "busied out (error 18)",
                Confidence.INFERRED,
                "S8700 Maintenance 2002, p. 7-13: each object that is busied out",
                entry.id());
    }
}
