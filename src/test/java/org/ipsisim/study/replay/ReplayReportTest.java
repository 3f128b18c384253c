package org.ipsisim.study.replay;

import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
    private static void check(String name, Replay replay) {
        GoldenStudies.checkText(name, (out, style) -> ReplayText.write(replay, out, style));
        GoldenStudies.check(name + ".json", out -> ReplayJson.write(replay, out));
        GoldenStudies.check(name + ".csv", out -> ReplayCsv.write(replay, out));
    }

    @Test
    void the_outages_of_a_spring() {
        check("replay", SampleReplays.alone(ParallelRuns.quiet()));
    }

    @Test
    void against_another_setting() {
        check("replay-against", SampleReplays.compared(ParallelRuns.quiet()));
    }

    @Test
    void outages_of_two_years_that_cost_nothing() {
        check("replay-free", SampleReplays.forNothing(ParallelRuns.quiet()));
    }

    @Test
    void interrupted() {
        Stop stop = new Stop();
        check("replay-interrupted", SampleReplays.compared(new ParallelRuns(1, stop, (what, done, of) -> {
            if (done == 3) {
                stop.request();
            }
        })));
    }

    @Test
    void interrupted_at_once() {
        Stop stop = new Stop();
        stop.request();
        check("replay-nothing", SampleReplays.compared(new ParallelRuns(1, stop, Progress.NONE)));
    }
}
