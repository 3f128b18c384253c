package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.report.chart.HeatScale;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

class SweepChartsTest {
    private static final int FRAME = 0x0072b2;

    private final SweepAnswer answer = SampleSweeps.twoTimers(ParallelRuns.quiet());

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private byte[] file(String name) throws IOException {
        return DocumentPage.files(new SweepDocument(answer, "").document()).get(name);
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
    void a_heat_map_has_the_darkest_colour_where_it_is_worst_and_frames_what_stands_out() throws IOException {
        List<HeatMap> maps = HeatMap.of(answer);
        assertThat(maps).extracting(HeatMap::objective).contains(Criterion.CALLS, Criterion.SERVICE);
        Map<String, byte[]> files = DocumentPage.files(new SweepDocument(answer, "").document());
        for (HeatMap map : maps) {
            BufferedImage image = image(files.get("heat-" + map.objective().key() + ".png"));
            HeatScale scale = new HeatScale(map.least(), map.most());
            assertThat(count(image, scale.color(map.most()).getRGB() & 0xffffff))
                    .isGreaterThan(2000);
            assertThat(count(image, scale.color(map.least()).getRGB() & 0xffffff))
                    .isGreaterThan(2000);
            assertThat(count(image, FRAME)).isGreaterThan(500);
            // What a dark page makes dark is not written on the darkest cells.
            String svg = new String(files.get("heat-" + map.objective().key() + ".svg"), StandardCharsets.UTF_8);
            String ink = hex(scale.ink(map.most()));
            assertThat(svg.split("</style>", 2)[0]).contains("#ffffff").doesNotContain(ink);
            assertThat(svg.split("</style>", 2)[1]).contains(ink);
        }
    }

    private static String hex(Color colour) {
        return "#" + Integer.toHexString(colour.getRGB()).substring(2);
    }

    @Test
    void the_cells_of_a_heat_map_are_the_settings() {
        HeatMap map = HeatMap.of(answer).get(0);
        for (int row = 0; row < map.rows().values().size(); row++) {
            for (int column = 0; column < map.columns().values().size(); column++) {
                assertThat(answer.sweep().plan().choices().settings(map.choice(row, column)))
                        .containsExactlyInAnyOrder(
                                map.rows().assignment(row), map.columns().assignment(column));
            }
        }
    }

    @Test
    void the_colours_go_from_light_to_dark() {
        HeatScale scale = new HeatScale(0, 100);
        double before = 256;
        for (int value = 0; value <= 100; value += 5) {
            Color colour = scale.color(value);
            double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
            assertThat(light).isLessThan(before);
            before = light;
        }
        assertThat(new HeatScale(5, 5).color(5)).isEqualTo(scale.color(0));
    }

    @Test
    void the_front_and_the_present_setting_have_their_colours() throws IOException {
        BufferedImage image = image(file("pareto.png"));
        assertThat(count(image, FRAME)).isGreaterThan(100);
        assertThat(count(image, 0xd55e00)).isGreaterThan(100);
    }

    @Test
    void the_length_of_a_bar_is_its_share_in_percent() {
        List<BarChart.Panel> panels =
                SweepCharts.panels(answer.sensitivities(), answer.sweep().criteria());
        assertThat(panels).hasSize(3);
        for (Criterion objective : answer.sweep().criteria()) {
            List<Long> shares = answer.sensitivities().stream()
                    .map(each -> Math.round(each.shares().get(objective) * 100))
                    .toList();
            assertThat(panels.get(objective.ordinal()).bars())
                    .extracting(BarChart.Bar::first)
                    .isEqualTo(shares);
        }
    }

    @Test
    void texts_of_a_chart_do_not_cover_one_another_and_the_recommended_setting_is_named() throws IOException {
        String svg = new String(file("pareto.svg"), StandardCharsets.UTF_8);
        Matcher text = Pattern.compile(
                        "<text x=\"(.*?)\" y=\"(.*?)\" font-size=\"(.*?)\".* textLength=\"(.*?)\".*?>(.*?)<")
                .matcher(svg);
        List<Rectangle2D> boxes = new ArrayList<>();
        List<String> words = new ArrayList<>();
        while (text.find()) {
            double size = Double.parseDouble(text.group(3)) * 0.7;
            boxes.add(new Rectangle2D.Double(
                    Double.parseDouble(text.group(1)),
                    Double.parseDouble(text.group(2)) - size,
                    Double.parseDouble(text.group(4)),
                    size));
            words.add(text.group(5));
        }
        assertThat(words).anyMatch(each -> each.startsWith("recommended: "));
        for (int i = 0; i < boxes.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(boxes.get(i).intersects(boxes.get(k)))
                        .as(words.get(i) + " and " + words.get(k))
                        .isFalse();
            }
        }
    }

    @Test
    void the_locale_changes_nothing() throws IOException {
        byte[] root = file("pareto.svg");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(file("pareto.svg")).isEqualTo(root);
        } finally {
            Locale.setDefault(before);
        }
    }
}
