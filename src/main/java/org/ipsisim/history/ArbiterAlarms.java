package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;

/**
 * The alarms of the arbiters of a duplex main: an interchange because the standby was healthier, one whose hand-off
 * failed, and two active servers (R65, R68, R71). They are alarms of a server, not of Communication Manager: each stands
 * until somebody clears it by hand, which nobody does in a run.
 */
final class ArbiterAlarms {
    private static final String OBJECT = "ARB";

    private final int main;
    private final List<Alarm> alarms = new ArrayList<>();

    private ArbiterAlarms(int main) {
        this.main = main;
    }

    static List<Alarm> of(History history) {
        ArbiterAlarms arbiters = new ArbiterAlarms(history.mainCluster());
        history.trace().forEach(arbiters::hear);
        return arbiters.alarms;
    }

    private void hear(TraceEntry entry) {
        entry.as(ServerHappening.ServerInterchange.class)
                .filter(ServerHappening.ServerInterchange::byHealth)
                .ifPresent(interchange -> raise(
                        entry,
                        Alarm.Severity.WARNING,
                        "interchange, the standby is healthier: " + interchange.why() + " (event 9)",
                        41));
        if (entry.is(ServerHappening.TwoActives.class)) {
            raise(entry, Alarm.Severity.MINOR, "two servers are active (event 8)", 41);
        } else if (entry.is(ServerHappening.ServerInterchangeCalledOff.class)) {
            raise(entry, Alarm.Severity.MINOR, "interchange hand-off failed (event 3)", 38);
        }
    }

    private void raise(TraceEntry entry, Alarm.Severity severity, String text, int page) {
        alarms.add(new Alarm(
                entry.at(),
                OptionalLong.empty(),
                severity,
                OBJECT,
                entry.subject(),
                main,
                text,
                Confidence.DOCUMENTED,
                "Maintenance Alarms CM 3.0, p. " + page,
                entry.id()));
    }
}
