package org.ipsisim.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;

/**
 * A scenario read once for each combination of some keys.
 *
 * @param grid the combinations
 * @param scenarios one for each combination; fewer if the reading was stopped
 */
record Readings(Grid grid, List<Scenario> scenarios) {
    /** Reads a scenario with every combination. */
    static Readings of(ScenarioSource source, Grid grid, ParallelRuns runs) throws RefusedSettings {
        Done<ReadResult> done =
                runs.run("reading", (int) grid.size(), i -> withoutPlaces(source.read(grid.settings(i))));
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < done.results().size(); i++) {
            ReadResult result = done.results().get(i);
            if (result.scenario().isEmpty()) {
                throw new RefusedSettings(grid.settings(i), result);
            }
            scenarios.add(result.scenario().get());
        }
        return new Readings(grid, scenarios);
    }

    boolean isWhole() {
        return scenarios.size() == grid.size();
    }

    /** The places of the values take more room than the values, and the expectations are not checked. */
    private static ReadResult withoutPlaces(ReadResult result) {
        return new ReadResult(result.scenario().map(Readings::withoutPlaces), result.diagnostics(), result.omitted());
    }

    private static Scenario withoutPlaces(Scenario scenario) {
        return new Scenario(
                scenario.title(),
                scenario.description(),
                scenario.duration(),
                scenario.seed(),
                scenario.estate(),
                scenario.events(),
                scenario.randomOutages(),
                List.of(),
                new Provenance(scenario.provenance().file(), Map.of()));
    }
}
