package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** M16 to M18 by hand: who stands on a priority list, and when. */
class ListsTest {
    private static String lists(ScenarioBuilder scenario) {
        return HistoryLine.lists(PlainEngine.run(scenario.build()), 1);
    }

    private static ScenarioBuilder withEightCores(String duration) {
        ScenarioBuilder builder = lasting(duration).pn(1, "hq");
        for (int cluster = 18; cluster > 10; cluster--) {
            builder.core(cluster, "hq");
        }
        return builder;
    }

    @Test
    void m16_order_by_rank_then_score_then_cluster() {
        History history = PlainEngine.run(lasting("10s")
                .core(new SurvivableCore(12, "hq", 1, false, false, false, 99))
                .core(new SurvivableCore(10, "hq", 1, false, true, false, 50))
                .core(new SurvivableCore(14, "hq", 2, false, true, false, 100))
                .core(new SurvivableCore(13, "hq", 2, false, false, true, 1))
                .core(new SurvivableCore(11, "hq", 2, true, false, false, 1))
                .core(new SurvivableCore(9, "hq", 1, false, false, false, 99))
                .pn(1, "hq", 1)
                .pn(2, "hq", 2)
                .build());

        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 11, 10, 14, 9, 12] …");
        assertThat(HistoryLine.lists(history, 2)).isEqualTo("[1, 11, 14, 9, 12, 10, 13] …");
    }

    @Test
    void m17_a_server_leaves_when_it_has_been_silent_and_is_back_with_its_next_beat() {
        assertThat(lists(lasting("5m").pn(1, "hq").core(10, "hq").fail("60s", "sc-10", "39s500ms")))
                .isEqualTo("[1, 10] 74s | [1] 26s | [1, 10] …");
    }

    @Test
    void r60_a_disabled_server_leaves_at_once() {
        History history = PlainEngine.run(lasting("5m")
                .pn(1, "hq")
                .core(10, "hq")
                .disable("60s", 10)
                .enable("120s", 10)
                .build());

        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 10] 60s | [1] 60s | [1, 10] …");
        assertThat(HistoryLine.roles(history, "sc-10")).isEqualTo("idle 60s | disabled 60s | idle …");
    }

    @Test
    void r60_a_server_that_controls_a_port_network_is_not_disabled() {
        History history = PlainEngine.run(lasting("10m")
                .pn(1, "hq")
                .core(10, "hq")
                .fail("60s", "main")
                .disable("500s", 10)
                .build());

        assertThat(HistoryLine.roles(history, "sc-10")).isEqualTo("idle 434s | active …");
    }

    @Test
    void m18_the_ninth_is_refused_and_tries_again_after_15_minutes() {
        assertThat(lists(withEightCores("20m").fail("60s", "sc-11")))
                .isEqualTo("[1, 11, 12, 13, 14, 15, 16, 17] 74s | [1, 12, 13, 14, 15, 16, 17] 826s"
                        + " | [1, 12, 13, 14, 15, 16, 17, 18] …");
    }

    @Test
    void m18_a_better_one_displaces_the_worst() {
        assertThat(lists(withEightCores("40m").fail("60s", "sc-11", "1140s")))
                .isEqualTo("[1, 11, 12, 13, 14, 15, 16, 17] 74s | [1, 12, 13, 14, 15, 16, 17] 826s"
                        + " | [1, 12, 13, 14, 15, 16, 17, 18] 300s | [1, 11, 12, 13, 14, 15, 16, 17] …");
    }

    @Test
    void m18_the_controlling_cluster_is_not_displaced() {
        assertThat(lists(withEightCores("30m").fail("60s", "sc-11", "1140s").forcedTakeover("16m", 18, 1)))
                .isEqualTo("[1, 11, 12, 13, 14, 15, 16, 17] 74s | [1, 12, 13, 14, 15, 16, 17] 826s"
                        + " | [1, 12, 13, 14, 15, 16, 17, 18] 300s | [1, 11, 12, 13, 14, 15, 16, 18] …");
    }

    @Test
    void m18_the_main_always_finds_a_place() {
        assertThat(lists(withEightCores("30m").fail("60s", "main", "940s")))
                .isEqualTo("[1, 11, 12, 13, 14, 15, 16, 17] 74s | [11, 12, 13, 14, 15, 16, 17] 826s"
                        + " | [11, 12, 13, 14, 15, 16, 17, 18] 100s | [1, 11, 12, 13, 14, 15, 16, 17] …");
    }
}
