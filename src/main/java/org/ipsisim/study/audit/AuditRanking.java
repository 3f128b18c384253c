package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Fault;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Objective;

/** Rankings of an audit: the worst faults, pairs that cost more than their parts, minimal sets. */
public final class AuditRanking {
    private final Audit audit;
    private final Map<Fault, FaultResult> alone = new HashMap<>();
    private final IdentityHashMap<FaultResult, FaultCost> excesses = new IdentityHashMap<>();

    /** The rankings of an audit. */
    public AuditRanking(Audit audit) {
        this.audit = audit;
        audit.singles().forEach(result -> alone.put(result.set().faults().get(0), result));
    }

    private FaultResult alone(Fault fault) {
        return Objects.requireNonNull(alone.get(fault));
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

    /** Pairs that cost more calls or more service than their two faults apart; the greatest excess first. */
    public List<FaultResult> more() {
        return more(audit.pairs());
    }

    /** The same of second faults that strike during a failover or a return. */
    public List<FaultResult> moreLater() {
        return more(audit.later());
    }

    /** Random outages that cost something, those with the greatest expected cost in a year first. */
    public List<YearlyCost> yearly(Objective objective) {
        return audit.yearly().stream()
                .filter(each -> each.inYear(objective::of) > 0)
                .sorted(Comparator.comparingDouble((YearlyCost each) -> -each.inYear(objective::of)))
                .toList();
    }

    private List<FaultResult> more(List<FaultResult> pairs) {
        return pairs.stream()
                .filter(result -> !excess(result).isFree())
                .sorted(Comparator.comparing(this::excess, FaultCost.WORST_FIRST))
                .toList();
    }

    /**
     * What a pair costs beyond both of its faults one by one, at the length with the greatest excess; nothing where it costs less.
     */
    public FaultCost excess(FaultResult pair) {
        return excesses.computeIfAbsent(pair, this::mostExcess);
    }

    private FaultCost mostExcess(FaultResult pair) {
        return pair.costs().stream()
                .map(whole -> excess(pair.set(), whole))
                .min(FaultCost.WORST_FIRST)
                .orElseThrow();
    }

    private FaultCost excess(FaultSet pair, FaultCost whole) {
        Cost excess = whole.cost();
        for (Fault fault : pair.faults()) {
            excess = excess.minus(alone(fault).at(whole.length()).cost());
        }
        Cost beyond = excess;
        boolean isMore = Stream.of(Measure.CALLS_DROPPED, Measure.OUTAGE, Measure.PHONE_TIME_LOST)
                .anyMatch(measure -> beyond.of(measure) > 0);
        Cost cost = isMore ? excess.orNothing() : excess.measures().none();
        return new FaultCost(whole.length(), cost, List.of(), 0, 0);
    }

    /**
     * Minimal sets of faults that keep a port network out of service until they are repaired; the sets that strike the
     * most port networks first.
     */
    public List<Minimal> lasting() {
        List<Minimal> minimal = new ArrayList<>();
        for (FaultResult result : audit.results()) {
            Set<Integer> out = new TreeSet<>(result.ofLongest().out());
            if (result.set().size() > 1) {
                result.set()
                        .faults()
                        .forEach(fault -> out.removeAll(alone(fault).ofLongest().out()));
            }
            if (!out.isEmpty()) {
                minimal.add(new Minimal(result, List.copyOf(out)));
            }
        }
        minimal.sort(
                Comparator.comparingInt((Minimal each) -> each.result().set().size())
                        .thenComparingInt(each -> -each.portNetworks().size()));
        return minimal;
    }

    /**
     * Sets of faults that keep SIP phones out of service until they are repaired, more of them than one of the faults alone
     * does; those that strike the most phones first.
     */
    public List<FaultResult> lastingForPhones() {
        return audit.results().stream()
                .filter(result -> result.ofLongest().phonesOut() > mostPhonesOutAlone(result.set()))
                .sorted(Comparator.comparingInt(
                                (FaultResult result) -> result.set().size())
                        .thenComparingInt(result -> -result.ofLongest().phonesOut()))
                .toList();
    }

    private int mostPhonesOutAlone(FaultSet set) {
        return set.size() == 1
                ? 0
                : set.faults().stream()
                        .mapToInt(fault -> alone(fault).ofLongest().phonesOut())
                        .max()
                        .orElse(0);
    }

    /** Minimal sets of faults that split the estate into several telephone systems. */
    public List<FaultResult> fragmenting() {
        return audit.results().stream()
                .filter(FaultResult::fragments)
                .filter(result -> result.set().size() == 1
                        || result.set().faults().stream()
                                .noneMatch(fault -> alone(fault).fragments()))
                .toList();
    }
}
