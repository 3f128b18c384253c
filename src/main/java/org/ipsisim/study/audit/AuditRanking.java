package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.study.Fault;

/** The results of an audit by what they say: the worst, those that are more than their parts, the minimal ones. */
public final class AuditRanking {
    private final Audit audit;
    private final Map<Fault, FaultResult> alone = new HashMap<>();
    private final Map<FaultResult, FaultCost> excesses = new IdentityHashMap<>();

    /** The rankings of an audit. */
    public AuditRanking(Audit audit) {
        this.audit = audit;
        audit.singles().forEach(result -> alone.put(result.set().faults().get(0), result));
    }

    /** A minimal set of faults, and the port networks for which it is one. */
    public record Minimal(FaultResult result, List<Integer> portNetworks) {
        /** Keeps a copy of the numbers. */
        public Minimal {
            portNetworks = List.copyOf(portNetworks);
        }
    }

    /** Single faults that cost something, the worst first. */
    public List<FaultResult> singles() {
        return worst(audit.singles());
    }

    /** Pairs that cost something, the worst first. */
    public List<FaultResult> pairs() {
        return worst(audit.pairs());
    }

    private static List<FaultResult> worst(List<FaultResult> results) {
        return results.stream()
                .filter(result -> !result.worst().isFree())
                .sorted(FaultResult.WORST_FIRST)
                .toList();
    }

    /** Pairs that cost more than their two faults apart; by how much, the most first. */
    public List<FaultResult> more() {
        return audit.pairs().stream()
                .filter(result -> !excess(result).isFree())
                .sorted((a, b) -> FaultCost.WORST_FIRST.compare(excess(a), excess(b)))
                .toList();
    }

    /**
     * What a pair costs beyond both of its faults one by one, at the length where that is most; nothing where it is less.
     */
    public FaultCost excess(FaultResult pair) {
        return excesses.computeIfAbsent(pair, this::mostExcess);
    }

    private FaultCost mostExcess(FaultResult pair) {
        FaultCost most = excess(pair, 0);
        for (int i = 1; i < pair.costs().size(); i++) {
            FaultCost excess = excess(pair, i);
            most = FaultCost.WORST_FIRST.compare(excess, most) < 0 ? excess : most;
        }
        return most;
    }

    private FaultCost excess(FaultResult pair, int length) {
        FaultCost cost = pair.costs().get(length);
        long calls = cost.callsDropped();
        long outage = cost.outage();
        long degraded = cost.degraded();
        for (Fault fault : pair.set().faults()) {
            FaultCost part = alone.get(fault).costs().get(length);
            calls -= part.callsDropped();
            outage -= part.outage();
            degraded -= part.degraded();
        }
        boolean more = calls > 0 || calls == 0 && outage > 0;
        return new FaultCost(
                cost.length(),
                more ? calls : 0,
                more ? Math.max(0, outage) : 0,
                more ? Math.max(0, degraded) : 0,
                0,
                0,
                0);
    }

    /**
     * Minimal sets of faults that keep a port network out of service until they are repaired; those that strike the
     * most port networks first.
     */
    public List<Minimal> lasting() {
        List<Minimal> minimal = new ArrayList<>();
        for (FaultResult result : audit.results()) {
            long out = result.ofLongest().out();
            if (result.set().size() > 1) {
                for (Fault fault : result.set().faults()) {
                    out &= ~alone.get(fault).ofLongest().out();
                }
            }
            if (out != 0) {
                minimal.add(new Minimal(result, FaultCost.numbers(out)));
            }
        }
        minimal.sort((a, b) -> a.result().set().size() != b.result().set().size()
                ? Integer.compare(a.result().set().size(), b.result().set().size())
                : Integer.compare(b.portNetworks().size(), a.portNetworks().size()));
        return minimal;
    }

    /** Minimal sets of faults that split the estate into several telephone systems. */
    public List<FaultResult> fragmenting() {
        return audit.results().stream()
                .filter(FaultResult::fragments)
                .filter(result -> result.set().size() == 1
                        || result.set().faults().stream()
                                .noneMatch(fault -> alone.get(fault).fragments()))
                .toList();
    }
}
