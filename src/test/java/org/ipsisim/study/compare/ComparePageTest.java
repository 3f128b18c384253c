package org.ipsisim.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.compare;
import static org.ipsisim.study.Branch.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ipsisim.study.StudyPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparePageTest {
    private final Comparison comparison =
            compare(with("{at: 1m, fail: wan, for: 14m}"), "timers.no-service-timeout=2m");

    @TempDir
    Path directory;

    @Test
    void the_page_looks_as_it_did() throws IOException {
        StudyPages.check("compare.html", ComparePage.html(comparison, "ipsisim compare branch.yaml"));
    }

    @Test
    void nothing_to_draw_is_no_reason_to_fail() {
        assertThat(ComparePage.html(compare(with()), "")).contains("No difference");
    }

    @Test
    void the_directory_holds_page_chart_and_data() throws IOException {
        Path report = directory.resolve("a/report");
        ComparePage.write(comparison, "ipsisim compare branch.yaml", report);
        try (Stream<Path> files = Files.list(report)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "timeline.png", "compare.json", "compare.csv");
        }
        assertThat(report.resolve("compare.json")).content().contains("\"differs\": true");
    }
}
