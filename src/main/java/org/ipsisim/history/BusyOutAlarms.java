package org.ipsisim.history;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;

/** The warnings that stand while an IPSI is busied out. */
final class BusyOutAlarms {
    private static final String OBJECT = "IPSV-CTL";

    private BusyOutAlarms() {}

    static List<Alarm> of(History history) {
        return history.trace()
                .all(CommandHappening.BusiedOut.class)
                .map(entry -> alarm(entry, releaseAfter(entry, history), history.mainCluster()))
                .toList();
    }

    private static OptionalLong releaseAfter(TraceEntry busiedOut, History history) {
        return history.trace()
                .next(CommandHappening.BusyoutReleased.class, busiedOut)
                .map(released -> OptionalLong.of(released.at()))
                .orElse(OptionalLong.empty());
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
