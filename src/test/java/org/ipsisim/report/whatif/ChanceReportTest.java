package org.ipsisim.report.whatif;

import org.ipsisim.whatif.ParallelRuns;
import org.ipsisim.whatif.Progress;
import org.ipsisim.whatif.Stop;
import org.ipsisim.whatif.chance.MonteCarlo;
import org.ipsisim.whatif.chance.SampleMonths;
import org.junit.jupiter.api.Test;

class ChanceReportTest {
    private static void check(String name, MonteCarlo study) {
        GoldenStudies.checkText(name, (out, style) -> ChanceText.write(study, out, style));
        GoldenStudies.check(name + ".json", out -> ChanceJson.write(study, out));
        GoldenStudies.check(name + ".csv", out -> ChanceCsv.write(study, out));
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
