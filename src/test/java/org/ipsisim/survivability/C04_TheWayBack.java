package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** The administered return to the main (R54, R55, R58, M26), and what every move costs (R43, M27). */
class C04_TheWayBack {
    private static final String CONNECTION_UP = "fallback: {auto-return: connection-up, connection-up-time: 3m}";

    @Test
    void R54_without_an_administered_return_a_port_network_stays_with_its_core() {
        assertThat(lab().lasting("1d")
                        .with("fallback: {auto-return: no}")
                        .events("{at: 60s, fail: wan, for: 8m}")
                        .run()
                        .line())
                .endsWith("sc-10 85906s");
    }

    @Test
    void R43_M27_every_change_of_the_controlling_server_is_a_level_2_restart_in_both_directions() {
        Lesson lesson = lab().events(
                        "{at: 60s, forced-takeover: 10, port-networks: 1}",
                        "{at: 300s, forced-takeover: 1, port-networks: 1}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .containsSubsequence(
                        "60.0 taken-over",
                        "60.0 pn-restarted",
                        "60.0 calls-dropped",
                        "120.0 in-service",
                        "300.0 fell-back",
                        "300.0 pn-restarted",
                        "360.0 in-service");
        assertThat(lesson.pn(1).totals().outage()).isEqualTo(120_000);
    }

    @Test
    void R18_M27_a_move_leaves_calls_between_shuffled_IP_phones_up_without_features() {
        Lesson lesson =
                lab().events("{at: 60s, forced-takeover: 10, port-networks: 1}").run();
        assertThat(lesson.pn(1).ipCalls().kept()).isEqualTo(10);
        assertThat(lesson.pn(1).ipCalls().frozen()).isEqualTo(10);
        assertThat(lesson.pn(1).pnCalls().frozen()).isZero();
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
    }

    @Test
    void R59_what_a_core_sent_before_it_reset_is_neither_heard_nor_missed() {
        Lesson lesson = lab().with("enforce-ranges: n\ntimers: {survivable-core-reset: 1s}")
                .events(
                        "{at: 0s, degrade: sc-10, latency: 3s}",
                        "{at: 60s, forced-takeover: 10, port-networks: 1}",
                        "{at: 300500ms, forced-takeover: 1, port-networks: 1}",
                        "{at: 301600ms, forced-takeover: 10, port-networks: 1}",
                        "{at: 301700ms, fail: sc-10}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .as("beats of 299 s and 300 s would come at 302 s and 303 s; that of 301 s is missed at 304 s")
                .containsSubsequence("301.6 taken-over", "304.0 contact-lost", "316.6 restart-called-off");
    }

    @Test
    void R58_a_break_that_takes_the_main_off_the_list_starts_the_count_again() {
        Lesson lesson = lab().with(CONNECTION_UP)
                .events("{at: 60s, fail: wan, for: 8m}", "{at: 600s, fail: wan, for: 200s}")
                .run();
        assertThat(lesson.line()).endsWith("sc-10 486s | restart→1 60s | main 160s");
    }

    @Test
    void R58_a_main_that_is_briefly_out_of_reach_when_the_time_has_come_is_returned_to_as_soon_as_it_is_back() {
        Lesson lesson = lab().with(CONNECTION_UP)
                .events("{at: 60s, fail: wan, for: 8m}", "{at: 715s, fail: wan, for: 10s}")
                .run();
        assertThat(lesson.line()).endsWith("sc-10 231s | restart→1 60s | main 415s");
        assertThat(lab().with(CONNECTION_UP)
                        .events("{at: 60s, fail: wan, for: 8m}", "{at: 715s, degrade: wan, loss: 100%, for: 10s}")
                        .run()
                        .line())
                .isEqualTo(lesson.line());
    }

    @Test
    void R58_a_port_network_that_moves_while_its_main_is_connected_counts_from_the_move() {
        Lesson lesson = lab().with(CONNECTION_UP)
                .events("{at: 60s, forced-takeover: 10, port-networks: 1}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | restart→10 60s | sc-10 120s | restart→1 60s | main 900s");
    }

    @Test
    void R58_M28_nobody_returns_a_port_network_without_power() {
        Lesson lesson = lab().lasting("20m")
                .with(CONNECTION_UP)
                .events("{at: 60s, forced-takeover: 10, port-networks: 1}", "{at: 150s, fail: ipsi-1a, for: 5m}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 60s | restart→10 60s | sc-10 30s | down 300s | restart→1 60s | main 690s");
        assertThat(lesson.trace("pn-1")).isNotEmpty().noneMatch(entry -> entry.endsWith("return-due"));
    }

    @Test
    void R58_a_board_that_fails_breaks_its_connection_at_once() {
        Lesson lesson = lab().with(CONNECTION_UP)
                .sites("sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], control-network: a},"
                        + " {id: net-b, between: [hq, branch], control-network: b}]")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events(
                        "{at: 60s, fail: net-a, for: 440s}",
                        "{at: 60s, fail: net-b}",
                        "{at: 600s, fail: ipsi-1a, for: 30s}")
                .run();
        assertThat(lesson.trace("pn-1")).contains("810.0 return-due");
    }

    @Test
    void R58_M28_a_loss_of_power_breaks_the_connection() {
        Lesson lesson = lab().with(CONNECTION_UP)
                .events(
                        "{at: 60s, fail: wan, for: 440s}",
                        "{at: 600s, fail: ipsi-1a, for: 10s}",
                        "{at: 605s, fail: wan, for: 100s}")
                .run();
        assertThat(lesson.line()).endsWith("down 10s | restart→10 60s | sc-10 215s | restart→1 60s | main 255s");
    }
}
