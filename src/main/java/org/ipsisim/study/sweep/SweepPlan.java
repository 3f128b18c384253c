package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.WrongPlan;

/**
 * Which settings of a scenario are tried, and under which circumstances.
 *
 * @param source the scenario
 * @param choices what the administrator can choose: each combination is tried
 * @param circumstances what nobody can choose, such as the length of an outage: each choice is run under all of them,
 *     and what that costs is added up
 * @param weights how often port networks count, by number, if not once
 */
public record SweepPlan(ScenarioSource source, Grid choices, Grid circumstances, Map<Integer, Integer> weights) {
    /** Most keys that are varied. */
    public static final int MOST_KEYS = 20;

    /** Most runs of a sweep. */
    public static final long MOST_RUNS = 1_000_000;

    /** Most combinations for which the file has to be read anew, because they change more than timers. */
    public static final long MOST_READINGS = 10_000;

    /**
     * A plan that can be carried out.
     *
     * @throws WrongPlan if a key is given twice, or there are too many runs
     */
    public static SweepPlan of(
            ScenarioSource source, List<Axis> choices, List<Axis> circumstances, Map<Integer, Integer> weights)
            throws WrongPlan {
        Set<String> keys = new HashSet<>();
        for (String setting : source.settings()) {
            keys.add(setting.replaceFirst("=.*", "").strip());
        }
        List<Axis> all = new ArrayList<>(choices);
        all.addAll(circumstances);
        if (all.size() > MOST_KEYS) {
            throw new WrongPlan(all.size() + " keys are too many; at most " + MOST_KEYS);
        }
        for (Axis axis : choices) {
            if (axis.isReading()) {
                throw new WrongPlan(
                        axis.key() + " is how the manuals are read, which nobody can choose; --over " + axis.key() + "="
                                + String.join(",", axis.values()) + " finds what is best under every reading");
            }
        }
        for (Axis axis : all) {
            if (!keys.add(axis.key())) {
                throw new WrongPlan(axis.key() + " is set twice");
            }
        }
        SweepPlan plan = new SweepPlan(source, new Grid(choices), new Grid(circumstances), weights);
        long size = new Grid(all).size();
        if (size > MOST_RUNS) {
            throw new WrongPlan("that would take " + grouped(size) + " runs" + product(all) + ", more than "
                    + grouped(MOST_RUNS) + "; choose longer steps or fewer keys");
        }
        long readings = new Grid(SweptScenarios.needReading(all)).size();
        if (readings > MOST_READINGS) {
            throw new WrongPlan(grouped(readings) + " combinations change more than timers, and the scenario has to be"
                    + " read anew for each; at most " + grouped(MOST_READINGS) + " are possible");
        }
        return plan;
    }

    private static String product(List<Axis> axes) {
        StringBuilder product = new StringBuilder();
        axes.forEach(axis -> product.append(product.isEmpty() ? "" : " x ")
                .append(axis.values().size()));
        return axes.size() < 2 ? "" : " (" + product + ")";
    }

    private static String grouped(long number) {
        return number == Long.MAX_VALUE ? "countless" : Words.grouped(number);
    }

    /** Every choice under all circumstances; the runs of a choice stand together. */
    Grid all() {
        return new Grid(Stream.concat(choices.axes().stream(), circumstances.axes().stream())
                .toList());
    }

    /** The readings of the manuals among the circumstances, combined; one without axes if there are none. */
    Grid readings() {
        return new Grid(circumstances.axes().stream().filter(Axis::isReading).toList());
    }

    /** The combination of readings in a circumstance. */
    int readingOf(int circumstance) {
        int[] values = circumstances.valuesOf(circumstance);
        return readings()
                .combinationOf(IntStream.range(0, values.length)
                        .filter(i -> circumstances.axes().get(i).isReading())
                        .map(i -> values[i])
                        .toArray());
    }

    /** How often a circumstance counts. */
    long weightOf(int circumstance) {
        int[] values = circumstances.valuesOf(circumstance);
        long weight = 1;
        for (int i = 0; i < values.length; i++) {
            weight *= circumstances.axes().get(i).weights().get(values[i]);
        }
        return weight;
    }

    /** How many runs each choice takes. */
    public int runsOfEach() {
        return (int) circumstances.size();
    }
}
