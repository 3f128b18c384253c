package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.Differential;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.plain.PlainEngine;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Two IPSIs, A and B: they help when one way is cut, and not when both are (R72 to R82, M20, M21). */
class E02_DuplicatedIpsis {
    /** Control networks A and B as separate links (R81). */
    private static Lab twoNetworks() {
        return lab().sites("sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], control-network: a},"
                        + " {id: net-b, between: [hq, branch], control-network: b}]")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated, calls: {pn: 40, ip: 10}}]");
    }

    private static Lab slow() {
        return twoNetworks()
                .sites("sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], latency: 5s,"
                        + " control-network: a}, {id: net-b, between: [hq, branch], latency: 5s, control-network: b}]")
                .servers("{main: {site: hq}}");
    }

    @Test
    void R76_M20_control_moves_to_the_other_IPSI_after_three_seconds_and_nothing_is_reset() {
        Lesson lesson = twoNetworks().events("{at: 60s, fail: net-a}").run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 2s | main 1138s");
        assertThat(lesson.trace("pn-1")).containsExactly("62.0 ipsi-interchange");
        assertThat(lesson.causesOf("pn-1", "ipsi-interchange"))
                .containsExactly("ipsi-interchange", "contact-lost", "link-failed");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isEqualTo(1);
        assertThat(lesson.pn(1).totals().warmResets()).isZero();
    }

    @Test
    void R77_R82_M20_they_do_not_help_when_both_ways_are_cut() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: net-a, for: 30s}", "{at: 60s, fail: net-b, for: 30s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 14s | warm 16s | main 1110s");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isZero();
    }

    @Test
    void M20_sanity_counts_from_the_last_contact_on_either() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: net-a, for: 60s}", "{at: 70s, fail: net-b, for: 20s}")
                .run();
        assertThat(lesson.line()).startsWith("main 60s | lost 2s | main 8s | lost 14s | warm 6s | main");
    }

    @Test
    void R74_M21_with_both_healthy_again_control_returns_to_side_A_after_a_minute() {
        Lesson lesson = twoNetworks().events("{at: 60s, fail: net-a, for: 40s}").run();
        assertThat(lesson.trace("pn-1")).containsExactly("62.0 ipsi-interchange", "160.0 ipsi-interchange");
    }

    @Test
    void M21_the_minute_counts_without_a_break_in_health() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: net-a, for: 40s}", "{at: 120s, fail: net-a, for: 4s}")
                .run();
        assertThat(lesson.trace("pn-1")).containsExactly("62.0 ipsi-interchange", "184.0 ipsi-interchange");
    }

    @Test
    void M21_a_missed_heartbeat_is_no_break_in_health() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: net-a, for: 40s}", "{at: 120s, fail: net-a, for: 1s}")
                .run();
        assertThat(lesson.trace("pn-1")).containsExactly("62.0 ipsi-interchange", "160.0 ipsi-interchange");
    }

    @Test
    void M28_a_port_network_with_one_board_left_goes_on() {
        Lesson lesson =
                twoNetworks().events("{at: 60s, fail: ipsi-1a, for: 5m}").run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 2s | main 1138s");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isEqualTo(2);
        assertThat(lesson.list(1, 100)).isEmpty();
        assertThat(lesson.list(1, 400)).containsExactly(1, 10);
    }

    @Test
    void M28_it_is_down_without_either_and_starts_anew_with_the_first_that_is_back() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: ipsi-1a, for: 5m}", "{at: 90s, fail: ipsi-1b, for: 30s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 2s | main 28s | down 30s | restart→1 60s | main 1020s");
    }

    @Test
    void R30_M17_each_IPSI_has_a_list_of_its_own() {
        Lesson lesson = twoNetworks().events("{at: 60s, fail: net-a}").run();
        assertThat(lesson.list(1, 100)).containsExactly(10);
        assertThat(lesson.pn(1).lists().lastKey().toString()).isEqualTo("1b");
        assertThat(lesson.pn(1).listAt(lesson.pn(1).lists().lastKey(), 100_000)).containsExactly(1, 10);
    }

    @Test
    void R80_both_share_one_controlling_cluster_after_a_failover() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: net-a}", "{at: 100s, fail: net-b}")
                .run();
        assertThat(lesson.line()).endsWith("restart→10 60s | sc-10 666s");
        assertThat(lesson.pn(1).totals().failovers()).isEqualTo(1);
    }

    @Test
    void M20_a_longer_delay_is_a_longer_silence() {
        assertThat(twoNetworks()
                        .with("timers: {ipsi-interchange-delay: 10s}")
                        .events("{at: 60s, fail: net-a}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 9s | main 1131s");
        assertThat(twoNetworks()
                        .events("{at: 30s, set-timers: {ipsi-interchange-delay: 10s}}", "{at: 60s, fail: net-a}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 9s | main 1131s");
    }

    @Test
    void M21_control_returns_to_side_A_after_a_start_through_side_B_too() {
        Lesson lesson = twoNetworks()
                .events("{at: 60s, fail: branch, for: 10s}", "{at: 60s, fail: net-a, for: 11s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | down 10s | restart→1 60s | main 1070s");
        assertThat(lesson.trace("pn-1")).contains("130.0 ipsi-interchange");
    }

    @Test
    void M28_a_second_board_brings_no_server_before_one_is_on_a_list() {
        Lesson lesson = twoNetworks()
                .servers("{main: {site: hq}}")
                .events(
                        "{at: 60s, fail: main, for: 40s500ms}",
                        "{at: 60s, fail: net-b}",
                        "{at: 70s, fail: branch, for: 10s}",
                        "{at: 90s, fail: ipsi-1b, for: 10s600ms}")
                .run();
        assertThat(lesson.line()).contains("| down 10s | none 21s | restart→1 60s |");
    }

    @Test
    void M20_M28_the_heartbeats_under_way_to_a_board_that_fails_are_no_contact() {
        Lesson lesson = slow().events("{at: 50s, fail: net-b}", "{at: 60500ms, fail: ipsi-1a}")
                .run();
        assertThat(lesson.trace("pn-1")).startsWith("75.0 warm-reset");
        assertThat(slow().events("{at: 60500ms, fail: ipsi-1a}").run().trace("pn-1"))
                .containsExactly("63.0 ipsi-interchange");
    }

    @Test
    void M28_a_board_that_fails_has_no_list_from_then_on() {
        Lesson lesson = twoNetworks().events("{at: 60500ms, fail: ipsi-1a}").run();
        assertThat(lesson.list(1, 60)).containsExactly(1, 10);
        assertThat(lesson.list(1, 61)).isEmpty();
    }

    @Test
    void the_contact_of_an_IPSI_is_led_back_to_what_mended_its_way() {
        Lesson lesson = twoNetworks().events("{at: 60s, fail: net-a, for: 30s}").run();
        assertThat(lesson.causesOf("ipsi-1a", "contact-restored")).containsExactly("contact-restored", "link-restored");
    }

    @Test
    void M28_nothing_is_told_of_the_contact_of_a_port_network_that_is_down() {
        Lesson lesson = twoNetworks().events("{at: 60500ms, fail: branch}").run();
        assertThat(lesson.line()).isEqualTo("main 60.5s | down 1139.5s");
        assertThat(lesson.trace("ipsi-1a")).isEmpty();
        assertThat(lesson.trace("ipsi-1b")).isEmpty();
    }

    private static Lesson atNight(String... events) {
        return twoNetworks()
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated, nightly-interchange: 2m, calls: {pn: 40}}]")
                .events(events)
                .run();
    }

    @Test
    void M33_each_night_the_standby_has_control_for_20_s_and_nothing_is_reset() {
        Lesson lesson = atNight();
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(lesson.trace("pn-1")).containsExactly("120.0 ipsi-interchange", "140.0 ipsi-interchange");
        assertThat(lesson.texts("pn-1", "ipsi-interchange").get(1)).endsWith("the nightly interchange is over");
        assertThat(lesson.causesOf("pn-1", "ipsi-interchange").get(0)).isEqualTo("ipsi-interchange");
    }

    @Test
    void M33_not_while_one_of_them_is_not_healthy() {
        assertThat(atNight("{at: 100s, fail: net-b, for: 60s}").trace("pn-1")).isEmpty();
        assertThat(atNight("{at: 60s, fail: net-a, for: 40s}").trace("pn-1"))
                .as("B has control until both have been healthy for a minute")
                .containsExactly("62.0 ipsi-interchange", "160.0 ipsi-interchange");
    }

    @Test
    void M33_M20_a_standby_that_falls_silent_meanwhile_gives_control_back() {
        assertThat(atNight("{at: 125s, fail: net-b}").trace("pn-1"))
                .containsExactly("120.0 ipsi-interchange", "127.0 ipsi-interchange");
    }

    /** Seconds from the start at which the standby gets control, where the nightly interchange is at 02:30 in Berlin; both engines. */
    private static List<Long> nightsFrom(String start, String duration) {
        Scenario scenario = twoNetworks()
                .lasting(duration)
                .with("start: " + start + "\nzone: Europe/Berlin")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated, nightly-interchange: 2h30m}]")
                .scenario();
        History history = Simulation.run(scenario);
        assertThat(new Differential(each -> PlainEngine.run(each, Detail.SILENCES), Simulation::run)
                        .findDifference(scenario))
                .isEmpty();
        return history.trace().of(Subject.pn(1)).stream()
                .filter(entry -> entry.is(PnHappening.IpsiInterchange.class))
                .map(entry -> entry.at() / 1000)
                .filter(second -> second % 60 == 0)
                .toList();
    }

    /** On March 29 the clock goes from 02:00 to 03:00: an hour and a half after 01:00 it shows 03:30, a day later 22.5 h more have gone by. */
    @Test
    void M33_a_time_that_the_clocks_skip_comes_an_hour_later_and_the_next_night_is_on_time() {
        assertThat(nightsFrom("2026-03-28T01:00", "50h")).containsExactly(5400L, 91_800L, 174_600L);
    }

    /** On October 25 the clock shows 02:30 twice, half an hour after it was put back from 03:00 once more; the next day has 25 h. */
    @Test
    void M33_a_time_that_the_clocks_show_twice_comes_once() {
        assertThat(nightsFrom("2026-10-25T01:00", "28h")).containsExactly(5400L, 95_400L);
        assertThat(nightsFrom("2026-10-25T02:15+01:00", "26h")).containsExactly(87_300L);
    }

    /** What nobody had noticed for a minute: the standby hangs. */
    @Test
    void M33_M31_a_standby_that_hangs_takes_the_port_network_down_at_night() {
        assertThat(atNight("{at: 60s, fail: ipsi-1b, mode: hung}").line()).isEqualTo("main 120s | down 1080s");
    }
}
