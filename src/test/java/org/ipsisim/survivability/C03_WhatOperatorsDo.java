package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ipsisim.survivability.Lab.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Commands in mid-run: what they do, and why one has no effect (R54, R56, R57, R60). */
class C03_WhatOperatorsDo {
    private static List<String> refusals(Lab lab) {
        return lab.run().texts("pn-1", "command-refused");
    }

    @Test
    void R57_a_takeover_may_be_of_some_port_networks_only() {
        Lesson lesson = lab().portNetworks("[{pn: 1-3, site: branch}]")
                .events("{at: 60s, forced-takeover: 10, port-networks: [1, 3]}")
                .run();
        assertThat(List.of(lesson.line(1), lesson.line(2), lesson.line(3)))
                .containsExactly(
                        "main 60s | restart→10 60s | sc-10 1080s",
                        "main 1200s",
                        "main 60s | restart→10 60s | sc-10 1080s");
    }

    @Test
    void R44_one_core_may_end_up_with_several_port_networks_and_resets_after_the_last() {
        Lesson lesson = lab().portNetworks("[{pn: 1-3, site: branch}]")
                .events(
                        "{at: 60s, fail: wan, for: 8m}",
                        "{at: 600s, forced-takeover: 1, port-networks: [1, 2]}",
                        "{at: 700s, forced-takeover: 1, port-networks: 3}")
                .run();
        assertThat(lesson.roles("sc-10")).isEqualTo("idle 434 | active 266 | resetting 120 | idle 380");
    }

    @Test
    void R44_or_with_none() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 1m}").run().roles("sc-10"))
                .isEqualTo("idle 1200");
    }

    @Test
    void R59_a_core_whose_reset_takes_no_time_stays_on_all_lists() {
        Lesson lesson = lab().with("timers: {survivable-core-reset: 0s}")
                .events(
                        "{at: 60s, forced-takeover: 10, port-networks: 1}",
                        "{at: 300s, forced-takeover: 1, port-networks: 1}")
                .run();
        assertThat(lesson.roles("sc-10")).isEqualTo("idle 60 | active 240 | idle 900");
        assertThat(lesson.trace("sc-10")).isEmpty();
        assertThat(lesson.list(1, 300)).containsExactly(1, 10);
    }

    @Test
    void R56_a_takeover_by_the_cluster_that_is_in_control_is_refused() {
        assertThat(refusals(lab().events("{at: 60s, forced-takeover: 1, port-networks: 1}")))
                .containsExactly("the command is refused: the main has it already");
    }

    @Test
    void R56_a_takeover_of_a_port_network_without_power_is_refused() {
        assertThat(refusals(
                        lab().events("{at: 60s, fail: ipsi-1a}", "{at: 61s, forced-takeover: 10, port-networks: 1}")))
                .containsExactly("the command is refused: the port network is down");
    }

    @Test
    void R33_R56_a_takeover_by_a_core_that_the_IPSI_never_sees_is_refused() {
        assertThat(refusals(
                        lab().servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch, community: 2,"
                                        + " system-preferred: n, local-only: y}]}")
                                .events("{at: 60s, forced-takeover: 10, port-networks: 1}")))
                .containsExactly(
                        "the command is refused: it is local only, and this port network is of another community");
    }

    @Test
    void R56_a_takeover_says_what_keeps_the_server_from_it() {
        String takeover = "{at: 65s, forced-takeover: 10, port-networks: 1}";
        assertThat(refusals(lab().events("{at: 60s, fail: sc-10}", takeover)))
                .containsExactly("the command is refused: the server is down");
        assertThat(refusals(lab().events("{at: 60s, disable: sc-10}", takeover)))
                .containsExactly("the command is refused: it is disabled");
        assertThat(refusals(lab().events("{at: 60s, fail: pn-1}", takeover)))
                .containsExactly("the command is refused: it cannot be reached");
        assertThat(refusals(lab().events(
                                "{at: 60s, forced-takeover: 10, port-networks: 1}",
                                "{at: 63s, forced-takeover: 1, port-networks: 1}",
                                takeover)))
                .containsExactly("the command is refused: it is resetting");
    }

    @Test
    void M2_a_forced_takeover_comes_after_the_request_for_service_of_the_same_instant() {
        Lesson lesson = lab().servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch,"
                        + " priority-score: 9}, {cluster: 20, site: branch}]}")
                .events("{at: 60s, fail: wan}", "{at: 434s, forced-takeover: 20, port-networks: 1}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .containsSubsequence("434.0 taken-over", "434.0 takeover-forced", "434.0 taken-over");
        assertThat(lesson.line()).endsWith("restart→20 60s | sc-20 706s");
    }

    @Test
    void M2_at_one_instant_a_core_is_enabled_before_it_is_disabled() {
        assertThat(lab().events("{at: 60s, disable: sc-10}", "{at: 90s, disable: sc-10}", "{at: 90s, enable: sc-10}")
                        .run()
                        .trace("sc-10"))
                .containsExactly("60.0 server-disabled", "90.0 server-enabled", "90.0 server-disabled");
    }

    @Test
    void M2_timers_that_are_set_at_one_instant_are_set_in_the_order_of_their_contents() {
        String two = "{at: 60s, set-timers: {no-service-timeout: 2m}}";
        String three = "{at: 60s, set-timers: {no-service-timeout: 3m}}";
        List<String> texts = lab().events(two, three).run().texts("timers", "timers-changed");
        assertThat(texts)
                .containsExactly("timers changed: no-service-timeout 2m", "timers changed: no-service-timeout 3m");
        assertThat(lab().events(three, two).run().texts("timers", "timers-changed"))
                .isEqualTo(texts);
    }

    @Test
    void M3_nobody_changes_the_heartbeat_interval_in_mid_run() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScenarioEvent.SetTimers(
                        Duration.ZERO, Map.of(TimerSetting.HEARTBEAT_INTERVAL, Duration.ofSeconds(2))))
                .withMessageContaining("heartbeat-interval");
    }
}
