package org.ipsisim.study.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.ipsisim.document.TextStyle;
import org.ipsisim.study.GoldenStudies;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;

class AuditReportTest {
    private static void check(String name, Audit audit) {
        GoldenStudies.checkText(name, (out, style) -> AuditText.write(audit, 5, out, style));
        GoldenStudies.check(name + ".json", out -> AuditJson.write(audit, 5, out));
        GoldenStudies.check(name + ".csv", out -> AuditCsv.write(audit, out));
    }

    @Test
    void every_fault_and_every_pair() {
        check("audit", SampleAudits.pairs(ParallelRuns.quiet()));
    }

    @Test
    void what_is_weak_in_an_estate() {
        check("audit-weak", SampleAudits.weak(ParallelRuns.quiet()));
    }

    @Test
    void faults_that_cost_little() {
        check("audit-short", SampleAudits.forNothing(ParallelRuns.quiet()));
    }

    @Test
    void interrupted_among_the_pairs() {
        Stop stop = new Stop();
        check("audit-interrupted", SampleAudits.pairs(new ParallelRuns(1, stop, (what, done, of) -> {
            if (what.equals("trying pairs") && done == 12) {
                stop.request();
            }
        })));
    }

    @Test
    void interrupted_at_once() {
        Stop stop = new Stop();
        stop.request();
        check("audit-nothing", SampleAudits.pairs(new ParallelRuns(1, stop, Progress.NONE)));
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        String one = written(1);
        assertThat(written(2)).isEqualTo(one);
        assertThat(written(8)).isEqualTo(one);
    }

    private static String written(int threads) throws IOException {
        Audit audit = SampleAudits.pairs(new ParallelRuns(threads, new Stop(), Progress.NONE));
        StringWriter out = new StringWriter();
        AuditText.write(audit, 5, out, TextStyle.PLAIN);
        AuditJson.write(audit, 5, out);
        AuditCsv.write(audit, out);
        return out.toString();
    }
}
