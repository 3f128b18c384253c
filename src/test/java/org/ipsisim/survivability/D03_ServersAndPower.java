package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.Detail;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Servers that fail (M29), and port networks without power or without an IPSI (M28). */
class D03_ServersAndPower {
    @Test
    void M29_a_short_failure_of_the_main_is_the_same_silence_as_a_cut() {
        assertThat(lab().events("{at: 60s, fail: main, for: 20s}").run().line())
                .isEqualTo(lab().events("{at: 60s, fail: wan, for: 20s}").run().line());
    }

    @Test
    void M29_restored_it_goes_on_controlling_what_has_not_left_it() {
        assertThat(lab().events("{at: 60s, fail: main, for: 5m}").run().line())
                .endsWith("none 196s | restart→1 60s | main 780s");
    }

    @Test
    void M28_a_port_network_without_power_is_down_and_its_calls_drop_at_once() {
        Lesson lesson = lab().events("{at: 60s, fail: branch, for: 5m}").run();
        assertThat(lesson.line()).isEqualTo("main 60s | down 300s | restart→1 60s | main 780s");
        assertThat(lesson.trace("pn-1")).startsWith("60.0 pn-down", "60.0 calls-dropped");
        assertThat(lesson.pn(1).totals().warmResets()).isZero();
    }

    @Test
    void M28_an_IPSI_that_fails_takes_its_port_network_down() {
        assertThat(lab().events("{at: 60s, fail: ipsi-1a, for: 10s}").run().line())
                .isEqualTo("main 60s | down 10s | restart→1 60s | main 1070s");
    }

    @Test
    void M28_starting_anew_the_first_reachable_server_takes_it_without_waiting() {
        Lesson lesson = lab().events("{at: 60s, fail: wan}", "{at: 70s, fail: ipsi-1a, for: 10s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 10s | down 10s | restart→10 60s | sc-10 1060s");
        assertThat(lesson.pn(1).totals().failovers()).isEqualTo(1);
    }

    @Test
    void M28_with_nobody_in_reach_it_waits_for_the_first_that_comes() {
        Lesson lesson = lab().servers("{main: {site: hq}}")
                .events("{at: 60s, fail: wan, for: 100500ms}", "{at: 70s, fail: ipsi-1a, for: 10s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 10s | down 10s | none 81s | restart→1 60s | main 979s");
    }

