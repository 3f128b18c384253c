package org.ipsisim.survivability;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Names;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** A defect of the simulator that stopped a run; the message says what a report of it needs. */
public final class SimulationDefect extends RuntimeException {
    SimulationDefect(Scenario scenario, long at, List<TraceEntry> lastEntries, RuntimeException cause) {
        super(message(scenario, at, lastEntries, cause), cause);
    }

    private static String message(Scenario scenario, long at, List<TraceEntry> lastEntries, RuntimeException cause) {
        StringBuilder text = new StringBuilder("scenario ")
                .append(scenario.provenance().file())
                .append(", seed ")
                .append(scenario.seed())
                .append(", at ")
                .append(Words.duration(at))
                .append(": ")
                .append(cause);
        for (TraceEntry entry : lastEntries) {
            text.append("\n  ")
                    .append(Words.duration(entry.at()))
                    .append(' ')
                    .append(entry.subject())
                    .append(": ")
                    .append(entry.what()
                            .text(
                                    new Names(
                                            scenario.estate().main().cluster(),
                                            scenario.story().labels()),
                                    Moments.of(scenario)));
        }
        return text.toString();
    }
}
