package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Markup;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/**
 * The expectations of a run as JUnit XML, which build servers show as tests: a suite for each scenario, a case for each
 * expectation, and for each failure what was expected and what the run gave.
 *
 * <p>A scenario without expectations has one passing case, {@code runs}, because build servers take an empty suite for a
 * mistake. No times are written: a build server would show them as the time that the test took.
 */
public final class JunitReport {
    private final Markup xml = new Markup();

    private JunitReport() {}

    /**
     * Writes the document; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        JunitReport report = new JunitReport();
        report.write(histories);
        out.write(report.xml.toString());
        out.flush();
    }

    private void write(List<History> histories) {
        int tests = histories.stream()
                .mapToInt(history -> tests(history.checkExpectations()))
                .sum();
        long failures = histories.stream()
                .mapToLong(history -> failures(history.checkExpectations()))
                .sum();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.open("testsuites", "name", "ipsisim", "tests", tests + "", "failures", failures + "", "errors", "0")
                .line();
        histories.forEach(this::suite);
        xml.close();
    }

    private static int tests(List<ExpectationResult> results) {
        return Math.max(1, results.size());
    }

    private static long failures(List<ExpectationResult> results) {
        return results.stream()
                .filter(result -> !result.met() && !result.isInconclusive())
                .count();
    }

    private void suite(History history) {
        List<ExpectationResult> results = history.checkExpectations();
        String file = history.scenario().provenance().file();
        xml.raw("  ")
                .open(
                        "testsuite",
                        "name",
                        history.scenario().title(),
                        "file",
                        file,
                        "tests",
                        tests(results) + "",
                        "failures",
                        failures(results) + "",
                        "errors",
                        "0",
                        "skipped",
                        results.stream()
                                        .filter(ExpectationResult::isInconclusive)
                                        .count()
                                + "")
                .line();
        xml.raw("    ").open("properties").line();
        property("seed", history.scenario().seed() + "");
        property("durationSeconds", Words.decimalSeconds(history.duration()).toPlainString());
        xml.raw("    ").close();
        if (results.isEmpty()) {
            xml.raw("    ").empty("testcase", attributes(file, "runs")).line();
        }
        Map<String, Integer> uses = new HashMap<>();
        for (ExpectationResult result : results) {
            int use = uses.merge(result.expect(), 1, Integer::sum);
            testCase(result, attributes(file, use == 1 ? result.expect() : result.expect() + " (" + use + ")"));
        }
        xml.raw("    ").leaf("system-out", Headline.of(history)).raw("  ").close();
    }

    private void property(String name, String value) {
        xml.raw("      ").empty("property", "name", name, "value", value).line();
    }

    private static String[] attributes(String file, String name) {
        return new String[] {"classname", className(file), "name", name, "file", file};
    }

    private void testCase(ExpectationResult result, String... attributes) {
        if (result.met()) {
            xml.raw("    ").empty("testcase", attributes).line();
            return;
        }
        String message = "expected " + result.expect() + ", was " + result.actual();
        String text = "expected: " + result.expect() + "\nactual:   " + result.actual();
        xml.raw("    ").open("testcase", attributes).line();
        if (result.isInconclusive()) {
            xml.raw("      ")
                    .empty("skipped", "message", "inconclusive: " + message)
                    .line();
            xml.raw("    ").close();
            return;
        }
        xml.raw("      ").leaf("failure", text, "type", "expectation", "message", message);
        xml.raw("    ").close();
    }

    /** The file without its ending and with dots for slashes, which build servers show as package and class. */
    private static String className(String file) {
        return file.replaceFirst("\\.ya?ml$", "").replaceAll("[/\\\\]", ".").replaceFirst("^\\.+(?=.)", "");
    }
}
