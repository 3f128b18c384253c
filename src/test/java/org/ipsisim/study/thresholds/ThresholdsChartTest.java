package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

class ThresholdsChartTest {
    private static Thresholds thresholds(List<Fault> faults) {
        Scenario scenario = variant(with()).scenario();
        return Thresholds.of(new CutPlan(scenario, faults, 60_000, 600_000, 10_000), ParallelRuns.quiet());
    }

    private static List<Fault> usual() {
        return Fault.usual(variant(with()).scenario().estate());
    }

    @Test
    void every_outcome_has_the_colour_of_its_state() throws IOException {
        BufferedImage image = image(thresholds(usual()));
        for (PnState look :
                List.of(PnState.IN_SERVICE, PnState.WARM_RESET, PnState.COLD_RESET, PnState.DOWN, PnState.NO_SERVICE)) {
            int fill = Color.decode(BandState.of(look).fill()).getRGB();
            assertThat(count(image, fill)).as(look.key()).isGreaterThan(1000);
        }
    }

    @Test
    void the_share_of_a_colour_is_the_share_of_its_lengths() throws IOException {
        Thresholds wan = thresholds(usual().subList(0, 1));
        BufferedImage image = image(wan);
        int service = Color.decode(BandState.of(PnState.IN_SERVICE).fill()).getRGB();
        int longest = 0;
        for (int y = image.getHeight() / 2; y < image.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                run += image.getRGB(x, y) == service ? 1 : 0;
            }
            longest = Math.max(longest, run);
        }
        double plot = new ThresholdsDocument(wan, "").timeline().width() * 2;
        assertThat(longest / plot).isBetween(14 / 600.0 - 0.005, 14 / 600.0 + 0.005);
    }

    @Test
    void nothing_to_show_is_drawn_all_the_same() throws IOException {
        assertThat(image(thresholds(List.of())).getWidth()).isEqualTo(1920);
        CutChances none = SampleCuts.chances("40%", 0, ParallelRuns.quiet());
        byte[] chances =
                DocumentPage.files(new CutChancesDocument(none, "").document()).get("chances.png");
        assertThat(ImageIO.read(new ByteArrayInputStream(chances)).getWidth()).isEqualTo(1920);
    }

    private static BufferedImage image(Thresholds thresholds) throws IOException {
        byte[] png = DocumentPage.files(new ThresholdsDocument(thresholds, "").document())
                .get("thresholds.png");
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int count(BufferedImage image, int rgb) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == rgb ? 1 : 0;
            }
        }
        return count;
    }
}
