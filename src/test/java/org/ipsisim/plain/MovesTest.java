package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** M26 and M27 by hand: forced takeovers, fallback, and the reset of a survivable core. */
class MovesTest {
    private static final String TO_SC_10 = "main 60.02s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s";

    private static ScenarioBuilder withCore() {
        return lasting("10m").pn(1, "hq").core(10, "hq");
    }

    private static ScenarioBuilder cutOff() {
        return lasting("20m")
                .pn(1, "dallas")
                .core(10, "dallas")
                .link("wan", "hq", "dallas", "20ms")
                .fail("60s", "wan", "570s");
    }

    private static String line(ScenarioBuilder scenario) {
        return HistoryLine.of(PlainEngine.run(scenario.build()), 1);
    }

    @Test
    void a_forced_takeover_and_its_return_end_in_a_reset_of_the_survivable_core() {
        History history = PlainEngine.run(withCore()
                .forcedTakeover("60s", 10, 1)
                .forcedTakeover("300s", 1, 1)
                .build());

        assertThat(HistoryLine.of(history, 1))
                .isEqualTo("main 60s | restart→10 60s | sc-10 180s | restart→main 60s | main …");
        assertThat(HistoryLine.roles(history, "sc-10")).isEqualTo("idle 60s | active 240s | resetting 120s | idle …");
        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 10] 300s | [1] 121s | [1, 10] …");
    }

    @Test
    void a_cluster_that_is_down_cannot_be_given_a_port_network() {
        assertThat(line(withCore().fail("30s", "sc-10").forcedTakeover("60s", 10, 1)))
                .isEqualTo("main …");
    }

    @Test
    void a_cluster_that_the_ipsi_does_not_see_cannot_be_given_a_port_network() {
        assertThat(line(lasting("5m")
                        .pn(1, "hq", 1)
                        .core(new SurvivableCore(10, "hq", 2, false, false, true, 1))
                        .forcedTakeover("60s", 10, 1)))
                .isEqualTo("main …");
    }

    @Test
    void m27_a_survivable_core_that_keeps_a_port_network_does_not_reset() {
        History history = PlainEngine.run(withCore()
                .pn(2, "hq")
                .forcedTakeover("60s", 10, 1, 2)
                .forcedTakeover("300s", 1, 1)
                .build());

        assertThat(HistoryLine.roles(history, "sc-10")).isEqualTo("idle 60s | active …");
    }

    @Test
    void m27_a_survivable_core_that_fails_does_not_go_on_resetting() {
        History history = PlainEngine.run(withCore()
                .forcedTakeover("60s", 10, 1)
                .forcedTakeover("300s", 1, 1)
                .fail("310s", "sc-10", "10s")
                .build());

        assertThat(HistoryLine.roles(history, "sc-10"))
                .isEqualTo("idle 60s | active 240s | resetting 10s | down 10s | idle …");
    }

    @Test
    void m13_without_fallback_the_survivable_core_keeps_it() {
        assertThat(line(cutOff())).isEqualTo(TO_SC_10 + " | sc-10 …");
    }

    @Test
    void m26_scheduled_fallback_tries_again_each_minute() {
        assertThat(line(cutOff().scheduledReturn("10m")))
                .isEqualTo(TO_SC_10 + " | sc-10 165.98s | restart→main 60s | main …");
    }

    @Test
    void m26_scheduled_fallback_leaves_alone_what_the_main_controls_at_that_time() {
        assertThat(line(cutOff().scheduledReturn("5m"))).isEqualTo(TO_SC_10 + " | sc-10 …");
    }

    @Test
    void m26_a_connection_that_has_been_up_long_enough_brings_it_back() {
        assertThat(line(cutOff().returnWhenConnectedFor("3m")))
                .isEqualTo(TO_SC_10 + " | sc-10 316s | restart→main 60s | main …");
    }

    @Test
    void m26_a_break_of_the_connection_makes_the_wait_start_again() {
        assertThat(line(cutOff().returnWhenConnectedFor("3m").fail("700s", "wan", "20s")))
                .isEqualTo(TO_SC_10 + " | sc-10 406s | restart→main 60s | main …");
    }

    @Test
    void m26_a_short_silence_that_leaves_the_connection_up_does_not() {
        assertThat(line(cutOff().returnWhenConnectedFor("3m").fail("700s", "wan", "10s")))
                .isEqualTo(TO_SC_10 + " | sc-10 316s | restart→main 60s | main …");
    }
}
