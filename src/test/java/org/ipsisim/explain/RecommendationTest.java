package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.document.DocumentMarkdown;
import org.ipsisim.history.History;
import org.ipsisim.study.Allowance;
import org.junit.jupiter.api.Test;

/** What a report recommends: for whom each change helps, and what all of them together would then come to. */
class RecommendationTest {
    @Test
    void a_second_ipsi_helps_its_own_port_network_alone() {
        History history = AskedRun.shipped("wan-cut").history();

        List<String> rows = DocumentMarkdown.of(Recommendation.of(history, Allowance.usual()))
                .lines()
                .filter(line -> line.startsWith("| a second"))
                .toList();

        assertThat(rows)
                .containsExactly(
                        "| a second link beside wan | prevents the outage of PN 2–3 |  | 0 | 0s | 0s |",
                        "| a second IPSI on a control network of its own | prevents the outage of PN 2 |  | 40 | 6m | 7m |");
    }
}
