package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ipsisim.document.MarkdownText;
import org.ipsisim.history.History;
import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void hasTheSectionsOfThePageInTheSameOrder() {
        assertThat(markdown(SampleHistories.failover()))
                .containsSubsequence(
                        "# WAN cut at Dallas",
                        "**Port network 1 was without service",
                        "## Timeline",
                        "## What happened",
                        "## Where the time went",
                        "## Calls",
                        "## Alarms",
                        "## Priority lists",
                        "## Timers in force",
                        "## Expectations",
                        "## Assumptions",
                        "## Trace",
                        "## Run it again");
    }

    @Test
    void showsHostileTextAsText() {
        String title = MarkdownText.escape(Variants.HOSTILE);

        assertThat(title)
                .isEqualTo(
                        "&lt;script\\>alert(1)&lt;/script\\> &amp; \"a\\|b\" \\`c\\` \\*d\\* \\[e\\](http:&#47;/x.example) ");
        assertThat(markdown(Variants.hostile())).contains("# " + title).doesNotContain("<script");
    }

    @Test
    void everyRowOfATableHasAsManyCellsAsItsHead() {
        for (Map.Entry<String, History> sample : SampleHistories.all().entrySet()) {
            int cells = 0;
            for (String line : markdown(sample.getValue()).split("\n")) {
                int bars = line.startsWith("|") ? line.replaceAll("\\\\\\|", "").split("\\|", -1).length : 0;
                assertThat(cells == 0 || bars == 0 || bars == cells)
                        .as(sample.getKey() + ": " + line)
                        .isTrue();
                cells = bars;
            }
        }
    }

    @Test
    void codeKeepsItsBackticks() {
        assertThat(MarkdownText.code("a`b")).isEqualTo("``a`b``");
        assertThat(MarkdownText.code("`")).isEqualTo("`` ` ``");
    }

    private static String markdown(History history) {
        return MarkdownReport.of(Report.of(history, Pages.NOTHING));
    }
}
