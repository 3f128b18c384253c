package org.ipsisim.study.montecarlo;

import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

class MonteCarloReportTest {
    private static void check(String name, MonteCarlo study) {
        GoldenStudies.checkText(name, (out, style) -> MonteCarloText.write(study, out, style));
        GoldenStudies.check(name + ".json", out -> MonteCarloJson.write(study, out));
        GoldenStudies.check(name + ".csv", out -> MonteCarloCsv.write(study, out));
    }

    @Test
    void a_month_many_times() {
        check("monte-carlo", SampleMonths.alone(200, ParallelRuns.quiet()));
    }

    @Test
    void against_another_setting() {
        check("monte-carlo-against", SampleMonths.compared(200, ParallelRuns.quiet()));
    }

    @Test
    void until_it_is_precise_enough() {
        check("monte-carlo-precise", SampleMonths.untilPrecise(2000, 0.08, ParallelRuns.quiet()));
    }

    @Test
    void one_run_says_next_to_nothing() {
        check("monte-carlo-one", SampleMonths.compared(1, ParallelRuns.quiet()));
    }

    @Test
    void interrupted() {
        Stop stop = new Stop();
        check("monte-carlo-interrupted", SampleMonths.compared(200, new ParallelRuns(1, stop, (what, done, of) -> {
            if (done == 30) {
                stop.request();
            }
        })));
    }

    @Test
    void interrupted_at_once() {
        Stop stop = new Stop();
        stop.request();
        check("monte-carlo-nothing", SampleMonths.alone(200, new ParallelRuns(1, stop, Progress.NONE)));
    }
}
