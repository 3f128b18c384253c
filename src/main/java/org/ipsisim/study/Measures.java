package org.ipsisim.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.SipHistory;

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

    /** The same with those of phones. */
    private static final Measures WITH_PHONES = new Measures(
            Stream.concat(ALL.list.stream(), Arrays.stream(Measure.values()).filter(Measure::isOfPhones))
                    .toArray(Measure[]::new));

    private final List<Measure> list;
    private final int[] places = new int[Measure.values().length];

    /** @param list the measures in their order; none is a sum of others */
    public Measures(Measure... list) {
        this.list = List.of(list);
        Arrays.fill(places, -1);
        this.list.forEach(measure -> places[measure.ordinal()] = this.list.indexOf(measure));
    }

    /** Those that an estate has: the measures of phones only if there are any. */
    public static Measures of(Estate estate) {
        return estate.sip().isEmpty() ? ALL : WITH_PHONES;
    }

    /** Whether phones are counted. */
    public boolean hasPhones() {
        return places[Measure.PHONE_TIME_LOST.ordinal()] >= 0;
    }

    /** Nothing at all. */
    public Cost none() {
        return new Cost(this, new long[list.size()]);
    }

    /** Every measure that results show, sums of others included, in the order of results. */
    public List<Measure> shown() {
        return Arrays.stream(Measure.values())
                .filter(measure -> !measure.isOfPhones() || places[measure.ordinal()] >= 0)
                .toList();
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
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).of(pn, history);
        }
        return new Cost(this, values);
    }

    /** What phones and session managers went through. */
    public Cost of(SipHistory sip) {
        return new Cost(
                this, list.stream().mapToLong(measure -> measure.of(sip)).toArray());
    }

    /** What a run cost: its port networks, phones and session managers together. */
    public Cost of(History history) {
        return of(history, Map.of());
    }

    /**
     * The same with port networks that count several times.
     *
     * @param weights how often, by number; those that are missing count once
     */
    public Cost of(History history, Map<Integer, Integer> weights) {
        Stream<Cost> portNetworks = history.portNetworks().stream()
                .map(pn -> of(pn, history)
                        .times(weights.getOrDefault(pn.portNetwork().number(), 1)));
        return sum(Stream.concat(portNetworks, Stream.of(of(history.sip()))));
    }

    /** Adds one row of numbers to another: of a peak, the larger one stays. */
    void add(long[] numbers, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = list.get(i).isPeak() ? Math.max(sum[i], numbers[i]) : sum[i] + numbers[i];
        }
    }

    /** A row of numbers several times. */
    long[] times(long factor, long[] numbers) {
        long[] product = numbers.clone();
        Arrays.setAll(product, i -> list.get(i).isPeak() ? numbers[i] : numbers[i] * factor);
        return product;
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
