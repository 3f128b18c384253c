package org.ipsisim.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

class ReplayChartTest {
    private static final int PRESENT_ALONE = 0x0072b2;
    private static final int PRESENT = 0x9ecae1;
    private static final int OTHER = 0xd55e00;

    private static BufferedImage image(Replay replay) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png(replay)));
    }

    private static byte[] png(Replay replay) throws IOException {
        return DocumentPage.files(new ReplayDocument(replay, Objective.USUAL, "").document())
                .get("outages.png");
    }

    private static int count(BufferedImage image, int colour) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void one_setting_has_bars_of_one_colour() throws IOException {
        BufferedImage image = image(SampleReplays.alone(ParallelRuns.quiet()));
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(count(image, PRESENT_ALONE)).isGreaterThan(10_000);
        assertThat(count(image, PRESENT) + count(image, OTHER)).isZero();
    }

    @Test
    void two_settings_have_a_bar_upon_a_bar() throws IOException {
        BufferedImage image = image(SampleReplays.compared(ParallelRuns.quiet()));
        assertThat(count(image, PRESENT)).isGreaterThan(10_000);
        assertThat(count(image, OTHER)).isGreaterThan(5_000);
        assertThat(count(image, PRESENT_ALONE)).isZero();
    }

    @Test
    void a_row_more_makes_the_image_higher_and_nothing_else() throws IOException {
        BufferedImage image = image(SampleReplays.alone(ParallelRuns.quiet()));
        assertThat(image.getHeight()).isEqualTo(2 * (150 + 26 * 6));
    }

    @Test
    void the_same_replay_gives_the_same_bytes() throws IOException {
        assertThat(png(SampleReplays.compared(ParallelRuns.quiet())))
                .isEqualTo(png(SampleReplays.compared(ParallelRuns.quiet())));
    }
}
