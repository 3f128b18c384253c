package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.StudyPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPageTest {
    private static final byte[] IMAGE = {1, 2, 3};

    @TempDir
    Path directory;

    private static SweepAnswer twoTimers() {
        return SampleSweeps.twoTimers(ParallelRuns.quiet());
    }

    @Test
    void the_page_looks_as_it_did() throws IOException {
        Map<String, byte[]> charts = Map.of(
                "pareto.png", IMAGE, "sensitivity.png", IMAGE, "heat-calls.png", IMAGE, "heat-service.png", IMAGE);
        StudyPages.check("sweep.html", SweepPage.html(twoTimers(), "ipsisim sweep branch.yaml", charts));
    }

    @Test
    void the_directory_holds_page_charts_and_data() throws IOException {
        SweepPage.write(twoTimers(), "ipsisim sweep branch.yaml", directory);
        assertThat(names())
                .contains("index.html", "sweep.json", "sweep.csv", "pareto.png", "sensitivity.png", "heat-calls.png");
    }

    @Test
    void one_key_needs_no_heat_map() throws IOException {
        SweepAnswer answer = SampleSweeps.of(ParallelRuns.quiet(), Objective.CALLS, "timers.no-service-timeout=4m,5m");
        SweepPage.write(answer, "ipsisim sweep branch.yaml", directory);
        assertThat(names()).containsExactlyInAnyOrder("index.html", "sweep.json", "sweep.csv", "pareto.png");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
