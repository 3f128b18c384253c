package org.ipsisim.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.TimelineLayout;
import org.junit.jupiter.api.Test;

class TimelinePngTest {
    @Test
    void isAnImageOfTheStylesWidthThatGrowsWithThePortNetworks() throws IOException {
        BufferedImage one = decode(SampleHistories.failover());
        BufferedImage many = decode(SampleHistories.sixtyFour());

        assertThat(one.getWidth()).isEqualTo(ChartStyle.WIDTH * Png.SCALE);
        assertThat(many.getWidth()).isEqualTo(one.getWidth());
        int rows = 64 * ChartStyle.rowHeight(64) * Png.SCALE;
        assertThat(many.getHeight()).isBetween(rows, rows + 800);
        assertThat(one.getHeight()).isLessThan(600);
    }

    @Test
    void everyBandHasTheColourOfItsStateWhereItsTimeIs() {
        for (Map.Entry<String, History> sample : SampleHistories.all().entrySet()) {
            Timeline timeline = Timeline.of(sample.getValue());
            BufferedImage image = TimelinePng.draw(timeline);
            Rectangle2D plot = bandArea(timeline);
            for (int row = 0; row < timeline.rows().size(); row++) {
                for (BandRow.Band band : timeline.rows().get(row).bands()) {
                    long middle = (band.from() + band.to()) / 2;
                    if (middle < timeline.window().from()
                            || middle > timeline.window().to()) {
                        continue;
                    }
                    String colour = band.state().fill();
                    assertThat(colourNear(image, plot, timeline, row, band, colour))
                            .as("%s, row %s, %s", sample.getKey(), row, band)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theRightEdgeIsPadded() {
        Rectangle2D plot = bandArea(Timeline.of(SampleHistories.failover()));

        assertThat(plot.getMinX())
                .isEqualTo(Timeline.of(SampleHistories.failover()).left());
        assertThat(plot.getMaxX()).isEqualTo(ChartStyle.WIDTH - ChartStyle.RIGHT);
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        Timeline timeline = Timeline.of(SampleHistories.fragmented());

        assertThat(TimelinePng.render("a", timeline)).isEqualTo(TimelinePng.render("a", timeline));
    }

    @Test
    void everyStateIsDrawnWithItsHatching() {
        BufferedImage image = TimelinePng.draw(Timeline.of(SampleHistories.failover()));

        for (PnState state : List.of(PnState.WARM_RESET, PnState.COLD_RESET, PnState.NO_SERVICE, PnState.RESTARTING)) {
            int lines = Color.decode(BandState.of(state).lines()).getRGB();
            assertThat(count(image, lines)).as(state.key()).isGreaterThan(20);
        }
    }

    private static BufferedImage decode(History history) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(TimelinePng.render("timeline.png", Timeline.of(history))));
    }

    private static Rectangle2D bandArea(Timeline timeline) {
        TimelineLayout layout = new TimelineLayout(timeline, true);
        return new Rectangle2D.Double(
                timeline.left(),
                layout.top(),
                timeline.width(),
                (double) layout.rowHeight() * timeline.rows().size());
    }

    private static boolean colourNear(
            BufferedImage image, Rectangle2D plot, Timeline timeline, int row, BandRow.Band band, String colour) {
        double x = plot.getMinX()
                + plot.getWidth()
                        * ((band.from() + band.to()) / 2.0 - timeline.window().from())
                        / timeline.window().length();
        double y = new TimelineLayout(timeline, true).middle(row);
        int wanted = Color.decode(colour).getRGB();
        for (int dx = -3; dx <= 3; dx++) {
            for (int dy = -6; dy <= 6; dy++) {
                int px = (int) Math.round(x * Png.SCALE) + dx;
                int py = (int) Math.round(y * Png.SCALE) + dy;
                if (image.getRGB(px, py) == wanted) {
                    return true;
                }
            }
        }
        return false;
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
