package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.ipsisim.history.Detail;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.survivability.RunTooLarge;

/**
 * What every fault in an estate costs, alone and in pairs.
 *
 * @param plan what was tried
 * @param results in the order of the plan, single faults first; if the audit was stopped, the first ones
 * @param yearly what the random outages of the scenario cost in a year
 * @param later second faults that strike during a failover or a return, for the longest length; none unless pairs are tried
 * @param laterLeftOut how many faults lead to a failover, but have no second ones, since there were enough
 * @param isWhole whether everything was tried
 * @param findings weaknesses of the estate itself
 * @param runsMade how many runs were made; the other results follow from them
 * @param sums how many pairs cost the sum of their two faults, because no port network feels both
 */
public record Audit(
        AuditPlan plan,
        List<FaultResult> results,
        List<YearlyCost> yearly,
        List<FaultResult> later,
        int laterLeftOut,
        boolean isWhole,
        EstateFindings findings,
        long runsMade,
        long sums) {
    /** What the numbers of a run on record are. */
    public static final String NUMBER_NAMES =
            "of each port network that is run: its number, calls dropped, outage (ms),"
                    + " degraded (ms), failovers, 1 if it is out at the end of the faults, how often it is in service and each time"
                    + " from (ms), to (ms) and under which cluster, how many clusters were on its lists and which, 1 if it needed a"
                    + " server, 1 if a core lost it, 1 if the main servers changed roles for its sake. If the whole estate is run: length of the faults (ms), calls dropped, outage"
                    + " (ms), degraded (ms), failovers, the bits of the port networks that are out, systems, how many clusters were"
                    + " on lists and which. Of a random outage of one length: what it costs, as the studies count it. Of a"
                    + " fault that may lead to a failover: half of that and half of the return, after its start (ms)";

    /** Keeps a copy of the results. */
    public Audit {
        results = List.copyOf(results);
        yearly = List.copyOf(yearly);
        later = List.copyOf(later);
    }

    /**
     * Carries out a plan; if it is stopped, what was done by then.
     *
     * @param exhaustive whether the whole estate is run with every set of faults; the results are the same, later
     * @throws RunTooLarge if a run asks for more than one run does
     */
    public static Audit of(AuditPlan plan, boolean exhaustive, ParallelRuns runs) {
        return of(plan, exhaustive, Shard.WHOLE, runs);
    }

    /**
     * Makes the runs that one shard of the sets of faults needs, for the record. Parts of the estate that several
     * shards need are run in each.
     */
    public static void make(AuditPlan plan, boolean exhaustive, Shard shard, ParallelRuns runs) {
        of(plan, exhaustive, shard, runs);
    }

    private static Audit of(AuditPlan plan, boolean exhaustive, Shard shard, ParallelRuns runs) {
        List<FaultSet> all = shard.of(FaultSet.of(plan.elements(), plan.faults()));
        List<FaultSet> singles = all.stream().filter(set -> set.size() == 1).toList();
        List<FaultSet> pairs = all.subList(singles.size(), all.size());
        WholeRuns whole = new WholeRuns(plan);
        Set<Integer> listed = new TreeSet<>();
        SortedMap<Integer, PnTrial> quiet =
                whole.run(plan.scenario().estate(), List.of(), plan.longest(), List.of(), Detail.CONTROL);
        quiet.values().forEach(trial -> listed.addAll(trial.listed()));
        List<FaultResult> results = new ArrayList<>();
        long made;
        long sums = 0;
        if (exhaustive || !AuditRuns.isPossible(plan.scenario().estate())) {
            results.addAll(whole.all("trying faults", all, runs, listed));
            made = (long) results.size() * plan.lengths().size();
        } else {
            AuditRuns parts = new AuditRuns(plan, quiet, runs);
            results.addAll(parts.of("trying single faults", singles));
            if (results.size() == singles.size()) {
                results.addAll(parts.of("trying pairs", pairs));
            }
            listed.addAll(parts.listed());
            made = parts.made();
            sums = parts.sums();
        }
        EstateFindings findings = EstateFindings.of(plan, listed);
        List<YearlyCost> yearly = YearlyCost.of(plan, shard, runs);
        LaterFaults.Courses courses =
                plan.faults() == 2 ? LaterFaults.of(plan, runs) : new LaterFaults.Courses(List.of(), 0);
        List<FaultSet> late = shard.of(courses.sets());
        List<FaultResult> later =
                new WholeRuns(plan.ofLength(plan.longest())).all("trying second faults", late, runs, listed);
        boolean isWhole = results.size() == all.size()
                && yearly.size()
                        == shard.of(YearlyCost.rates(plan.scenario().randomOutages()))
                                .size()
                && later.size() == late.size()
                && !(runs.isStopped() && plan.faults() == 2 && late.isEmpty());
        return new Audit(plan, results, yearly, later, courses.leftOut(), isWhole, findings, made, sums);
    }

    /** The results of single faults, in the order of the plan. */
    public List<FaultResult> singles() {
        return ofSize(1);
    }

    /** The results of pairs, in the order of the plan. */
    public List<FaultResult> pairs() {
        return ofSize(2);
    }

    private List<FaultResult> ofSize(int size) {
        return results.stream().filter(result -> result.set().size() == size).toList();
    }
}
