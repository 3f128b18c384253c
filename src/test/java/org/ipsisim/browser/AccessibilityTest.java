package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipsisim.cli.Outcome;
import org.ipsisim.course.Course;
import org.ipsisim.course.page.CoursePages;
import org.ipsisim.report.page.RunStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contrast, names for screen readers and what the keyboard reaches, as axe-core judges: light and dark, wide and narrow. */
class AccessibilityTest {
    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    @TempDir
    Path directory;

    @Test
    void nothing_keeps_anyone_from_a_report_a_study_a_lesson_or_the_class() throws IOException {
        Path study = directory.resolve("sweep");
        Outcome.of(
                "sweep",
                "scenarios/author-advice.yaml",
                "--vary",
                "timers.pn-cold-reset-delay=60s,120s",
                "--over",
                "events[0].for=30s,5m",
                "--report",
                study.toString());
        CoursePages.write(List.of(Course.lesson("cold-reset")), directory.resolve("course"));
        Path stage = Files.writeString(directory.resolve("stage.html"), RunStage.of(Reports.shipped("wan-cut")));
        Map<String, Path> pages = Map.of(
                "report", Reports.page(Reports.shipped("wan-cut"), directory.resolve("report")),
                "study", study.resolve("index.html"),
                "lesson", directory.resolve("course/cold-reset.html"),
                "what a class sees of a run", stage,
                "classroom",
                        Path.of("src/main/resources/org/ipsisim/classroom/page/index.html")
                                .toAbsolutePath());
        try (Tab tab = Chromium.open()) {
            for (boolean dark : new boolean[] {false, true}) {
                tab.dark(dark);
                pages.forEach((name, page) -> assertAccessible(tab.open(page), name + (dark ? ", dark" : "")));
            }
        }
    }

    /** Opens whatever is folded on a page, and lets axe-core judge what is to be seen. */
    static void assertAccessible(Tab tab, String name) {
        tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; }); " + axe() + "; 0");
        assertThat(tab.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']}).then(found =>"
                                + " found.violations.map(bad => bad.id + ': ' + bad.nodes[0].html).join('\\n')"
                                + " + (found.passes.length > 8 ? '' : 'hardly anything was checked'))")
                        .asString())
                .as(name)
                .isEmpty();
    }

    private static String axe() {
        try (InputStream axe = Thread.currentThread().getContextClassLoader().getResourceAsStream(AXE)) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
