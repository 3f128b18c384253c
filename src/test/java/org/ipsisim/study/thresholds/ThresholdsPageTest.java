package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.StudyPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdsPageTest {
    @TempDir
    Path directory;

    private static Thresholds thresholds() {
        Scenario scenario = variant(with()).scenario();
        CutPlan plan = new CutPlan(scenario, Fault.usual(scenario.estate()), 60_000, 600_000, 10_000);
        return Thresholds.of(plan, ParallelRuns.quiet());
    }

    @Test
    void the_page_looks_as_it_did() throws IOException {
        StudyPages.check(
                "thresholds.html",
                ThresholdsPage.html(thresholds(), "ipsisim thresholds branch.yaml", new byte[] {1, 2, 3}));
    }

    @Test
    void the_directory_holds_page_chart_and_data() throws IOException {
        ThresholdsPage.write(thresholds(), "ipsisim thresholds branch.yaml", directory);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "thresholds.png", "thresholds.json", "thresholds.csv");
        }
    }
}
