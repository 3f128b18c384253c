package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.io.IOException;
import java.io.StringWriter;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Fault;
import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

class CutChancesReportTest {
    private static CutChances chances(String loss, ParallelRuns runs) {
        Scenario scenario = variant(with(), "links[0].loss=" + loss).scenario();
        return CutChances.of(new CutPlan(scenario, Fault.usual(scenario.estate()), 60_000, 80_000, 2000), 10, runs);
    }

    private static void check(String name, CutChances chances) {
        GoldenStudies.checkText(name, (out, style) -> CutChancesText.write(chances, out, style));
        GoldenStudies.check(name + ".json", out -> CutChancesJson.write(chances, out));
        GoldenStudies.check(name + ".csv", out -> CutChancesCsv.write(chances, out));
    }

    @Test
    void a_lossy_link() {
        check("chances", chances("40%", ParallelRuns.quiet()));
    }

    @Test
    void interrupted() {
        Stop stop = new Stop();
        check(
                "chances-interrupted",
                chances(
                        "40%",
                        new ParallelRuns(1, stop, (what, done, of) -> {
                            if (done == 200) {
                                stop.request();
                            }
                        })));
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        assertThat(written(8)).isEqualTo(written(1)).isEqualTo(written(2));
    }

    private static String written(int threads) throws IOException {
        CutChances chances = chances("30%", new ParallelRuns(threads, new Stop(), Progress.NONE));
        StringWriter out = new StringWriter();
        CutChancesText.write(chances, out, TextStyle.PLAIN);
        CutChancesJson.write(chances, out);
        CutChancesCsv.write(chances, out);
        return out.toString();
    }
}
