package org.ipsisim.study.sweep;

import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;

/**
 * A scenario read once for each combination of some keys.
 *
 * @param grid the combinations
 * @param scenarios one for each combination; fewer if the reading was stopped
 */
record Readings(Grid grid, List<Scenario> scenarios) {
    /** Reads a scenario with every combination. */
    static Readings of(ScenarioSource source, Grid grid, ParallelRuns runs) throws RefusedSettings {
        try {
            return new Readings(
                    grid,
                    runs.run("reading", (int) grid.size(), i -> read(source, grid.settings(i)))
                            .results());
        } catch (Refusal e) {
            throw e.settings;
        }
    }

    /** The first combination that is refused ends the reading. */
    private static final class Refusal extends RuntimeException {
        private final RefusedSettings settings;

        Refusal(RefusedSettings settings) {
            this.settings = settings;
        }
    }

    private static Scenario read(ScenarioSource source, List<String> settings) {
        ReadResult result = source.read(settings);
        return result.scenario()
                .map(Readings::withoutPlaces)
                .orElseThrow(() -> new Refusal(new RefusedSettings(settings, result)));
    }

    boolean isWhole() {
        return scenarios.size() == grid.size();
    }

    /** The places of the values take more room than the values, and the expectations are not checked. */
    private static Scenario withoutPlaces(Scenario scenario) {
        return scenario.withoutExpectations()
                .with(new Provenance(scenario.provenance().file(), Map.of()));
    }
}
