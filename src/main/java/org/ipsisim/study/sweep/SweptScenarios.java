package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.Variant;

/**
 * The scenarios of some axes. The file is read once for each combination of the keys that need it, and once for each
 * value of a timer; the rest is put together from these.
 */
record SweptScenarios(Grid grid, Readings heavy, int[] heavyAt, List<Optional<Readings>> donors) {
    /**
     * A scenario read once for each combination of some keys.
     *
     * @param scenarios one for each combination; fewer if the reading was stopped
     */
    private record Readings(Grid grid, List<Scenario> scenarios) {
        static Readings of(ScenarioSource source, Grid grid, ParallelRuns runs) throws RefusedSettings {
            try {
                return new Readings(
                        grid,
                        runs.run("reading", (int) grid.size(), i -> read(source, grid.settings(i)))
                                .results());
            } catch (RefusedSettings.InRun e) {
                throw e.settings();
            }
        }

        private static Scenario read(ScenarioSource source, List<String> settings) {
            ReadResult result = source.read(settings);
            return result.scenario()
                    .map(Readings::withoutPlaces)
                    .orElseThrow(() -> new RefusedSettings.InRun(new RefusedSettings(settings, result)));
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

    /**
     * Reads everything that the combinations of a grid need.
     *
     * @return empty if the reading was stopped
     * @throws RefusedSettings if the scenario is wrong with some of the values
     */
    static Optional<SweptScenarios> read(ScenarioSource source, Grid grid, ParallelRuns runs) throws RefusedSettings {
        List<Axis> axes = grid.axes();
        List<Axis> anew = needReading(axes);
        Readings heavy = Readings.of(source, new Grid(anew), runs);
        boolean whole = heavy.isWhole();
        List<Optional<Readings>> donors = new ArrayList<>();
        for (Axis axis : axes) {
            Optional<Readings> donor = Optional.empty();
            if (!anew.contains(axis)) {
                donor = Optional.of(Readings.of(source, new Grid(List.of(axis)), runs));
                whole &= donor.get().isWhole();
            }
            donors.add(donor);
        }
        int[] heavyAt = anew.stream().mapToInt(axes::indexOf).toArray();
        return whole ? Optional.of(new SweptScenarios(grid, heavy, heavyAt, donors)) : Optional.empty();
    }

    /** The keys for which the file has to be read anew. */
    static List<Axis> needReading(List<Axis> axes) {
        boolean prevented = axes.stream().anyMatch(axis -> ValueSubstitution.isPrevented(axis.key()));
        return axes.stream()
                .filter(axis -> prevented || !ValueSubstitution.isPossible(axis.key()))
                .toList();
    }

    /** The scenario of a combination. */
    Variant variant(int number) {
        int[] values = grid.valuesOf(number);
        int[] ofHeavy = IntStream.of(heavyAt).map(axis -> values[axis]).toArray();
        Scenario scenario = heavy.scenarios.get(heavy.grid.combinationOf(ofHeavy));
        for (int i = 0; i < values.length; i++) {
            if (donors.get(i).isPresent()) {
                Scenario donor = donors.get(i).get().scenarios.get(values[i]);
                scenario = ValueSubstitution.onto(scenario, grid.axes().get(i).key(), donor);
            }
        }
        return new Variant(grid.settings(number), scenario);
    }

    /** How far a value of an axis is from what is administered, 0 to 1. */
    double distance(int axis, int value, Scenario administered) {
        if (donors.get(axis).isEmpty()) {
            return 1;
        }
        List<Scenario> there = donors.get(axis).get().scenarios;
        return ValueSubstitution.distance(grid.axes().get(axis).key(), administered, there, value);
    }
}
