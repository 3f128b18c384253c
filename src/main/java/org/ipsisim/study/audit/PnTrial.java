package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.Cost;
import org.ipsisim.study.NumberRow;
import org.ipsisim.survivability.Excerpt;

/**
 * What a set of faults did to one port network.
 *
 * @param cost in {@link FaultCost#MEASURES}
 * @param isOut whether it is not in service at the last instant of the faults
 * @param service when it was in service, and under which cluster
 * @param listed clusters that were on a list of its IPSIs at some time
 * @param asks whether it needed a server by its list: its fate depends on the state of the cores
 * @param leavesCore whether a core lost it, and so may have reset (M27)
 * @param interchanges when one main server reached more IPSIs of the run than the other and was to become active, in
 *     milliseconds (M23)
 */
record PnTrial(
        Cost cost,
        boolean isOut,
        List<Service> service,
        Set<Integer> listed,
        boolean asks,
        boolean leavesCore,
        List<Long> interchanges) {
    /** A time in service under a cluster; milliseconds, the end is not part of it. */
    record Service(long from, long to, int cluster) {}

    /** From a run in which the faults end at a time. */
    static PnTrial of(PnHistory pn, History history, long faultsEnd) {
        boolean leavesCore = history.trace().of(pn.subject()).stream()
                .flatMap(entry -> entry.as(PnHappening.Move.class).stream())
                .anyMatch(move -> move.from() != history.mainCluster());
        Set<Integer> listed = new TreeSet<>();
        pn.lists().values().forEach(spans -> spans.forEach(span -> listed.addAll(span.clusters())));
        return new PnTrial(
                FaultCost.MEASURES.of(pn, history),
                !serves(pn.spanAt(faultsEnd - 1).state()),
                service(pn),
                Set.copyOf(listed),
                Excerpt.asks(pn, history),
                leavesCore,
                history.trace().of(Subject.MAIN).stream()
                        .filter(entry -> entry.as(ServerHappening.ServerInterchange.class)
                                .filter(ServerHappening.ServerInterchange::byHealth)
                                .isPresent())
                        .map(TraceEntry::at)
                        .toList());
    }

    /** Adds the number of each port network and everything of its trial to a row. */
    static void writeAll(SortedMap<Integer, PnTrial> trials, NumberRow row) {
        trials.forEach((pn, trial) -> {
            row.add(pn);
            trial.write(row);
        });
    }

    /** What {@link #writeAll} has written. */
    static SortedMap<Integer, PnTrial> readAll(NumberRow row) {
        SortedMap<Integer, PnTrial> trials = new TreeMap<>();
        while (row.hasNext()) {
            trials.put(row.nextInt(), read(row));
        }
        return trials;
    }

    /** Adds everything in its order; before what there are several of, how many. */
    private void write(NumberRow numbers) {
        cost.write(numbers);
        numbers.add(isOut);
        numbers.add(service.size());
        service.forEach(each -> numbers.add(each.from, each.to, each.cluster));
        numbers.addSet(listed);
        numbers.add(asks);
        numbers.add(leavesCore);
        numbers.add(interchanges.size());
        interchanges.forEach(numbers::add);
    }

    /** What {@link #write} has written. */
    private static PnTrial read(NumberRow n) {
        return new PnTrial(
                FaultCost.MEASURES.read(n),
                n.nextFlag(),
                readService(n),
                n.nextSet(),
                n.nextFlag(),
                n.nextFlag(),
                LongStream.generate(n::next).limit(n.nextInt()).boxed().toList());
    }

    private static List<Service> readService(NumberRow n) {
        List<Service> service = new ArrayList<>();
        for (int count = n.nextInt(); count > 0; count--) {
            service.add(new Service(n.next(), n.next(), n.nextInt()));
        }
        return List.copyOf(service);
    }

    /** Whether the main served it all the time. */
    boolean isQuiet(int main, long duration) {
        return service.equals(List.of(new Service(0, duration, main)));
    }

    private static boolean serves(PnState state) {
        return !state.isOutage() && !state.isDegraded();
    }

    private static List<Service> service(PnHistory pn) {
        List<Service> services = new ArrayList<>();
        for (PnSpan span : pn.timeline()) {
            if (serves(span.state())) {
                int last = services.size() - 1;
                boolean goesOn = last >= 0
                        && services.get(last).to == span.from()
                        && services.get(last).cluster == span.controller();
                if (goesOn) {
                    services.set(last, new Service(services.get(last).from, span.to(), span.controller()));
                } else {
                    services.add(new Service(span.from(), span.to(), span.controller()));
                }
            }
        }
        return List.copyOf(services);
    }
}
