package org.ipsisim.report.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsisim.document.Resources;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares pages with those that a person has looked at, style sheets and script left out, which are files of their own;
 * {@code -DupdateGolden=true} writes them anew.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = GoldenFile.folder("report/page");

    @TestFactory
    Stream<DynamicTest> samplesLookAsTheyDid() {
        Map<String, String> pages = new TreeMap<>();
        SampleHistories.all().forEach((name, history) -> {
            Report report = Report.of(history, Pages.NOTHING);
            pages.put(name + ".md", MarkdownReport.of(report));
            pages.put(name + ".html", HtmlReport.of(report));
            pages.put(name + ".svg", SvgTimeline.standalone(report.timeline()));
        });
        Report hostile = Report.of(Variants.hostile(), Pages.NOTHING);
        pages.put("hostile.md", MarkdownReport.of(hostile));
        pages.put("hostile.html", HtmlReport.of(hostile));
        pages.put("hostile.svg", SvgTimeline.standalone(hostile.timeline()));
        return pages.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> compare(page.getKey(), page.getValue())));
    }

    private static void compare(String name, String page) throws IOException {
        String actual = page;
        for (String file : List.of("page.css", "cursor.css", "zoom.js", "cursor.js")) {
            actual = actual.replace(Resources.text(file), "/* " + file + " */");
        }
        actual = actual.replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-...");
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }
}
