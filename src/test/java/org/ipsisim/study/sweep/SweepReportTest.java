package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.ipsisim.document.TextStyle;
import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

class SweepReportTest {
    private static void check(String name, SweepAnswer answer) {
        GoldenStudies.checkText(name, (out, style) -> SweepText.write(answer, out, style));
        GoldenStudies.check(name + ".json", out -> SweepJson.write(answer, out));
        GoldenStudies.check(name + ".csv", out -> SweepCsv.write(answer, out));
    }

    @Test
    void two_timers_over_several_cuts() {
        check("sweep", SampleSweeps.twoTimers(ParallelRuns.quiet()));
    }

    @Test
    void one_key() {
        check(
                "sweep-one-key",
                SampleSweeps.of(ParallelRuns.quiet(), Objective.CALLS, "timers.no-service-timeout=4m..6m:1m"));
    }

    @Test
    void three_keys_and_more_settings_than_a_page_shows() {
        check(
                "sweep-three-keys",
                SampleSweeps.of(
                        ParallelRuns.quiet(),
                        Objective.SERVICE,
                        "timers.pn-cold-reset-delay=60s..120s:20s",
                        "timers.no-service-timeout=2m..6m:1m",
                        "timers.pn-restart-duration=60s,120s"));
    }

    @Test
    void interrupted() {
        Stop stop = new Stop();
        check("sweep-interrupted", SampleSweeps.twoTimers(new ParallelRuns(1, stop, (what, done, of) -> {
            if (what.equals("running") && of > 10 && done == 20) {
                stop.request();
            }
        })));
    }

    @Test
    void interrupted_at_once() {
        Stop stop = new Stop();
        stop.request();
        check("sweep-nothing", SampleSweeps.twoTimers(new ParallelRuns(1, stop, Progress.NONE)));
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        String one = written(1);
        assertThat(written(2)).isEqualTo(one);
        assertThat(written(8)).isEqualTo(one);
    }

    private static String written(int threads) throws IOException {
        SweepAnswer answer = SampleSweeps.twoTimers(new ParallelRuns(threads, new Stop(), Progress.NONE));
        StringWriter out = new StringWriter();
        SweepText.write(answer, out, TextStyle.PLAIN);
        SweepJson.write(answer, out);
        SweepCsv.write(answer, out);
        return out.toString();
    }
}