    @Test
    void M28_the_main_comes_first_when_a_core_had_it() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 10m}", "{at: 12m, fail: ipsi-1a, for: 10s}")
                .run();
        assertThat(lesson.line()).endsWith("sc-10 226s | down 10s | restart→1 60s | main 410s");
        assertThat(lesson.pn(1).totals().fallbacks()).isEqualTo(1);
    }

    @Test
    void M28_two_reasons_to_be_down() {
        assertThat(lab().events("{at: 60s, fail: branch, for: 60s}", "{at: 90s, fail: ipsi-1a, for: 60s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | down 90s | restart→1 60s | main 990s");
    }

    @Test
    void M2_what_works_again_at_the_instant_at_which_its_site_fails_was_never_up() {
        Lesson lesson = lab().events(
                        "{at: 60s, fail: ipsi-1a, for: 30s}",
                        "{at: 60s, fail: sc-10, for: 30s}",
                        "{at: 90s, fail: branch, for: 60s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | down 90s | restart→1 60s | main 990s");
        assertThat(lesson.trace("pn-1"))
                .filteredOn(entry -> entry.contains("pn-"))
                .hasSize(3);
        assertThat(lesson.trace("sc-10")).containsExactly("60.0 server-failed", "150.0 server-restored");
    }

    @Test
    void M28_a_failed_site_takes_its_servers() {
        Lesson lesson = lab().events("{at: 60s, fail: hq, for: 20s}").run();
        assertThat(lesson.trace("main-a")).containsExactly("60.0 server-failed", "80.0 server-restored");
        assertThat(lesson.roles("main-a")).isEqualTo("active 60 | down 20 | active 1120");
        assertThat(lesson.causesOf("main-a", "server-failed")).containsExactly("server-failed", "site-failed");
    }

    @Test
    void M28_M29_a_server_with_two_reasons_to_be_down_fails_once() {
        Lesson lesson = lab().events("{at: 60s, fail: branch, for: 60s}", "{at: 90s, fail: sc-10, for: 60s}")
                .run();
        assertThat(lesson.trace("sc-10")).containsExactly("60.0 server-failed", "150.0 server-restored");
    }

    @Test
    void M28_no_heartbeat_is_delivered_to_an_IPSI_without_power() {
        Lesson lesson = new Lesson(Simulation.run(
                lab().lasting("2m").events("{at: 60s, fail: ipsi-1a, for: 10s}").scenario(), Detail.HEARTBEATS));
        assertThat(lesson.history().heartbeats()).hasSize(2).allSatisfy(path -> {
            assertThat(path.count(true)).isEqualTo(110);
            assertThat(path.count(false)).isEqualTo(10);
        });
    }

    @Test
    void M28_a_heartbeat_under_way_to_an_IPSI_that_starts_anew_is_not_heard() {
        Lesson lesson = lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 5s}]")
                .servers("{main: {site: hq}}")
                .events("{at: 60500ms, fail: ipsi-1a, for: 1s}", "{at: 60600ms, fail: wan, for: 60s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60.5s | down 1s | none 64.5s | restart→1 60s | main 1014s");
        assertThat(lesson.list(1, 65)).isEmpty();
    }

    @Test
    void M28_without_power_what_was_to_follow_a_warm_reset_does_not_come() {
        assertThat(lab().events("{at: 60s, fail: wan}", "{at: 80s, fail: ipsi-1a, for: 10m}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 6s | down 600s | restart→10 60s | sc-10 460s");
        assertThat(lab().events("{at: 60s, fail: wan}", "{at: 200s, fail: ipsi-1a, for: 10m}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 36s | down 600s | restart→10 60s"
                        + " | sc-10 340s");
    }

    @Test
    void M28_a_server_that_is_on_the_list_and_out_of_reach_takes_it_as_soon_as_it_reaches_it() {
        Lesson lesson = lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 5s}]")
                .servers("{main: {site: hq}}")
                .events(
                        "{at: 60500ms, fail: ipsi-1a, for: 10s}",
                        "{at: 65s, fail: wan, for: 15s}",
                        "{at: 83s, fail: wan, for: 7s}")
                .run();
        assertThat(lesson.list(1, 86)).containsExactly(1);
        assertThat(lesson.line()).startsWith("main 60.5s | down 10s | none 19.5s | restart→1 60s");
    }

    /** As in a building of a customer: 180 calls of each of its port networks, of which 60 are between IP phones. */
    @Test
    void M32_calls_between_the_IP_phones_of_a_building_without_power_end_too() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch, calls: {pn: 120, ip: 60}}]")
                .events("{at: 60s, fail: branch, for: 22m}")
                .run();
        assertThat(lesson.pn(1).ipCalls()).isEqualTo(new CallOutcome(60, 60, 0, 0));
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(180);
        assertThat(lesson.texts("pn-1", "calls-dropped")).containsExactly("180 calls dropped");
        assertThat(lesson.causesOf("pn-1", "calls-dropped")).containsExactly("calls-dropped", "pn-down", "site-failed");
    }

    @Test
    void M32_unless_the_phones_are_fed_from_elsewhere() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch, ip-phones-keep-power: y, calls: {pn: 120, ip: 60}}]")
                .events("{at: 60s, fail: branch, for: 5m}")
                .run();
        assertThat(lesson.pn(1).ipCalls()).isEqualTo(new CallOutcome(60, 0, 60, 0));
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(120);
    }

    @Test
    void M32_an_IPSI_without_power_is_not_a_building_without_power() {
        Lesson lesson = lab().events("{at: 60s, fail: ipsi-1a}", "{at: 120s, fail: branch, for: 60s}")
                .run();
        assertThat(lesson.trace("pn-1")).containsExactly("60.0 pn-down", "60.0 calls-dropped", "120.0 calls-dropped");
        assertThat(lesson.texts("pn-1", "calls-dropped")).containsExactly("40 calls dropped", "10 calls dropped");
    }
}
