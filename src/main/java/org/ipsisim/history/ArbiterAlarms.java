package org.ipsisim.history;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;

/**
 * The alarms of the arbiters of a duplex main: an interchange whose hand-off failed, and two active servers (R68, R71).
 * Both stand until somebody clears them by hand.
 */
final class ArbiterAlarms {
    private static final String OBJECT = "ARB";

    private ArbiterAlarms() {}

    static List<Alarm> of(History history) {
        return history.trace().stream()
                .filter(entry -> entry.what() instanceof Happening.TwoActives
                        || entry.what() instanceof Happening.InterchangeCalledOff)
                .map(entry -> alarm(entry, history.mainCluster()))
                .toList();
    }

    private static Alarm alarm(TraceEntry entry, int main) {
        boolean two = entry.what() instanceof Happening.TwoActives;
        return new Alarm(
                entry.at(),
                OptionalLong.empty(),
                Alarm.Severity.MINOR,
                OBJECT,
                entry.subject(),
                main,
                two ? "two servers are active (event 8)" : "interchange hand-off failed (event 3)",
                Confidence.DOCUMENTED,
                "Maintenance Alarms CM 3.0, p. " + (two ? "41" : "38"),
                entry.id());
    }
}
