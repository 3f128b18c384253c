package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of faults of one length cost, all port networks added up.
 *
 * @param length of the faults in milliseconds
 * @param callsDropped calls
 * @param outage time without service in milliseconds, summed over the port networks
 * @param degraded time of warm resets in milliseconds, in the same way
 * @param failovers how often a survivable core took a port network
 * @param out the port networks that are not in service at the last instant of the faults: bit n - 1 stands for number n
 * @param systems the most clusters under which port networks are in service at one time: two or more are separate
 *     telephone systems (R47)
 */
public record FaultCost(
        long length, long callsDropped, long outage, long degraded, long failovers, long out, int systems) {
    /** The worse first. */
    public static final Comparator<FaultCost> WORST_FIRST = Comparator.comparingLong(FaultCost::callsDropped)
            .thenComparingLong(FaultCost::outage)
            .thenComparingLong(FaultCost::degraded)
            .reversed();

    /**
     * Adds up what port networks went through.
     *
     * @param touched by number
     * @param others whether there are other port networks, which the main serves all the time
     */
    static FaultCost of(long length, SortedMap<Integer, PnTrial> touched, boolean others, int main) {
        long calls = 0;
        long outage = 0;
        long degraded = 0;
        long failovers = 0;
        long out = 0;
        Set<List<PnTrial.Reign>> services = new HashSet<>();
        for (Map.Entry<Integer, PnTrial> entry : touched.entrySet()) {
            PnTrial trial = entry.getValue();
            calls += trial.callsDropped();
            outage += trial.outage();
            degraded += trial.degraded();
            failovers += trial.failovers();
            out |= trial.isOut() ? bit(entry.getKey()) : 0;
            services.add(trial.service());
        }
        if (others) {
            services.add(List.of(new PnTrial.Reign(0, Long.MAX_VALUE, main)));
        }
        return new FaultCost(length, calls, outage, degraded, failovers, out, systems(services));
    }

    private static int systems(Collection<List<PnTrial.Reign>> services) {
        Set<Integer> clusters = new HashSet<>();
        services.forEach(service -> service.forEach(reign -> clusters.add(reign.cluster())));
        if (clusters.size() <= 1) {
            return clusters.size();
        }
        TreeMap<Long, Map<Integer, Integer>> changes = new TreeMap<>();
        for (List<PnTrial.Reign> service : services) {
            for (PnTrial.Reign reign : service) {
                changes.computeIfAbsent(reign.from(), at -> new TreeMap<>()).merge(reign.cluster(), 1, Integer::sum);
                changes.computeIfAbsent(reign.to(), at -> new TreeMap<>()).merge(reign.cluster(), -1, Integer::sum);
            }
        }
        Map<Integer, Integer> serving = new TreeMap<>();
        int most = 0;
        for (Map<Integer, Integer> change : changes.values()) {
            change.forEach((cluster, by) -> serving.merge(cluster, by, Integer::sum));
            most = Math.max(most, (int)
                    serving.values().stream().filter(count -> count > 0).count());
        }
        return most;
    }

    private static long bit(int number) {
        return 1L << (number - 1);
    }

    /** The numbers of the port networks that are out for as long as the faults last. */
    public List<Integer> portNetworksOut() {
        return numbers(out);
    }

    /** The numbers of port networks that bits stand for, ascending. */
    public static List<Integer> numbers(long bits) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= Long.SIZE; number++) {
            if ((bits & bit(number)) != 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Whether port networks are in service under different clusters at some time. */
    public boolean fragments() {
        return systems > 1;
    }

    /** Whether nothing was reset. */
    public boolean isFree() {
        return callsDropped == 0 && outage == 0 && degraded == 0;
    }
}
