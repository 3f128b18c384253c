package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** M20 and M21 by hand: a heartbeat each second, control moves after 3 s without contact and returns after 60 s. */
class IpsisTest {
    /** Side A and side B each have a link of their own to the main; the core stands beside the port network. */
    private static ScenarioBuilder twoNetworks() {
        return lasting("20m")
                .pnWithTwoIpsis(1, "branch")
                .core(10, "branch")
                .link("net-a", "hq", "branch", ControlNetwork.A)
                .link("net-b", "hq", "branch", ControlNetwork.B);
    }

    private static void assertLine(ScenarioBuilder scenario, String line, int interchanges) {
        History history = PlainEngine.run(scenario.build());
        assertThat(HistoryLine.of(history, 1)).isEqualTo(line);
        assertThat(history.portNetworks().get(0).totals().ipsiInterchanges()).isEqualTo(interchanges);
    }

    private static String list(ScenarioBuilder scenario, IpsiId.Side side) {
        return HistoryLine.lists(PlainEngine.run(scenario.build()), new IpsiId(1, side));
    }

    @Test
    void m20_control_moves_three_seconds_after_the_last_contact() {
        assertLine(twoNetworks().fail("60s", "net-a"), "main 60s | lost 2s | main …", 1);
    }

    @Test
    void m20_it_stays_if_contact_comes_by_then() {
        assertLine(twoNetworks().fail("60s", "net-a", "2s"), "main 60s | lost 2s | main …", 0);
        assertLine(twoNetworks().fail("60s", "net-a", "2s1ms"), "main 60s | lost 2s | main …", 2);
    }

    @Test
    void m20_a_failed_board_is_silent_like_one_that_is_cut_off() {
        assertLine(twoNetworks().fail("60s", "ipsi-1a", "5m"), "main 60s | lost 2s | main …", 2);
        assertLine(twoNetworks().fail("60s", "ipsi-1b"), "main …", 0);
    }

    @Test
    void m21_a_delay_shorter_than_the_interval_is_one_interval() {
        assertLine(twoNetworks().timer("ipsi-interchange-delay", "0s").fail("59s500ms", "net-a"), "main …", 1);
    }

    @Test
    void m21_control_returns_a_minute_after_both_became_healthy() {
        assertLine(
                twoNetworks().fail("60s", "net-a", "40s").fail("159s", "net-b"),
                "main 60s | lost 2s | main 97s | lost 1s | main …",
                2);
        assertLine(
                twoNetworks().fail("60s", "net-a", "40s").fail("160s", "net-a"),
                "main 60s | lost 2s | main 98s | lost 2s | main …",
                3);
    }

    @Test
    void m21_a_miss_shorter_than_the_delay_does_not_make_it_wait_again() {
        assertLine(
                twoNetworks()
                        .fail("60s", "net-a", "40s")
                        .fail("120s", "net-a", "2s")
                        .fail("160s", "net-a"),
                "main 60s | lost 2s | main 98s | lost 2s | main …",
                3);
    }

    @Test
    void m20_sanity_counts_from_the_last_contact_on_either() {
        assertLine(
                twoNetworks().fail("60s", "net-a", "60s").fail("70s", "net-b", "20s"),
                "main 60s | lost 2s | main 8s | lost 14s | warm 6s | main …",
                2);
    }

    @Test
    void r77_they_do_not_help_when_both_ways_are_cut() {
        assertLine(twoNetworks().fail("60s", "pn-1", "30s"), "main 60s | lost 14s | warm 16s | main …", 0);
    }

    @Test
    void m10_the_list_of_the_active_side_is_asked_first() {
        assertLine(
                twoNetworks()
                        .core(new SurvivableCore(20, "hq", 1, true, false, false, 100))
                        .core(30, "branch")
                        .fail("0s", "net-a")
                        .forcedTakeover("30s", 30, 1)
                        .fail("100s", "sc-30"),
                "lost 3s | main 27s | restart→30 60s | sc-30 10s | lost 14s | warm 60s | cold 30s | none 270s | "
                        + "restart→10 60s | sc-10 …",
                2);
    }

    @Test
    void m10_then_that_of_the_other_side() {
        assertLine(
                twoNetworks()
                        .core(20, "hq")
                        .fail("0s", "net-a")
                        .forcedTakeover("30s", 10, 1)
                        .fail("100s", "sc-10")
                        .fail("100s", "main"),
                "lost 3s | main 27s | restart→10 60s | sc-10 10s | lost 14s | warm 60s | cold 30s | none 270s | "
                        + "restart→20 60s | sc-20 …",
                2);
    }

    @Test
    void m20_an_acceptance_through_the_other_side_is_no_interchange() {
        assertLine(
                twoNetworks().core(20, "hq").fail("60s", "net-a").forcedTakeover("61s", 20, 1),
                "main 60s | lost 1s | restart→20 60s | sc-20 …",
                0);
    }

    @Test
    void m21_after_an_acceptance_control_returns_to_side_a_a_minute_later() {
        assertLine(
                twoNetworks()
                        .fail("58s", "ipsi-1a", "3s")
                        .forcedTakeover("59s", 10, 1)
                        .fail("120s", "ipsi-1a"),
                "main 58s | lost 1s | restart→10 60s | sc-10 1s | lost 2s | sc-10 …",
                2);
    }

    @Test
    void m28_a_port_network_is_down_when_both_boards_are() {
        assertLine(
                twoNetworks().fail("60s", "ipsi-1a", "5m").fail("90s", "ipsi-1b", "30s"),
                "main 60s | lost 2s | main 28s | down 30s | restart→main 60s | main …",
                2);
    }

    @Test
    void m28_a_port_network_that_starts_anew_asks_the_best_server_on_either_list() {
        assertLine(
                twoNetworks().fail("60s", "net-a").fail("100s", "branch", "1s"),
                "main 60s | lost 2s | main 38s | down 1s | restart→main 60s | main …",
                1);
    }

    @Test
    void r30_each_ipsi_has_a_list_of_its_own() {
        ScenarioBuilder scenario = twoNetworks().fail("60s", "net-a").fail("100s", "ipsi-1b", "10s");
        assertThat(list(scenario, IpsiId.Side.A)).isEqualTo("[1, 10] 74s | [10] …");
        assertThat(list(scenario, IpsiId.Side.B)).isEqualTo("[1, 10] 100s | [] 10s | [1, 10] …");
    }

    @Test
    void m26_the_connection_to_the_main_is_up_while_it_is_on_either_list() {
        ScenarioBuilder scenario = twoNetworks()
                .returnWhenConnectedFor("3m")
                .fail("10s", "net-a", "100s")
                .forcedTakeover("60s", 10, 1)
                .fail("150s", "net-b", "20s");
        assertLine(
                scenario, "main 10s | lost 2s | main 48s | restart→10 60s | sc-10 120s | restart→main 60s | main …", 2);
    }

    @Test
    void m22_arbitration_counts_ipsis() {
        History history = PlainEngine.run(lasting("20m")
                .duplex("dallas")
                .pnWithTwoIpsis(1, "branch")
                .link("net-a", "hq", "branch", ControlNetwork.A)
                .link("net-b", "hq", "branch", ControlNetwork.B)
                .link("other", "dallas", "branch", "0ms")
                .fail("60s", "net-a")
                .build());
        assertThat(history.serverInterchanges()).isEqualTo(1);
        assertThat(HistoryLine.of(history, 1)).isEqualTo("main …");
    }
}
