package org.ipsisim.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsisim.document.TextStyle;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.history.History;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every output of every sample history, to the byte. */
class GoldenReportTest {
    private interface Report {
        void write(List<History> histories, java.io.Writer out) throws IOException;
    }

    private static final Map<String, Report> REPORTS = Map.of(
            "txt", (histories, out) -> TextReport.write(histories, out, TextStyle.PLAIN),
            "ascii.txt", (histories, out) -> TextReport.write(histories, out, new TextStyle(60, false, false)),
            "colour.txt", (histories, out) -> TextReport.write(histories, out, new TextStyle(120, true, true)),
            "json", JsonReport::write,
            "ndjson", NdjsonReport::write,
            "csv", CsvReport::write,
            "junit.xml", JunitReport::write,
            "perfetto.json", PerfettoReport::write);

    @TestFactory
    Stream<DynamicTest> everyOutputOfEverySample() {
        List<DynamicTest> tests = new ArrayList<>();
        SampleHistories.all()
                .forEach((name, history) -> REPORTS.forEach((ending, report) -> {
                    tests.add(golden(name + "." + ending, report, List.of(history)));
                }));
        List<History> both = List.of(SampleHistories.warmReset(), SampleHistories.stillOut());
        REPORTS.forEach((ending, report) -> tests.add(golden("two-scenarios." + ending, report, both)));
        return tests.stream();
    }

    private static DynamicTest golden(String file, Report report, List<History> histories) {
        return DynamicTest.dynamicTest(file, () -> {
            StringWriter out = new StringWriter();
            report.write(histories, out);
            GoldenFile.check(GoldenFile.folder("report").resolve(file), out.toString());
        });
    }
}
