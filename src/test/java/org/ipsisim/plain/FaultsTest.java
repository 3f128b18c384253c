package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** Failures and restores by hand, and port networks without power (M28). */
class FaultsTest {
    private static ScenarioBuilder alone() {
        return lasting("5m").pn(1, "hq");
    }

    private static String line(ScenarioBuilder scenario) {
        return HistoryLine.of(PlainEngine.run(scenario.build()), 1);
    }

    @Test
    void failures_that_overlap_are_one() {
        assertThat(line(alone().fail("60s", "pn-1", "8s").fail("65s", "pn-1", "5s")))
                .isEqualTo("main 60s | lost 10s | main …");
    }

    @Test
    void failures_that_touch_leave_no_gap() {
        assertThat(line(alone().fail("60s", "pn-1", "5s").fail("65s", "pn-1", "5s")))
                .isEqualTo("main 60s | lost 10s | main …");
    }

    @Test
    void a_restore_ends_every_failure_begun_before() {
        assertThat(line(alone().fail("60s", "pn-1").fail("62s", "pn-1", "60s").restore("68s", "pn-1")))
                .isEqualTo("main 60s | lost 8s | main …");
    }

    @Test
    void a_restore_ends_a_flap() {
        assertThat(line(alone().flap("60s", "pn-1", "5s", "5s", 4).restore("72s", "pn-1")))
                .isEqualTo("main 60s | lost 5s | main 5s | lost 2s | main …");
    }

    @Test
    void a_restore_comes_before_a_failure_of_the_same_instant() {
        assertThat(line(alone().fail("65s", "pn-1", "3s").fail("60s", "pn-1").restore("65s", "pn-1")))
                .isEqualTo("main 60s | lost 8s | main …");
    }

    @Test
    void main_stands_for_each_of_its_servers() {
        assertThat(line(alone().fail("60s", "main").restore("66s", "main-a"))).isEqualTo("main 60s | lost 6s | main …");
    }

    @Test
    void a_restored_server_at_a_failed_site_stays_down() {
        History history = PlainEngine.run(lasting("5m")
                .pn(1, "dallas")
                .link("wan", "hq", "dallas", "20ms")
                .fail("60s", "hq")
                .restore("65s", "main")
                .restore("70s", "hq")
                .build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60.02s | lost 10s | main …");
        assertThat(HistoryLine.roles(history, "main-a")).isEqualTo("active 60s | down 10s | active …");
    }

    @Test
    void m28_an_ipsi_that_fails_takes_the_calls_with_it_and_starts_anew() {
        History history = PlainEngine.run(
                alone().core(10, "hq").fail("60s", "ipsi-1a", "30s").build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | down 30s | restart→main 60s | main …");
        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 10] 60s | [] 30s | [1, 10] …");
        assertThat(history.portNetworks().get(0).pnCalls()).isEqualTo(new CallOutcome(40, 40, 0, 0));
        assertThat(history.portNetworks().get(0).ipCalls()).isEqualTo(new CallOutcome(10, 0, 10, 0));
    }

    @Test
    void m28_a_site_without_power_is_down_with_all_that_stands_in_it() {
        History history = PlainEngine.run(alone().fail("60s", "hq", "30s").build());

        assertThat(HistoryLine.of(history, 1)).isEqualTo("main 60s | down 30s | restart→main 60s | main …");
        assertThat(HistoryLine.roles(history, "main-a")).isEqualTo("active 60s | down 30s | active …");
    }

    @Test
    void m28_the_best_reachable_server_restarts_it() {
        History history = PlainEngine.run(alone().core(10, "hq")
                .fail("60s", "main")
                .fail("100s", "ipsi-1a", "20s")
                .build());

        assertThat(HistoryLine.of(history, 1))
                .isEqualTo("main 60s | lost 14s | warm 26s | down 20s | restart→10 60s | sc-10 …");
        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 10] 74s | [10] 26s | [] 20s | [10] …");
        assertThat(history.portNetworks().get(0).totals().failovers()).isEqualTo(1);
    }

    @Test
    void m28_without_a_server_it_waits_for_the_first_beat() {
        assertThat(line(alone().core(10, "dallas")
                        .link("wan", "hq", "dallas", "20ms")
                        .fail("60s", "main")
                        .fail("60s", "wan", "140s")
                        .fail("100s", "ipsi-1a", "20s")))
                .isEqualTo("main 60s | lost 14s | warm 26s | down 20s | none 80.02s | restart→10 60s | sc-10 …");
    }

    @Test
    void a_beat_on_its_way_is_neither_heard_nor_missed_by_an_ipsi_that_starts_anew() {
        assertThat(line(lasting("5m")
                        .pn(1, "dallas")
                        .link("wan", "hq", "dallas", "300ms")
                        .timer("pn-restart-duration", "100ms")
                        .fail("60s100ms", "ipsi-1a", "50ms")))
                .isEqualTo("main 60.1s | down 0.05s | restart→main 0.1s | main …");
    }
}
