package org.ipsisim.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** Some measures in a fixed order: which numbers a {@link Cost} holds, and how files of runs write them. */
public final class Measures {
    /** Every measure that is not the sum of others, in the order in which files of runs have them. */
    public static final Measures ALL = new Measures(
            Measure.OUTAGE,
            Measure.DEGRADED,
            Measure.WARM_RESETS,
            Measure.COLD_RESETS,
            Measure.FAILOVERS,
            Measure.FALLBACKS,
            Measure.IPSI_INTERCHANGES,
            Measure.CALLS_DROPPED,
            Measure.CALLS_BLOCKED,
            Measure.CALLS_DELAYED,
            Measure.SET_UPS_LOST,
            Measure.TALK_TIME_LOST,
            Measure.NEEDLESS_FAILOVERS,
            Measure.DEAD_TIME,
            Measure.TIME_ON_CORE,
            Measure.TIME_APART);

    private final List<Measure> list;
    private final int[] places = new int[Measure.values().length];

    /** @param list the measures in their order; none is a sum of others */
    public Measures(Measure... list) {
        this.list = List.of(list);
        Arrays.fill(places, -1);
        this.list.forEach(measure -> places[measure.ordinal()] = this.list.indexOf(measure));
    }

    /** In their order. */
    public List<Measure> list() {
        return list;
    }

    /** How many there are. */
    public int size() {
        return list.size();
    }

    /** What its numbers are, in words. */
    public String names() {
        return list.stream()
                .map(measure -> measure.words() + (measure.isTime() ? " (ms)" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The value of a measure in a row of numbers that begins at an index; 0 if it is not one of these. */
    public long value(Measure measure, long[] numbers, int from) {
        int place = places[measure.ordinal()];
        long sum = place < 0 ? 0 : numbers[from + place];
        for (Measure part : measure.parts()) {
            sum += value(part, numbers, from);
        }
        return sum;
    }

    /** What one port network went through. */
    public Cost of(PnHistory pn, History history) {
        return new Cost(
                this,
                list.stream().mapToLong(measure -> measure.of(pn, history)).toArray());
    }

    /** Costs in these measures, added up. */
    public Cost sum(Stream<Cost> costs) {
        long[] sum = new long[list.size()];
        costs.forEach(cost -> cost.addTo(sum));
        return new Cost(this, sum);
    }

    /** What {@link Cost#write} has written. */
    public Cost read(NumberRow row) {
        return new Cost(this, row.next(list.size()));
    }
}
