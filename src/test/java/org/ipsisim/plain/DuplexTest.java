package org.ipsisim.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.generate.ScenarioBuilder.lasting;

import org.ipsisim.generate.HistoryLine;
import org.ipsisim.generate.ScenarioBuilder;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** M22 to M25 by hand: a heartbeat each second, interchanges of 10 s with a curb of 5 min, takeovers after 4.1 s. */
class DuplexTest {
    /** Both servers beside the port network. */
    private static ScenarioBuilder together() {
        return lasting("20m").duplex("hq").pn(1, "hq");
    }

    /** The active at hq and the standby at dallas, each with its own link to the port network at oslo. */
    private static ScenarioBuilder apart() {
        return lasting("20m")
                .duplex("dallas")
                .pn(1, "oslo")
                .link("east", "hq", "oslo", "0ms")
                .link("west", "dallas", "oslo", "0ms");
    }

    private static void assertRoles(History history, String mainA, String mainB, int interchanges) {
        assertThat(HistoryLine.roles(history, "main-a")).isEqualTo(mainA);
        assertThat(HistoryLine.roles(history, "main-b")).isEqualTo(mainB);
        assertThat(history.serverInterchanges()).isEqualTo(interchanges);
    }

    private static String line(History history) {
        return HistoryLine.of(history, 1);
    }

    private static History run(ScenarioBuilder scenario) {
        return PlainEngine.run(scenario.build());
    }

