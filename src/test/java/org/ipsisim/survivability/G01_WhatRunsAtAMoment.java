package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** At any moment the history knows which timers run, until when, and what every IPSI and server is. */
class G01_WhatRunsAtAMoment {
    private static List<String> timers(History history, String subject) {
        return history.timers().stream()
                .filter(timer -> timer.subject().name().equals(subject))
                .map(G01_WhatRunsAtAMoment::line)
                .toList();
    }

    private static String line(TimerSpan timer) {
        return timer.timer().key() + " " + timer.from() / 1000.0 + ".." + timer.due() / 1000.0
                + (timer.expired() ? "" : " stopped " + timer.to() / 1000.0);
    }

    private static List<String> ipsi(Lesson lesson, String name) {
        IpsiId id = lesson.pn(1).ipsis().keySet().stream()
                .filter(ipsi -> ("ipsi-" + ipsi).equals(name))
                .findFirst()
                .orElseThrow();
        return lesson.pn(1).ipsis().get(id).stream()
                .map(G01_WhatRunsAtAMoment::line)
                .toList();
    }

    private static String line(IpsiSpan span) {
        return span.from() / 1000.0 + " " + span.role().word() + (span.hasContact() ? "" : " silent");
    }

    @Test
    void M4_the_sanity_time_out_counts_from_the_last_contact_and_a_heartbeat_stops_it() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 10s}").run();
        assertThat(timers(lesson.history(), "pn-1")).containsExactly("socket-sanity-timeout 59.0..74.0 stopped 70.0");
    }

    @Test
    void M6_M7_M8_M10_one_timer_after_the_other_in_the_serial_reading() {
        Lesson lesson = lab().events("{at: 60s, fail: wan}").run();
        assertThat(timers(lesson.history(), "pn-1"))
                .containsExactly(
                        "socket-sanity-timeout 59.0..74.0",
                        "warm-reset-duration 74.0..78.0",
                        "pn-cold-reset-delay 74.0..134.0",
                        "cold-reset-duration 134.0..164.0",
                        "no-service-timeout 134.0..434.0",
                        "pn-restart-duration 434.0..494.0");
        assertThat(lesson.history().timersAt(300_000).stream()
                        .map(G01_WhatRunsAtAMoment::line)
                        .toList())
                .containsExactly("no-service-timeout 134.0..434.0");
    }

    @Test
    void M14_in_the_manuals_reading_all_of_them_count_from_the_loss_of_contact() {
        Lesson lesson = lab().with("timers: {reading: all-from-loss}")
                .events("{at: 60s, fail: wan, for: 2m}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .containsExactly(
                        "socket-sanity-timeout 59.0..74.0",
                        "pn-cold-reset-delay 59.0..119.0",
                        "no-service-timeout 59.0..359.0 stopped 180.0",
                        "warm-reset-duration 74.0..78.0",
                        "cold-reset-duration 119.0..149.0",
                        "pn-restart-duration 180.0..240.0");
    }

    @Test
    void M11_a_no_service_time_out_that_nobody_answers_starts_again() {
        Lesson lesson = lab().servers("{main: {site: hq}}")
                .events("{at: 60s, fail: wan}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .endsWith(
                        "no-service-timeout 134.0..434.0",
                        "no-service-timeout 434.0..734.0",
                        "no-service-timeout 734.0..1034.0",
                        "no-service-timeout 1034.0..1334.0 stopped 1200.0");
    }

    @Test
    void a_sanity_time_out_that_is_changed_in_mid_silence_counts_as_it_stood_when_contact_came_last() {
        Lesson lesson = lab().events(
                        "{at: 60s, fail: wan, for: 10s}", "{at: 65s, set-timers: {socket-sanity-timeout: 5s}}")
                .run();
        assertThat(timers(lesson.history(), "pn-1")).containsExactly("socket-sanity-timeout 59.0..74.0 stopped 70.0");
    }

    @Test
    void M30_a_restart_that_silence_cuts_off_does_not_run_on() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 2m}", "{at: 3m5s, fail: wan}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .containsSequence(
                        "pn-restart-duration 180.0..240.0 stopped 199.0",
                        "socket-sanity-timeout 184.0..199.0",
                        "pn-cold-reset-delay 199.0..259.0");
    }

    @Test
    void M28_no_timer_runs_without_power() {
        Lesson lesson = lab().events(
                        "{at: 60s, fail: wan}", "{at: 65s, fail: branch, for: 60s}", "{at: 130s, restore: wan}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .startsWith("socket-sanity-timeout 59.0..74.0 stopped 65.0")
                .noneMatch(timer -> timer.startsWith("pn-cold"));
        assertThat(ipsi(lesson, "ipsi-1a")).contains("65.0 out-of-service silent");
    }

    @Test
    void M20_of_two_IPSIs_the_silent_one_gives_control_away_and_sanity_does_not_run() {
        Lesson lesson = lab().sites(
                        "sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], control-network: a},"
                                + " {id: net-b, between: [hq, branch], control-network: b}]")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events("{at: 60s, fail: net-a, for: 30s}")
                .run();
        assertThat(timers(lesson.history(), "pn-1")).isEmpty();
        assertThat(timers(lesson.history(), "ipsi-1a")).containsExactly("ipsi-interchange-delay 59.0..62.0");
        assertThat(ipsi(lesson, "ipsi-1a"))
                .containsExactly(
                        "0.0 active", "60.0 active silent", "62.0 standby silent", "90.0 standby", "150.0 active");
        assertThat(ipsi(lesson, "ipsi-1b")).containsExactly("0.0 standby", "62.0 active", "150.0 standby");
    }

    @Test
    void M23_M25_an_interchange_its_curb_and_a_standby_that_is_not_refreshed() {
        Lesson lesson = lab().servers("{main: {site: hq, duplex: y, standby-site: branch}}")
                .portNetworks("[{pn: 1, site: branch}]")
                .events("{at: 60s, interchange: main}", "{at: 10m, fail: main-a, for: 1m}")
                .run();
        assertThat(timers(lesson.history(), "main"))
                .containsExactly("server-interchange-duration 60.0..70.0", "server-interchange-curb 70.0..370.0");
        assertThat(List.of(659_999L, 660_000L, 959_999L, 960_000L))
                .extracting(at ->
                        lesson.history().findServer("main-a").orElseThrow().isRefreshedAt(at))
                .containsExactly(true, false, false, true);
    }

    @Test
    void M27_a_core_that_has_lost_its_last_port_network_resets() {
        Lesson lesson = lab().events(
                        "{at: 60s, fail: wan, for: 10m}", "{at: 12m, forced-takeover: 1, port-networks: all}")
                .run();
        assertThat(timers(lesson.history(), "sc-10")).containsExactly("survivable-core-reset 720.0..840.0");
        assertThat(timers(lesson.history(), "pn-1")).endsWith("pn-restart-duration 720.0..780.0");
    }

    @Test
    void M30_a_restart_that_falls_silent_is_not_finished() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 100s}", "{at: 170s, fail: wan, for: 20s}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .contains(
                        "pn-restart-duration 164.0..224.0 stopped 184.0",
                        "socket-sanity-timeout 169.0..184.0",
                        "pn-cold-reset-delay 184.0..244.0 stopped 190.0");
    }

    @Test
    void M7_a_cold_reset_ends_a_warm_reset_that_would_have_lasted_longer() {
        Lesson lesson = lab().with("timers: {warm-reset-duration: 2m}")
                .events("{at: 60s, fail: wan}")
                .run();
        assertThat(timers(lesson.history(), "pn-1")).contains("warm-reset-duration 74.0..194.0 stopped 134.0");
    }

    @Test
    void M10_a_takeover_stops_the_timers_of_a_reset() {
        Lesson lesson = lab().events("{at: 60s, fail: wan}", "{at: 140s, forced-takeover: 10, port-networks: 1}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .endsWith(
                        "cold-reset-duration 134.0..164.0 stopped 140.0",
                        "no-service-timeout 134.0..434.0 stopped 140.0",
                        "pn-restart-duration 140.0..200.0");
    }

    @Test
    void M28_a_loss_of_power_stops_a_restart() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 2m}", "{at: 200s, fail: branch}")
                .run();
        assertThat(timers(lesson.history(), "pn-1")).endsWith("pn-restart-duration 180.0..240.0 stopped 200.0");
    }

    @Test
    void M28_a_board_of_two_is_out_of_service_at_once_and_silent_until_it_is_heard() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events("{at: 60500ms, fail: ipsi-1b, for: 10s}")
                .run();
        assertThat(ipsi(lesson, "ipsi-1b"))
                .containsExactly("0.0 standby", "60.5 out-of-service silent", "70.5 standby silent", "71.0 standby");
    }

    @Test
    void R71_an_interchange_that_is_called_off_runs_no_longer() {
        Lesson lesson = lab().servers("{main: {site: hq, duplex: y}}")
                .events("{at: 60s, interchange: main}", "{at: 65s, fail: main-b}")
                .run();
        assertThat(timers(lesson.history(), "main")).contains("server-interchange-duration 60.0..70.0 stopped 65.0");
    }

    @Test
    void M25_a_server_that_becomes_active_needs_no_refreshment() {
        Lesson lesson = lab().servers("{main: {site: hq, duplex: y}}")
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 200s, fail: main-a}")
                .run();
        assertThat(List.of(204_099L, 204_100L))
                .extracting(at ->
                        lesson.history().findServer("main-b").orElseThrow().isRefreshedAt(at))
                .containsExactly(false, true);
    }

    @Test
    void M20_the_interchange_delay_of_an_IPSI_ends_with_contact_a_takeover_or_a_loss_of_power() {
        Lab lab = lab().portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]");
        assertThat(timers(lab.events("{at: 60s, fail: wan, for: 1s}").run().history(), "ipsi-1a"))
                .containsExactly("ipsi-interchange-delay 59.0..62.0 stopped 61.0");
        assertThat(timers(
                        lab.events("{at: 60s, fail: wan}", "{at: 61s, forced-takeover: 10, port-networks: 1}")
                                .run()
                                .history(),
                        "ipsi-1a"))
                .containsExactly("ipsi-interchange-delay 59.0..62.0 stopped 61.0");
        assertThat(timers(
                        lab.events("{at: 60s, fail: wan}", "{at: 61500ms, fail: branch}")
                                .run()
                                .history(),
                        "ipsi-1a"))
                .containsExactly("ipsi-interchange-delay 59.0..62.0 stopped 61.5");
    }

    @Test
    void M20_an_IPSI_is_busied_out_until_it_is_released() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events("{at: 60s, busyout: ipsi-1b}", "{at: 90s, release-busyout: ipsi-1b}")
                .run();
        assertThat(ipsi(lesson, "ipsi-1b")).containsExactly("0.0 standby", "60.0 busied-out", "90.0 standby");
    }

    @Test
    void M27_M29_a_core_that_fails_resets_no_longer() {
        Lesson lesson = lab().events(
                        "{at: 60s, fail: wan, for: 10m}",
                        "{at: 12m, forced-takeover: 1, port-networks: all}",
                        "{at: 13m, fail: sc-10}")
                .run();
        assertThat(timers(lesson.history(), "sc-10"))
                .containsExactly("survivable-core-reset 720.0..840.0 stopped 780.0");
    }

    @Test
    void R24_M6_contact_in_the_warm_reset_stops_all_that_was_to_follow() {
        Lesson lesson = lab().with("timers: {reading: all-from-loss}")
                .events("{at: 60s, fail: wan, for: 30s}")
                .run();
        assertThat(timers(lesson.history(), "pn-1"))
                .contains(
                        "pn-cold-reset-delay 59.0..119.0 stopped 90.0", "no-service-timeout 59.0..359.0 stopped 90.0");
    }

    @Test
    void M24_the_restart_of_the_system_is_no_restart_of_a_port_network_by_its_timer() {
        Lesson lesson = lab().servers("{main: {site: hq, duplex: y}}")
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 200s, fail: main-a}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 204.1s | restart→1 225s | main 770.9s");
        assertThat(timers(lesson.history(), "pn-1")).isEmpty();
    }
}
