package org.ipsisim.study.thresholds;

import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;

/** Cuts of the branch, for reports to show. */
public final class SampleCuts {
    private SampleCuts() {}

    /** The thresholds of every usual cut, of a branch whose own cut is left out. */
    public static Thresholds thresholds(ParallelRuns runs) {
        return Thresholds.of(plan("{at: 1m, fail: wan, for: 14m}"), runs);
    }

    /** The same of a branch without events. */
    public static Thresholds quiet(ParallelRuns runs) {
        return Thresholds.of(plan(), runs);
    }

    private static CutPlan plan(String... events) {
        Scenario scenario = variant(with(events)).scenario();
        return new CutPlan(scenario, Fault.usual(scenario.estate()), 60_000, 600_000, 10_000);
    }

    /** A cut whose costs come and go with its length. */
    public static Thresholds comingAndGoing() {
        CutOutcome free = new CutOutcome(WorstOutcome.NOTHING, false);
        CutOutcome warm = new CutOutcome(WorstOutcome.WARM_RESET, false);
        CutOutcome restart = new CutOutcome(WorstOutcome.RESTART, true);
        CutPlan plan = plan("{at: 1m, fail: wan, for: 14m}");
        List<CutBands.Band> bands = List.of(
                new CutBands.Band(0, 14_000, free),
                new CutBands.Band(14_001, 30_000, warm),
                new CutBands.Band(30_001, 31_500, free),
                new CutBands.Band(31_501, 600_000, restart));
        FaultCuts<CutBands> fault = new FaultCuts<>(
                plan.faults().get(0),
                List.of(
                        new CutBands(Subject.pn(1), List.of(new CutBands.Band(0, 600_000, free))),
                        new CutBands(Subject.pn(2), bands)));
        return new Thresholds(
                new CutPlan(plan.scenario(), plan.faults().subList(0, 1), 60_000, 600_000, 10_000), List.of(fault));
    }

    /** The chances of the first usual cuts where the WAN loses heartbeats. */
    public static CutChances chances(String loss, int faults, ParallelRuns runs) {
        Scenario scenario = variant(with(), "links[0].loss=" + loss).scenario();
        List<Fault> usual = Fault.usual(scenario.estate());
        return CutChances.of(
                new CutPlan(scenario, usual.subList(0, Math.min(faults, usual.size())), 60_000, 80_000, 2000),
                10,
                runs);
    }
}
