package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Share;
import org.ipsisim.study.Variant;

/**
 * How likely a cut costs something where heartbeats are lost by chance: the cuts of a plan, each run with several seeds.
 * With one seed all lengths lose the same heartbeats, so that the shares change with the length alone.
 *
 * @param plan what was tried
 * @param seeds how many seeds each cut was run with: that of the scenario and the next ones
 * @param faults in the order of the plan; if the work was stopped, the last one may end before the longest cut
 */
public record CutChances(CutPlan plan, int seeds, List<FaultCuts<CutOdds>> faults) {
    /** What the numbers of a run on record are. */
    public static final String NUMBER_NAMES = SharedOutcomes.NUMBER_NAMES;

    /** Keeps a copy of the list. */
    public CutChances {
        faults = List.copyOf(faults);
    }

    /**
     * Runs a plan with several seeds; if it is stopped, what was done by then.
     *
     * @param seeds 1 or more
     */
    public static CutChances of(CutPlan plan, int seeds, ParallelRuns runs) {
        List<Long> lengths = plan.lengths();
        int each = lengths.size() * seeds;
        List<List<CutOutcome>> all = run(plan, seeds, Shard.WHOLE, runs);
        List<FaultCuts<CutOdds>> faults = new ArrayList<>();
        for (int first = 0; first + seeds <= all.size(); first += each) {
            List<List<CutOutcome>> own = all.subList(first, Math.min(all.size(), first + each));
            faults.add(chances(plan, plan.faults().get(first / each), lengths, seeds, own));
        }
        return new CutChances(plan, seeds, faults);
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(CutPlan plan, int seeds, Shard shard, ParallelRuns runs) {
        run(plan, seeds, shard, runs);
    }

    private static List<List<CutOutcome>> run(CutPlan plan, int seeds, Shard shard, ParallelRuns runs) {
        Scenario ground = plan.ground();
        List<Long> lengths = plan.lengths();
        int each = lengths.size() * seeds;
        int all = Math.multiplyExact(plan.faults().size(), each);
        SharedOutcomes outcomes = new SharedOutcomes(plan.subjects().size());
        return runs.run("trying cuts", shard.numbers(all), outcomes.kind(number -> "run " + number), number -> {
                    Fault fault = plan.faults().get(number / each);
                    long length = lengths.get(number % each / seeds);
                    Scenario cut =
                            CutPlan.cut(ground, fault, plan.at(), length).withSeed(ground.seed() + number % seeds);
                    List<String> settings = List.of(fault.name() + " cut for " + length + " ms", "seed=" + cut.seed());
                    return outcomes.shared(CutOutcome.of(new Variant(settings, cut)));
                })
                .results();
    }

    private static FaultCuts<CutOdds> chances(
            CutPlan plan, Fault fault, List<Long> lengths, int seeds, List<List<CutOutcome>> all) {
        List<CutOdds> odds = new ArrayList<>();
        for (Subject subject : plan.subjects()) {
            int place = odds.size();
            List<CutOdds.Point> points = new ArrayList<>();
            for (int length = 0; (length + 1) * seeds <= all.size(); length++) {
                List<CutOutcome> outcomes = all.subList(length * seeds, (length + 1) * seeds).stream()
                        .map(run -> run.get(place))
                        .toList();
                Map<CutCost, Share> shares = new EnumMap<>(CutCost.class);
                CutCost.of(subject.kind()).forEach(cost -> shares.put(cost, share(outcomes, cost)));
                points.add(new CutOdds.Point(lengths.get(length), shares));
            }
            odds.add(new CutOdds(subject, points));
        }
        return new FaultCuts<>(fault, odds);
    }

    /** How many outcomes have a cost. */
    private static Share share(List<CutOutcome> outcomes, CutCost cost) {
        return new Share((int) outcomes.stream().filter(cost::isPaid).count(), outcomes.size());
    }

    /** How many faults were tried up to the longest cut. */
    public int done() {
        return FaultCuts.done(faults, plan);
    }

    /** Whether every cut was tried. */
    public boolean isWhole() {
        return done() == plan.faults().size();
    }
}
