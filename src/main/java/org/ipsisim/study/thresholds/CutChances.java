package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
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
public record CutChances(CutPlan plan, int seeds, List<FaultCuts<PnChances>> faults) {
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
        List<List<PnOutcome>> all = run(plan, seeds, Shard.WHOLE, runs);
        List<FaultCuts<PnChances>> faults = new ArrayList<>();
        for (int first = 0; first + seeds <= all.size(); first += each) {
            List<List<PnOutcome>> own = all.subList(first, Math.min(all.size(), first + each));
            faults.add(chances(plan, plan.faults().get(first / each), lengths, seeds, own));
        }
        return new CutChances(plan, seeds, faults);
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(CutPlan plan, int seeds, Shard shard, ParallelRuns runs) {
        run(plan, seeds, shard, runs);
    }

    private static List<List<PnOutcome>> run(CutPlan plan, int seeds, Shard shard, ParallelRuns runs) {
        Scenario ground = plan.ground();
        List<Long> lengths = plan.lengths();
        int each = lengths.size() * seeds;
        int all = Math.multiplyExact(plan.faults().size(), each);
        SharedOutcomes outcomes = new SharedOutcomes(plan);
        return runs.run("trying cuts", shard.numbers(all), outcomes.kind(number -> "run " + number), number -> {
                    Fault fault = plan.faults().get(number / each);
                    long length = lengths.get(number % each / seeds);
                    Scenario cut =
                            CutPlan.cut(ground, fault, plan.at(), length).withSeed(ground.seed() + number % seeds);
                    List<String> settings = List.of(fault.name() + " cut for " + length + " ms", "seed=" + cut.seed());
                    return outcomes.shared(PnOutcome.of(new Variant(settings, cut).run(Detail.RESETS)));
                })
                .results();
    }

    private static FaultCuts<PnChances> chances(
            CutPlan plan, Fault fault, List<Long> lengths, int seeds, List<List<PnOutcome>> all) {
        List<Integer> numbers = plan.portNetworks();
        List<PnChances> portNetworks = new ArrayList<>();
        for (int pn = 0; pn < numbers.size(); pn++) {
            List<PnChances.Point> points = new ArrayList<>();
            for (int length = 0; (length + 1) * seeds <= all.size(); length++) {
                List<PnOutcome> outcomes = new ArrayList<>();
                for (List<PnOutcome> run : all.subList(length * seeds, (length + 1) * seeds)) {
                    outcomes.add(run.get(pn));
                }
                points.add(new PnChances.Point(
                        lengths.get(length),
                        share(outcomes, PnOutcome::isFree),
                        share(outcomes, PnOutcome::keepsCalls),
                        share(outcomes, PnOutcome::stays)));
            }
            portNetworks.add(new PnChances(numbers.get(pn), points));
        }
        return new FaultCuts<>(fault, portNetworks);
    }

    /** How many outcomes are not what one wishes. */
    private static Share share(List<PnOutcome> outcomes, Predicate<PnOutcome> wished) {
        return new Share((int) outcomes.stream().filter(wished.negate()).count(), outcomes.size());
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
