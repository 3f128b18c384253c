package org.ipsisim.study.sweep;

import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.WrongPlan;

/** Sweeps for reports to show. */
public final class SampleSweeps {
    private static final ScenarioSource CUT = with("{at: 1m, fail: wan, for: 4m}");

    private SampleSweeps() {}

    /** Two timers of the branch, over cuts of five lengths. */
    public static SweepAnswer twoTimers(ParallelRuns runs) {
        return answer(
                List.of("timers.pn-cold-reset-delay=60s,90s,120s", "timers.no-service-timeout=2m..6m:2m"),
                List.of("events[0].for=30s,90s,2m,4m,10m"),
                Optional.empty(),
                runs);
    }

    /** Some keys of the branch whose WAN is cut for 4 min. */
    public static SweepAnswer of(ParallelRuns runs, Criterion preferred, String... vary) {
        return answer(List.of(vary), List.of(), Optional.of(preferred), runs);
    }

    private static SweepAnswer answer(
            List<String> vary, List<String> over, Optional<Criterion> preferred, ParallelRuns runs) {
        try {
            SweepPlan plan = SweepPlan.of(CUT, axes(vary), axes(over), Map.of());
            return SweepAnswer.of(Sweep.of(plan, variant(CUT).scenario(), runs), Objective.USUAL, preferred);
        } catch (WrongPlan | RefusedSettings e) {
            throw new AssertionError(e);
        }
    }

    private static List<Axis> axes(List<String> texts) throws WrongPlan {
        List<Axis> axes = new ArrayList<>();
        for (String text : texts) {
            axes.add(Axis.parse(text));
        }
        return axes;
    }
}
