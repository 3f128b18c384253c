package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;

/**
 * The scenarios of some axes. The file is read once for each combination of the keys that need it, and once for each
 * value of a timer; the rest is put together from these.
 */
final class SweptScenarios {
    private final List<Axis> axes;
    private final Readings heavy;
    private final int[] heavyAt;
    private final List<Optional<Readings>> donors;

    private SweptScenarios(List<Axis> axes, Readings heavy, int[] heavyAt, List<Optional<Readings>> donors) {
        this.axes = axes;
        this.heavy = heavy;
        this.heavyAt = heavyAt;
        this.donors = donors;
    }

    /**
     * Reads everything that combinations of some axes need.
     *
     * @return empty if the reading was stopped
     * @throws RefusedSettings if the scenario is wrong with some of the values
     */
    static Optional<SweptScenarios> read(ScenarioSource source, List<Axis> axes, ParallelRuns runs)
            throws RefusedSettings {
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
        return whole ? Optional.of(new SweptScenarios(axes, heavy, heavyAt, donors)) : Optional.empty();
    }

    /** The keys for which the file has to be read anew. */
    static List<Axis> needReading(List<Axis> axes) {
        boolean prevented = axes.stream().anyMatch(axis -> ValueSubstitution.isPrevented(axis.key()));
        return axes.stream()
                .filter(axis -> prevented || !ValueSubstitution.isPossible(axis.key()))
                .toList();
    }

    /** The scenario in which the axes have some values. */
    Scenario of(int[] values) {
        int[] ofHeavy = new int[heavyAt.length];
        for (int i = 0; i < ofHeavy.length; i++) {
            ofHeavy[i] = values[heavyAt[i]];
        }
        Scenario scenario = heavy.scenarios().get(heavy.grid().combinationOf(ofHeavy));
        for (int i = 0; i < values.length; i++) {
            if (donors.get(i).isPresent()) {
                Scenario donor = donors.get(i).get().scenarios().get(values[i]);
                scenario = ValueSubstitution.onto(scenario, axes.get(i).key(), donor);
            }
        }
        return scenario;
    }

    /** How far a value of an axis is from what is administered, 0 to 1. */
    double distance(int axis, int value, Scenario administered) {
        if (donors.get(axis).isEmpty()) {
            return 1;
        }
        List<Scenario> there = donors.get(axis).get().scenarios();
        return ValueSubstitution.distance(axes.get(axis).key(), administered, there, value);
    }
}
