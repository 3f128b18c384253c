package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTimelineTest {
    @Test
    void isWellFormedWhateverTheTitle() throws Exception {
        Document svg = parse(SvgTimeline.standalone(Timeline.of(Variants.hostile())));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("Timeline: <script>alert(1)</script> & \"a|b\"");
    }

    @Test
    void everyBandHasATooltipWithItsTimes() throws Exception {
        for (Map.Entry<String, History> sample : SampleHistories.all().entrySet()) {
            Timeline timeline = Timeline.of(sample.getValue());
            long bands = timeline.rows().stream()
                    .mapToLong(row -> row.bands().size())
                    .sum();
            NodeList titles = parse(SvgTimeline.inline(timeline)).getElementsByTagName("title");
            long tooltips = 0;
            for (int i = 0; i < titles.getLength(); i++) {
                tooltips += titles.item(i)
                                .getTextContent()
                                .matches("(PN \\d+( [a-z-]+)?|[a-z]+-desk): .*, .* to .* \\(.*\\), .*")
                        ? 1
                        : 0;
            }
            assertThat(tooltips).as(sample.getKey()).isEqualTo(bands);
        }
    }

    @Test
    void onePortNetworkFitsInEightKilobytes() {
        assertThat(SvgTimeline.standalone(Timeline.of(SampleHistories.failover())))
                .hasSizeLessThan(8192);
    }

    @Test
    void tensOfThousandsOfBandsStayASmallFile() throws Exception {
        String svg = SvgTimeline.inline(Timeline.of(Variants.flapping(64, 200)));

        assertThat(svg).hasSizeLessThan(1_000_000);
        assertThat(parse(svg).getElementsByTagName("path").getLength()).isGreaterThan(2 * 64);
    }

    @Test
    void aLongTitleIsBrokenIntoLines() {
        Timeline plain = Timeline.of(SampleHistories.failover());
        Timeline timeline = new Timeline(
                "many words ".repeat(30),
                plain.subtitle(),
                plain.axis(),
                plain.moments(),
                plain.rows(),
                plain.marks(),
                plain.areas());

        assertThat(SvgTimeline.standalone(timeline).split("font-weight=\"bold\""))
                .hasSizeBetween(4, 8);
    }

    @Test
    void asAPartOfAPageItLeavesTheTitleToThePage() {
        Timeline timeline = Timeline.of(SampleHistories.failover());

        assertThat(SvgTimeline.standalone(timeline)).contains("font-weight=\"bold\">WAN cut at Dallas<");
        assertThat(SvgTimeline.inline(timeline))
                .doesNotContain(">WAN cut at Dallas<")
                .doesNotContain("tl-paper\"");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
