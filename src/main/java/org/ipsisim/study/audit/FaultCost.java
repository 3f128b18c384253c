package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.Estate;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.NumberRow;

/**
 * What a set of faults of one length cost, all port networks added up.
 *
 * @param length of the faults in milliseconds
 * @param cost in {@link #MEASURES}
 * @param out numbers of the port networks that are not in service at the last instant of the faults, ascending
 * @param systems the most clusters under which port networks are in service at one time: two or more are separate
 *     telephone systems (R47)
 * @param phonesOut how many SIP phones are not in service at the last instant of the faults
 */
public record FaultCost(long length, Cost cost, List<Integer> out, int systems, int phonesOut) {
    /** What an audit counts of port networks. */
    public static final Measures MEASURES =
            new Measures(Measure.CALLS_DROPPED, Measure.OUTAGE, Measure.DEGRADED, Measure.FAILOVERS);

    private static final Measures WITH_PHONES = new Measures(
            Measure.CALLS_DROPPED,
            Measure.OUTAGE,
            Measure.DEGRADED,
            Measure.FAILOVERS,
            Measure.PHONE_TIME_LOST,
            Measure.LONGEST_PHONE_OUTAGE,
            Measure.REQUESTS_REFUSED);

    /** The worse first. */
    public static final Comparator<FaultCost> WORST_FIRST = Comparator.comparing(
                    FaultCost::cost,
                    Comparator.comparingLong(Cost::callsDropped)
                            .thenComparingLong(Cost::outage)
                            .thenComparingLong(Measure.PHONE_TIME_LOST::of)
                            .thenComparingLong(Measure.DEGRADED::of))
            .reversed();

    /** Keeps a copy of the numbers. */
    public FaultCost {
        out = List.copyOf(out);
    }

    /** What an audit of an estate counts. */
    public static Measures measures(Estate estate) {
        return estate.sip().isEmpty() ? MEASURES : WITH_PHONES;
    }

    /** The same with what SIP phones went through. */
    FaultCost withPhones(Cost ofPhones, int out) {
        Cost both = ofPhones.plus(cost.in(ofPhones.measures()));
        return new FaultCost(length, both, this.out, systems, out);
    }

    /**
     * Adds up what port networks went through.
     *
     * @param touched by number
     * @param others whether there are other port networks, which the main serves all the time
     */
    static FaultCost of(long length, SortedMap<Integer, PnTrial> touched, boolean others, int main) {
        List<Integer> out = new ArrayList<>();
        Set<List<PnTrial.Service>> services = new HashSet<>();
        touched.forEach((number, trial) -> {
            if (trial.isOut()) {
                out.add(number);
            }
            services.add(trial.service());
        });
        if (others) {
            services.add(List.of(new PnTrial.Service(0, Long.MAX_VALUE, main)));
        }
        Cost cost = MEASURES.sum(touched.values().stream().map(PnTrial::cost));
        return new FaultCost(length, cost, out, systems(services), 0);
    }

    private static int systems(Collection<List<PnTrial.Service>> services) {
        Set<Integer> clusters = new HashSet<>();
        services.forEach(each -> each.forEach(service -> clusters.add(service.cluster())));
        if (clusters.size() <= 1) {
            return clusters.size();
        }
        TreeMap<Long, Map<Integer, Integer>> changes = new TreeMap<>();
        services.forEach(each -> each.forEach(service -> {
            changes.computeIfAbsent(service.from(), at -> new TreeMap<>()).merge(service.cluster(), 1, Integer::sum);
            changes.computeIfAbsent(service.to(), at -> new TreeMap<>()).merge(service.cluster(), -1, Integer::sum);
        }));
        Map<Integer, Integer> serving = new TreeMap<>();
        long most = 0;
        for (Map<Integer, Integer> change : changes.values()) {
            change.forEach((cluster, by) -> serving.merge(cluster, by, Integer::sum));
            most = Math.max(
                    most, serving.values().stream().filter(count -> count > 0).count());
        }
        return (int) most;
    }

    /** Adds its components to a row in their order; the port networks are bits, bit n - 1 for number n. */
    void write(NumberRow row) {
        row.add(length);
        cost.write(row);
        row.add(out.stream().mapToLong(number -> 1L << (number - 1)).sum(), systems);
        if (cost.measures().hasPhones()) {
            row.add(phonesOut);
        }
    }

    /** What {@link #write} has written. */
    static FaultCost read(Measures measures, NumberRow row) {
        return new FaultCost(
                row.next(),
                measures.read(row),
                BitSet.valueOf(row.next(1)).stream().map(bit -> bit + 1).boxed().toList(),
                row.nextInt(),
                measures.hasPhones() ? row.nextInt() : 0);
    }

    /** Whether port networks are in service under different clusters at some time. */
    public boolean fragments() {
        return systems > 1;
    }

    /** Whether nothing was reset. */
    public boolean isFree() {
        return cost.callsDropped() == 0 && cost.cannotDial() == 0 && cost.of(Measure.PHONE_TIME_LOST) == 0;
    }
}
