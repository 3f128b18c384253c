package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.StudyPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutChancesPageTest {
    @TempDir
    Path directory;

    private static CutChances chances(List<Fault> faults) {
        Scenario scenario = variant(with(), "links[0].loss=40%").scenario();
        return CutChances.of(new CutPlan(scenario, faults, 60_000, 80_000, 2000), 10, ParallelRuns.quiet());
    }

    private static List<Fault> wan() {
        return Fault.usual(variant(with()).scenario().estate()).subList(0, 1);
    }

    @Test
    void the_page_looks_as_it_did() throws IOException {
        StudyPages.check(
                "chances.html",
                CutChancesPage.html(chances(wan()), "ipsisim thresholds branch.yaml", new byte[] {1, 2, 3}));
    }

    @Test
    void the_directory_holds_page_chart_and_data() throws IOException {
        CutChancesPage.write(chances(wan()), "ipsisim thresholds branch.yaml", directory);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "chances.png", "thresholds.json", "thresholds.csv");
        }
    }

    @Test
    void nothing_to_show_is_drawn_all_the_same() throws IOException {
        byte[] png = CutChancesPng.render(chances(List.of()));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1920);
    }
}
