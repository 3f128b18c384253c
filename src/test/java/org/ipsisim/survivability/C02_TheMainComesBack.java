package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** The main is back, and the port network stays where it is (R46, R53, M13); fallback by M26 and M27. */
class C02_TheMainComesBack {
    private static final String TWO_CORES =
            "{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}, {cluster: 20, site: branch}]}";

    @Test
    void R53_it_does_not_pull_the_port_network_back() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 8m}").run();
        assertThat(lesson.line()).endsWith("restart→10 60s | sc-10 706s");
        assertThat(lesson.list(1, 600)).containsExactly(1, 10);
    }

    @Test
    void M13_once_the_core_has_accepted_the_heartbeats_of_the_main_move_nothing() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 380s}").run().line())
                .endsWith("restart→10 60s | sc-10 706s");
    }

    @Test
    void R46_a_short_cut_from_the_controlling_core_fragments_the_estate() {
        Lesson lesson = lab().lasting("30m")
                .sites("sites: [hq, north, south]\n"
                        + "links: [{id: a, between: [hq, north]}, {id: b, between: [hq, south]}]")
                .servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: north, priority-score: 9},"
                        + " {cluster: 20, site: south, priority-score: 1}]}")
                .portNetworks("[{pn: 1, site: north}, {pn: 2, site: south}]")
                .events("{at: 60s, fail: main, for: 10m}", "{at: 9m, fail: b, for: 7m}")
                .run();
        assertThat(lesson.line(1)).endsWith("restart→10 60s | sc-10 1306s");
        assertThat(lesson.line(2)).endsWith("none 270s | restart→20 60s | sc-20 826s");
    }

    @Test
    void M26_a_scheduled_return_takes_all_that_the_main_reaches_and_retries_the_others_each_minute() {
        Lesson lesson = lab().with("fallback: {auto-return: scheduled, scheduled-at: 10m}")
                .portNetworks("[{pn: 1, site: branch}, {pn: 2, site: branch}]")
                .events("{at: 60s, fail: wan, for: 8m}", "{at: 590s, fail: pn-2, for: 14s}")
                .run();
        assertThat(lesson.line(1)).endsWith("sc-10 106s | restart→1 60s | main 540s");
        assertThat(lesson.line(2)).endsWith("sc-10 96s | lost 14s | sc-10 56s | restart→1 60s | main 480s");
        assertThat(lesson.causesOf("pn-1", "fell-back")).containsExactly("fell-back", "return-due");
    }

    @Test
    void M26_connection_up_returns_a_port_network_when_its_own_connection_has_been_up_long_enough() {
        Lesson lesson = lab().with("fallback: {auto-return: connection-up, connection-up-time: 3m}")
                .events("{at: 60s, fail: wan, for: 8m}", "{at: 600s, fail: wan, for: 20s}")
                .run();
        assertThat(lesson.line()).endsWith("sc-10 306s | restart→1 60s | main 340s");
    }

    @Test
    void R56_an_operator_moves_port_networks_in_both_directions() {
        Lesson lesson = lab().events(
                        "{at: 60s, forced-takeover: 10, port-networks: all}",
                        "{at: 300s, forced-takeover: 1, port-networks: 1}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | restart→10 60s | sc-10 180s | restart→1 60s | main 840s");
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
    }

    @Test
    void R56_a_takeover_by_a_server_that_does_not_reach_the_port_network_is_refused() {
        Lesson lesson = lab().lasting("2m")
                .events("{at: 60s, fail: sc-10}", "{at: 60s, forced-takeover: 10, port-networks: all}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 120s");
        assertThat(lesson.causesOf("pn-1", "command-refused")).containsExactly("command-refused", "takeover-forced");
    }

    @Test
    void R59_a_core_that_has_lost_its_last_port_network_resets_off_all_lists() {
        Lesson lesson = lab().events(
                        "{at: 60s, forced-takeover: 10, port-networks: all}",
                        "{at: 300500ms, forced-takeover: 1, port-networks: all}")
                .run();
        assertThat(lesson.roles("sc-10")).isEqualTo("idle 60 | active 240 | resetting 120 | idle 779");
        assertThat(lesson.list(1, 300)).containsExactly(1, 10);
        assertThat(lesson.list(1, 301)).containsExactly(1);
        assertThat(lesson.list(1, 420)).containsExactly(1);
        assertThat(lesson.list(1, 421)).containsExactly(1, 10);
    }

    @Test
    void R60_a_core_that_controls_a_port_network_cannot_be_disabled() {
        Lesson lesson = lab().events("{at: 60s, forced-takeover: 10, port-networks: all}", "{at: 200s, disable: sc-10}")
                .run();
        assertThat(lesson.roles("sc-10")).isEqualTo("idle 60 | active 1140");
        assertThat(lesson.trace("sc-10")).containsExactly("200.0 command-refused");
    }

    @Test
    void M26_one_that_has_been_back_since_the_scheduled_time_is_left_where_it_goes_next() {
        Lesson lesson = lab().with("fallback: {auto-return: scheduled, scheduled-at: 10m}")
                .servers(TWO_CORES)
                .events(
                        "{at: 60s, fail: wan, for: 560s}",
                        "{at: 625s, forced-takeover: 1, port-networks: 1}",
                        "{at: 640s, forced-takeover: 20, port-networks: 1}")
                .run();
        assertThat(lesson.line()).endsWith("restart→1 15s | restart→20 60s | sc-20 500s");
    }

    @Test
    void M26_one_that_has_only_gone_from_core_to_core_since_then_is_taken() {
        Lesson lesson = lab().with("fallback: {auto-return: scheduled, scheduled-at: 10m}")
                .servers(TWO_CORES)
                .events("{at: 60s, fail: wan, for: 10m}", "{at: 630s, forced-takeover: 20, port-networks: 1}")
                .run();
        assertThat(lesson.line()).endsWith("restart→20 30s | restart→1 60s | main 480s");
    }
}
