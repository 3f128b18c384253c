package org.ipsisim.report.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.whatif.Branch.variant;
import static org.ipsisim.whatif.Branch.with;

import java.io.IOException;
import java.io.StringWriter;
import org.ipsisim.estate.Scenario;
import org.ipsisim.report.TextStyle;
import org.ipsisim.whatif.Chances;
import org.ipsisim.whatif.CutPlan;
import org.ipsisim.whatif.Fault;
import org.ipsisim.whatif.ParallelRuns;
import org.ipsisim.whatif.Progress;
import org.ipsisim.whatif.Stop;
import org.junit.jupiter.api.Test;

class ChancesReportTest {
    private static Chances chances(String loss, ParallelRuns runs) {
        Scenario scenario = variant(with(), "links[0].loss=" + loss).scenario();
        return Chances.of(new CutPlan(scenario, Fault.usual(scenario.estate()), 60_000, 80_000, 2000), 10, runs);
    }

    private static void check(String name, Chances chances) {
        GoldenStudies.checkText(name, (out, style) -> ChancesText.write(chances, out, style));
        GoldenStudies.check(name + ".json", out -> ChancesJson.write(chances, out));
        GoldenStudies.check(name + ".csv", out -> ChancesCsv.write(chances, out));
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
        Chances chances = chances("30%", new ParallelRuns(threads, new Stop(), Progress.NONE));
        StringWriter out = new StringWriter();
        ChancesText.write(chances, out, TextStyle.PLAIN);
        ChancesJson.write(chances, out);
        ChancesCsv.write(chances, out);
        return out.toString();
    }
}
