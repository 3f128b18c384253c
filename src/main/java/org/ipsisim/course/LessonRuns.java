package org.ipsisim.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/** The runs of the scenario of a lesson: as it is, and with other settings. */
final class LessonRuns {
    private final ScenarioSource source;
    private final KeptPhones kept;
    private final Map<List<String>, History> runs = new HashMap<>();

    /** @param kept the phone whose messages are kept, if there is one */
    LessonRuns(ScenarioSource source, KeptPhones kept) {
        this.source = source;
        this.kept = kept;
    }

    /**
     * The run with some settings changed, every heartbeat included.
     *
     * @param settings assignments such as {@code timers.reading=all-from-loss}
     * @throws LessonTextError if the scenario cannot be run with them
     */
    History with(List<String> settings) throws LessonTextError {
        History known = runs.get(settings);
        if (known != null) {
            return known;
        }
        ReadResult result = source.read(settings);
        if (result.scenario().isEmpty()) {
            Diagnostic first = result.diagnostics().get(0);
            throw new LessonTextError(
                    "does not fit the scenario: " + first.key() + ": " + first.message(),
                    first.allowed(),
                    first.suggestion());
        }
        try {
            History run = Simulation.run(result.scenario().get(), Detail.HEARTBEATS, kept);
            runs.put(List.copyOf(settings), run);
            return run;
        } catch (RunTooLarge e) {
            throw new LessonTextError("makes a run that is too large for a lesson: " + e.getMessage(), "a shorter run");
        }
    }

    /** The run with the settings of a question and those of one of its answers. */
    History with(List<String> settings, List<String> more) throws LessonTextError {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        return with(all);
    }
}
