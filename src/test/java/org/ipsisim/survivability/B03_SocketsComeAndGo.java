package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.estate.IpsiId;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** A server is on the list while it has a socket to the IPSI (R31, R40, M17). */
class B03_SocketsComeAndGo {
    @Test
    void M17_a_server_leaves_when_its_heartbeats_have_been_missing_for_the_sanity_time_out() {
        Lesson lesson = lab().events("{at: 60s, fail: sc-10, for: 2m}").run();
        assertThat(lesson.list(1, 73)).containsExactly(1, 10);
        assertThat(lesson.list(1, 74)).containsExactly(1);
    }

    @Test
    void M17_and_is_back_with_its_next_heartbeat() {
        Lesson lesson = lab().events("{at: 60s, fail: sc-10, for: 60500ms}").run();
        assertThat(lesson.list(1, 120)).containsExactly(1);
        assertThat(lesson.list(1, 121)).containsExactly(1, 10);
    }

    @Test
    void M17_a_short_failure_leaves_it_on_the_list() {
        Lesson lesson = lab().events("{at: 60s, fail: sc-10, for: 14s}").run();
        assertThat(lesson.pn(1).lists().values())
                .isNotEmpty()
                .allSatisfy(spans -> assertThat(spans).hasSize(1));
    }

    @Test
    void R40_a_disabled_server_leaves_at_once_and_an_enabled_one_comes_back() {
        Lesson lesson = lab().events("{at: 60500ms, disable: sc-10}", "{at: 120500ms, enable: sc-10}")
                .run();
        assertThat(lesson.list(1, 60)).containsExactly(1, 10);
        assertThat(lesson.list(1, 61)).containsExactly(1);
        assertThat(lesson.list(1, 120)).containsExactly(1);
        assertThat(lesson.list(1, 121)).containsExactly(1, 10);
    }

    @Test
    void R31_what_a_cut_takes_away_differs_from_site_to_site() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch}, {pn: 2, site: hq}]")
                .events("{at: 60s, fail: wan}")
                .run();
        assertThat(lesson.list(1, 100)).containsExactly(10);
        assertThat(lesson.list(2, 100)).containsExactly(1);
    }

    @Test
    void M28_an_IPSI_without_power_has_an_empty_list() {
        Lesson lesson = lab().events("{at: 60s, fail: ipsi-1a, for: 60s}").run();
        assertThat(lesson.list(1, 60)).isEmpty();
        assertThat(lesson.list(1, 119)).isEmpty();
        assertThat(lesson.list(1, 120)).containsExactly(1, 10);
    }

    @Test
    void R40_a_server_that_is_enabled_sends_the_heartbeat_that_is_due_then() {
        Lesson lesson = lab().events("{at: 60s, disable: sc-10}", "{at: 120s, enable: sc-10}")
                .run();
        assertThat(lesson.list(1, 119)).containsExactly(1);
        assertThat(lesson.list(1, 120)).containsExactly(1, 10);
        assertThat(lesson.trace("sc-10")).containsExactly("60.0 server-disabled", "120.0 server-enabled");
    }

    @Test
    void M17_a_server_that_takes_over_has_a_socket_from_then_on() {
        Lesson lesson = lab().events(
                        "{at: 60s, fail: sc-10, for: 60100ms}", "{at: 120500ms, forced-takeover: 10, port-networks: 1}")
                .run();
        assertThat(lesson.list(1, 120)).containsExactly(1);
        assertThat(lesson.pn(1).listAt(new IpsiId(1, IpsiId.Side.A), 120_500)).containsExactly(1, 10);
    }

    @Test
    void R40_heartbeats_under_way_do_not_bring_back_a_server_that_was_disabled() {
        Lesson lesson = lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 5s}]")
                .servers("{main: {site: branch}, survivable-cores: [{cluster: 10, site: hq}]}")
                .events("{at: 60500ms, disable: sc-10}", "{at: 61500ms, enable: sc-10}")
                .run();
        assertThat(lesson.list(1, 66)).containsExactly(1);
        assertThat(lesson.list(1, 67)).containsExactly(1, 10);
    }

    @Test
    void R40_a_heartbeat_due_at_the_instant_of_disabling_is_missed_by_nobody() {
        Lesson lesson = lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 14s}]")
                .servers("{main: {site: branch}, survivable-cores: [{cluster: 10, site: hq}]}")
                .events(
                        "{at: 60s, disable: sc-10}",
                        "{at: 62500ms, enable: sc-10}",
                        "{at: 70s, forced-takeover: 10, port-networks: 1}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .as("the beat of 60 s would have come at 74 s, that of 61 s at 75 s; that of 63 s comes")
                .contains("75.0 contact-lost", "77.0 contact-restored")
                .doesNotContain("74.0 contact-lost");
    }
}
