package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;

class MermaidGanttTest {
    @Test
    void aBandIsATaskFromDateToDate() {
        assertThat(MermaidGantt.of(Report.of(SampleHistories.failover(), Pages.NOTHING)))
                .contains("    section PN 1\n")
                .contains("    warm reset :active, 2001-01-01 00:01:14.000, 2001-01-01 00:02:14.000\n")
                .contains("    restart by core 10 :crit, 2001-01-01 00:07:14.000, 2001-01-01 00:08:14.000\n")
                .contains("    core 10 :done, 2001-01-01 00:08:14.000, 2001-01-01 00:20:00.000\n");
    }

    @Test
    void everyLineIsOneThatMermaidKnows() {
        for (History history : List.of(Variants.hostile(), SampleHistories.sixtyFour(), Variants.allDifferent())) {
            String chart = MermaidGantt.of(Report.of(history, Pages.NOTHING));
            String body = chart.substring(chart.indexOf("gantt\n") + 6, chart.indexOf("```\n\n"));

            assertThat(body.split("\n"))
                    .allMatch(line -> line.matches("    ((accTitle:|dateFormat|axisFormat|tickInterval) .*"
                            + "|section PN [0-9–, ]+( and [0-9]+ more)?"
                            + "|[A-Za-z0-9 -]+ :(done|active|crit), [0-9 :.-]+, [0-9 :.-]+)"));
        }
    }

    @Test
    void sixtyFourDifferentPortNetworksAreCutToWhatMermaidCanDraw() {
        String chart = MermaidGantt.of(Report.of(Variants.allDifferent(), Pages.NOTHING));

        assertThat(chart.lines().filter(line -> line.contains(" :")).count()).isLessThanOrEqualTo(200);
        assertThat(chart)
                .contains("The chart shows the first 50 of 64 groups of port networks; timeline.svg shows them");
    }
}