    @Test
    void m23_three_lost_heartbeats_of_the_active_bring_an_interchange_and_the_port_network_notices_nothing() {
        History history = run(apart().core(10, "oslo").fail("60s", "east"));

        assertRoles(
                history, "active 62s | interchanging 10s | standby …", "standby 62s | interchanging 10s | active …", 1);
        assertThat(line(history)).isEqualTo("main …");
        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 10] …");
    }

    @Test
    void m22_two_lost_heartbeats_do_not() {
        assertRoles(run(apart().fail("60s", "east", "2s")), "active …", "standby …", 0);
    }

    @Test
    void m22_what_both_servers_lose_does_not() {
        assertRoles(run(apart().fail("60s", "pn-1", "20s")), "active …", "standby …", 0);
    }

    @Test
    void r70_a_port_network_that_does_not_count_brings_no_interchange() {
        History history = run(lasting("20m")
                .duplex("dallas")
                .pnThatDoesNotCount(1, "oslo")
                .link("east", "hq", "oslo", "0ms")
                .link("west", "dallas", "oslo", "0ms")
                .fail("60s", "east"));

        assertRoles(history, "active …", "standby …", 0);
        assertThat(line(history)).isEqualTo("main …");
    }

    @Test
    void m23_the_next_interchange_waits_for_the_end_of_the_curb() {
        History history = run(apart().fail("60s", "east", "60s").fail("130s", "west"));

        assertRoles(
                history,
                "active 62s | interchanging 10s | standby 300s | interchanging 10s | active …",
                "standby 62s | interchanging 10s | active 300s | interchanging 10s | standby …",
                2);
        assertThat(line(history)).isEqualTo("main …");
    }

    @Test
    void m23_an_interchange_of_no_length_is_over_at_once() {
        assertRoles(
                run(apart().timer("server-interchange-duration", "0s").fail("60s", "east")),
                "active 62s | standby …",
                "standby 62s | active …",
                1);
    }

    @Test
    void m23_a_standby_that_fails_calls_the_interchange_off() {
        assertRoles(
                run(apart().fail("60s", "east").fail("65s", "main-b")),
                "active 62s | interchanging 3s | active …",
                "standby 62s | interchanging 3s | down …",
                1);
    }

    @Test
    void m23_an_active_that_fails_does_not_hold_up_the_interchange() {
        assertRoles(
                run(apart().fail("60s", "east").fail("65s", "main-a")),
                "active 62s | interchanging 3s | down …",
                "standby 62s | interchanging 10s | active …",
                1);
    }

    @Test
    void an_operator_is_not_curbed() {
        assertRoles(
                run(together().interchange("100s").interchange("150s").interchange("155s")),
                "active 100s | interchanging 10s | standby 40s | interchanging 10s | active …",
                "standby 100s | interchanging 10s | active 40s | interchanging 10s | standby …",
                2);
    }

    @Test
    void an_operator_cannot_make_a_standby_active_that_is_not_refreshed() {
        assertRoles(
                run(together().fail("60s", "main-b", "30s").interchange("389s999ms")),
                "active …",
                "standby 60s | down 30s | standby …",
                0);
        assertRoles(
                run(together().fail("60s", "main-b", "30s").interchange("390s")),
                "active 390s | interchanging 10s | standby …",
                "standby 60s | down 30s | standby 300s | interchanging 10s | active …",
                1);
    }

    @Test
    void m24_a_refreshed_standby_takes_over_after_4100_ms_and_the_port_network_notices_nothing() {
        History history = run(together().fail("60s", "main-a", "30s"));

        assertRoles(history, "active 60s | down 30s | standby …", "standby 64.1s | active …", 1);
        assertThat(line(history)).isEqualTo("main …");
        assertThat(history.portNetworks().get(0).pnCalls()).isEqualTo(new CallOutcome(40, 0, 0, 0));
    }

    @Test
    void m24_an_active_that_is_back_by_then_stays_active() {
        assertRoles(
                run(together().fail("60s", "main-a", "4s100ms")), "active 60s | down 4.1s | active …", "standby …", 0);
        assertRoles(
                run(together().fail("60s", "main-a", "4s101ms")),
                "active 60s | down 4.101s | standby …",
                "standby 64.1s | active …",
                1);
    }

    @Test
    void m24_a_standby_that_is_not_refreshed_restarts_everything_it_reaches() {
        History history = run(apart().pn(2, "hq")
                .pn(3, "oslo")
                .core(10, "oslo")
                .forcedTakeover("10s", 10, 3)
                .fail("60s", "main-b", "30s")
                .fail("200s", "main-a"));

        assertRoles(
                history,
                "active 200s | down …",
                "standby 60s | down 30s | standby 114.1s | resetting 225s | active …",
                1);
        assertThat(line(history)).isEqualTo("main 204.1s | restart→main 225s | main …");
        assertThat(history.portNetworks().get(0).pnCalls()).isEqualTo(new CallOutcome(40, 40, 0, 0));
        assertThat(history.portNetworks().get(0).ipCalls()).isEqualTo(new CallOutcome(10, 10, 0, 0));
        assertThat(history.portNetworks().get(0).totals().outage()).isEqualTo(225_000);
        assertThat(HistoryLine.of(history, 2)).as("reached").isEqualTo("main 204.1s | restart→main 225s | main …");
        assertThat(HistoryLine.of(history, 3)).as("under a core").isEqualTo("main 10s | restart→10 60s | sc-10 …");
    }

    @Test
    void m24_it_does_not_restart_what_it_does_not_reach() {
        History history = run(
                apart().fail("60s", "main-b", "30s").fail("199s500ms", "main-a").fail("202s", "west"));

        assertThat(line(history)).isEqualTo("main 202s | lost 14s | warm 60s | cold 30s | none …");
        assertThat(HistoryLine.roles(history, "main-b"))
                .isEqualTo("standby 60s | down 30s | standby 113.6s | resetting 225s | active …");
    }

    @Test
    void m25_a_server_that_comes_back_is_refreshed_after_5_minutes() {
        ScenarioBuilder refreshed = together().fail("60s", "main-a", "30s").fail("385s900ms", "main-b");
        ScenarioBuilder tooEarly = together().fail("60s", "main-a", "30s").fail("385s899ms", "main-b");

        assertThat(line(run(refreshed))).isEqualTo("main …");
        assertThat(line(run(tooEarly))).isEqualTo("main 389.999s | restart→main 225s | main …");
    }

    @Test
    void m25_no_arbitration_makes_a_standby_active_that_is_not_refreshed() {
        assertRoles(
                run(apart().fail("60s", "main-a", "30s").fail("100s", "west")),
                "active 60s | down 30s | standby 300s | interchanging 10s | active …",
                "standby 64.1s | active 325.9s | interchanging 10s | standby …",
                2);
    }

    @Test
    void m25_when_both_have_failed_and_come_back_the_active_is_active() {
        History history = run(together().fail("60s", "main", "30s"));

        assertRoles(history, "active 60s | down 30s | active …", "standby 60s | down 30s | standby …", 0);
        assertThat(line(history)).isEqualTo("main 60s | lost 14s | warm 16s | main …");
    }

    @Test
    void m25_when_both_have_failed_the_first_to_come_back_is_active_at_once() {
        History history = run(together().fail("60s", "main-a", "60s").fail("62s", "main-b", "38s"));

        assertRoles(history, "active 60s | down 60s | standby …", "standby 62s | down 38s | active …", 0);
        assertThat(line(history)).isEqualTo("main 62s | lost 14s | warm 24s | main …");
    }

    @Test
    void m17_the_main_is_on_a_list_as_long_as_one_of_its_servers_is_heard() {
        History history = run(apart().core(10, "oslo").fail("60s", "east").fail("70s", "west", "30s"));

        assertThat(HistoryLine.lists(history, 1)).isEqualTo("[1, 10] 84s | [10] 16s | [1, 10] …");
        assertThat(line(history)).isEqualTo("main 70s | lost 14s | warm 16s | main …");
    }

    @Test
    void m5_the_port_network_is_silent_when_the_last_of_both_heartbeats_is_missed() {
        assertThat(line(run(lasting("70s")
                        .duplex("dallas")
                        .pn(1, "hq")
                        .link("wan", "hq", "dallas", "20ms")
                        .fail("60s", "main"))))
                .isEqualTo("main 60.02s | lost …");
    }

    @Test
    void m10_the_standby_alone_accepts_for_the_main() {
        assertThat(line(run(together()
                        .core(10, "hq")
                        .forcedTakeover("60s", 10, 1)
                        .fail("100s", "main-a")
                        .forcedTakeover("102s", 1, 1))))
                .isEqualTo("main 60s | restart→10 42s | restart→main 60s | main …");
    }
}
