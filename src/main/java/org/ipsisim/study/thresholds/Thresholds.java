package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;

/**
 * How long a cut may last before it costs something: the lengths at which its outcome changes, found by running.
 *
 * <p>First cuts of regular lengths are tried, for outcomes need not get worse with the length alone; then each change
 * between two of them is narrowed down to the millisecond. A change that comes and goes between two lengths of the first
 * look is not seen.
 *
 * @param plan what was tried
 * @param faults in the order of the plan; if the search was stopped, the last one may end before the longest cut
 */
public record Thresholds(CutPlan plan, List<FaultCuts<CutBands>> faults) {
    /** What the numbers of a run on record are. */
    public static final String NUMBER_NAMES = SharedOutcomes.NUMBER_NAMES
            + "; where lengths lie between: of each change the place of the cut, the length before it (ms), and the outcomes"
            + " before and after it";

    /** Keeps a copy of the list. */
    public Thresholds {
        faults = List.copyOf(faults);
    }

    /** Runs a plan; if it is stopped, what was looked at by then. */
    public static Thresholds of(CutPlan plan, ParallelRuns runs) {
        List<FaultCuts<CutBands>> faults = new ArrayList<>();
        new EdgeSearch(plan.edges(), runs)
                .all()
                .forEach(bands -> faults.add(new FaultCuts<>(plan.faults().get(faults.size()), bands)));
        return new Thresholds(plan, faults);
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(CutPlan plan, Shard shard, ParallelRuns runs) {
        new EdgeSearch(plan.edges(), runs).make(shard);
    }

    /** Whether every fault was looked at, and every edge found. */
    public boolean isWhole() {
        return done() == plan.faults().size()
                && faults.stream().flatMap(fault -> fault.subjects().stream()).allMatch(CutBands::isExact);
    }

    /** How many faults were looked at up to the longest cut. */
    public int done() {
        return FaultCuts.done(faults, plan);
    }
}
