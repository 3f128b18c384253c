package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Fault;
import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.ipsisim.study.WorstOutcome;
import org.junit.jupiter.api.Test;

class ThresholdsReportTest {
    private static CutPlan plan() {
        Scenario scenario = variant(with("{at: 1m, fail: wan, for: 14m}")).scenario();
        return new CutPlan(scenario, Fault.usual(scenario.estate()), 60_000, 600_000, 10_000);
    }

    private static void check(String name, Thresholds thresholds) {
        GoldenStudies.checkText(name, (out, style) -> ThresholdsText.write(thresholds, out, style));
        GoldenStudies.check(name + ".json", out -> ThresholdsJson.write(thresholds, out));
        GoldenStudies.check(name + ".csv", out -> ThresholdsCsv.write(thresholds, out));
    }

    @Test
    void every_usual_cut() {
        check("thresholds", Thresholds.of(plan(), ParallelRuns.quiet()));
    }

    @Test
    void interrupted_while_narrowing_down() {
        Stop stop = new Stop();
        Thresholds thresholds = Thresholds.of(plan(), new ParallelRuns(1, stop, (what, done, of) -> {
            if (what.equals("narrowing down") && done == 3) {
                stop.request();
            }
        }));
        check("thresholds-interrupted", thresholds);
    }

    @Test
    void costs_that_come_and_go() {
        PnOutcome free = new PnOutcome(WorstOutcome.NOTHING, false);
        PnOutcome warm = new PnOutcome(WorstOutcome.WARM_RESET, false);
        PnOutcome restart = new PnOutcome(WorstOutcome.RESTART, true);
        CutPlan plan = plan();
        List<Band> bands = List.of(
                new Band(0, 14_000, free),
                new Band(14_001, 30_000, warm),
                new Band(30_001, 31_500, free),
                new Band(31_501, 600_000, restart));
        FaultBands fault = new FaultBands(
                plan.faults().get(0),
                List.of(new PnBands(1, List.of(new Band(0, 600_000, free))), new PnBands(2, bands)));
        check(
                "thresholds-come-and-go",
                new Thresholds(
                        new CutPlan(plan.scenario(), plan.faults().subList(0, 1), 60_000, 600_000, 10_000),
                        List.of(fault)));
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        String one = written(1);
        assertThat(written(2)).isEqualTo(one);
        assertThat(written(8)).isEqualTo(one);
    }

    private static String written(int threads) throws IOException {
        Thresholds thresholds = Thresholds.of(plan(), new ParallelRuns(threads, new Stop(), Progress.NONE));
        StringWriter out = new StringWriter();
        ThresholdsText.write(thresholds, out, TextStyle.PLAIN);
        ThresholdsJson.write(thresholds, out);
        ThresholdsCsv.write(thresholds, out);
        return out.toString();
    }
}
