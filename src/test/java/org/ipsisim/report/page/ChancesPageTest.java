package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.whatif.Branch.variant;
import static org.ipsisim.whatif.Branch.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ipsisim.estate.Scenario;
import org.ipsisim.report.chart.ChancesPng;
import org.ipsisim.whatif.Chances;
import org.ipsisim.whatif.CutPlan;
import org.ipsisim.whatif.Fault;
import org.ipsisim.whatif.ParallelRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChancesPageTest {
    @TempDir
    Path directory;

    private static Chances chances(List<Fault> faults) {
        Scenario scenario = variant(with(), "links[0].loss=40%").scenario();
        return Chances.of(new CutPlan(scenario, faults, 60_000, 80_000, 2000), 10, ParallelRuns.quiet());
    }

    private static List<Fault> wan() {
        return Fault.usual(variant(with()).scenario().estate()).subList(0, 1);
    }

    @Test
    void the_page_looks_as_it_did() throws IOException {
        StudyPages.check(
                "chances.html",
                ChancesPage.html(chances(wan()), "ipsisim thresholds branch.yaml", new byte[] {1, 2, 3}));
    }

    @Test
    void the_directory_holds_page_chart_and_data() throws IOException {
        ChancesPage.write(chances(wan()), "ipsisim thresholds branch.yaml", directory);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "chances.png", "thresholds.json", "thresholds.csv");
        }
    }

    @Test
    void nothing_to_show_is_drawn_all_the_same() throws IOException {
        byte[] png = ChancesPng.render(chances(List.of()));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1920);
    }
}
