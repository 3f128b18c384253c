package org.ipsisim.study;

import java.util.Arrays;
import java.util.Map;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** What a run cost one port network, or several added up: a number for each of some measures. Times are milliseconds. */
public final class Cost {
    /** Nothing at all. */
    public static final Cost NONE = Measures.ALL.none();

    private final Measures measures;
    private final long[] values;

    /** @param values one for each measure; nobody changes them */
    Cost(Measures measures, long[] values) {
        this.measures = measures;
        this.values = values;
    }

    /** What one port network went through. */
    public static Cost of(PnHistory pn, History history) {
        return Measures.ALL.of(pn, history);
    }

    /** All port networks, phones and session managers of a run, added up. */
    public static Cost of(History history) {
        return of(history, Map.of());
    }

    /**
     * The same with port networks that count several times.
     *
     * @param weights how often, by number; those that are missing count once
     */
    public static Cost of(History history, Map<Integer, Integer> weights) {
        return Measures.of(history.scenario().estate()).of(history, weights);
    }

    /** What it counts. */
    public Measures measures() {
        return measures;
    }

    /** The value of a measure; 0 if it was not counted. */
    public long of(Measure measure) {
        return measures.value(measure, values, 0);
    }

    /** Calls that dropped. */
    public long callsDropped() {
        return of(Measure.CALLS_DROPPED);
    }

    /** Time without service, in milliseconds. */
    public long outage() {
        return of(Measure.OUTAGE);
    }

    /** Time in which nobody could start a call, in milliseconds: degraded and without service. */
    public long cannotDial() {
        return of(Measure.CANNOT_DIAL);
    }

    /** Both added up; they have the same measures. */
    public Cost plus(Cost other) {
        long[] sum = values.clone();
        other.addTo(sum);
        return new Cost(measures, sum);
    }

    /** The same in other measures, with 0 for those that were not counted. */
    public Cost in(Measures others) {
        return new Cost(others, others.list().stream().mapToLong(this::of).toArray());
    }

    /** The same several times. */
    public Cost times(long factor) {
        return factor == 1 ? this : new Cost(measures, measures.times(factor, values));
    }

    /** What it is more than another cost of the same measures, which may be less than nothing. */
    public Cost minus(Cost other) {
        long[] difference = values.clone();
        Arrays.setAll(difference, i -> values[i] - other.values[i]);
        return new Cost(measures, difference);
    }

    /** The same with 0 for every number below it. */
    public Cost orNothing() {
        return new Cost(
                measures, Arrays.stream(values).map(value -> Math.max(0, value)).toArray());
    }

    void addTo(long[] sum) {
        measures.add(values, sum);
    }

    /** Adds its numbers to a row. */
    public void write(NumberRow row) {
        row.add(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cost cost && measures == cost.measures && Arrays.equals(values, cost.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return measures.names() + ": " + Arrays.toString(values);
    }
}
