package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Two main servers that judge each other by the IPSIs they reach (R2, R62, R65, R66 to R71, M22 to M25). */
class E01_DuplexMain {
    /** The active at headquarters and the standby at the recovery site, each with a link of its own to the branch. */
    private static Lab separated() {
        return lab().sites("sites: [hq, recovery, branch]\n"
                        + "links: [{id: wan, between: [hq, branch]}, {id: spare, between: [recovery, branch]}]")
                .servers("{main: {site: hq, duplex: y, standby-site: recovery}}");
    }

    @Test
    void R2_M22_the_heartbeats_of_the_standby_are_contact_as_well() {
        Lesson lesson = separated().events("{at: 60s, fail: wan}").run();
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(separated()
                        .events("{at: 60s, fail: wan}", "{at: 60s, fail: spare, for: 14s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | main 1126s");
    }

    @Test
    void M22_M23_a_standby_that_reaches_more_takes_over_after_three_lost_heartbeats() {
        Lesson lesson = separated().events("{at: 60s, fail: wan}").run();
        assertThat(lesson.roles("main-a")).isEqualTo("active 62 | interchanging 10 | standby 1128");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 62 | interchanging 10 | active 1128");
        assertThat(lesson.history().serverInterchanges()).isEqualTo(1);
        assertThat(lesson.trace("main")).containsExactly("62.0 server-interchange");
        assertThat(lesson.causesOf("main-b", "server-active"))
                .containsExactly("server-active", "server-interchange", "link-failed");
    }

    @Test
    void R63_the_state_of_health_of_both_servers_is_in_the_trace() {
        assertThat(separated().events("{at: 60s, fail: wan}").run().texts("main", "server-interchange"))
                .singleElement()
                .asString()
                .contains("main-a pcd 00/01, main-b pcd 01/01");
    }

    @Test
    void M22_two_lost_heartbeats_are_not_enough() {
        assertThat(separated()
                        .events("{at: 60s, fail: wan, for: 2s}")
                        .run()
                        .history()
                        .serverInterchanges())
                .isZero();
        assertThat(separated()
                        .events("{at: 60s, fail: wan, for: 2001ms}")
                        .run()
                        .history()
                        .serverInterchanges())
                .isEqualTo(1);
    }

    @Test
    void R64_what_both_servers_lose_alike_is_no_reason_to_interchange() {
        assertThat(separated()
                        .events("{at: 60s, fail: pn-1, for: 30s}")
                        .run()
                        .history()
                        .serverInterchanges())
                .isZero();
    }

    @Test
    void R66_M23_a_curb_holds_back_the_next_interchange() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: wan, for: 19s}", "{at: 80s, fail: spare}")
                .run();
        assertThat(lesson.roles("main-a"))
                .isEqualTo("active 62 | interchanging 10 | standby 300 | interchanging 10 | active 818");
        assertThat(lesson.line()).isEqualTo("main 1200s");
    }

    @Test
    void R70_M22_a_port_network_that_is_ignored_does_not_count() {
        Lesson lesson = separated()
                .portNetworks("[{pn: 1, site: branch, ignore-connectivity-in-arbitration: y}]")
                .events("{at: 60s, fail: wan}")
                .run();
        assertThat(lesson.history().serverInterchanges()).isZero();
        assertThat(lesson.line()).isEqualTo("main 1200s");
    }

    @Test
    void R68_R69_M24_the_standby_is_active_4_1_seconds_after_the_active_died_and_calls_stay() {
        Lesson lesson = separated().events("{at: 60s, fail: main-a, for: 10m}").run();
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(lesson.trace("main-b")).containsExactly("64.1 server-active");
        assertThat(lesson.roles("main-a")).isEqualTo("active 60 | down 600 | standby 540");
        assertThat(lesson.pn(1).pnCalls().kept()).isEqualTo(40);
    }

    @Test
    void M24_an_active_that_is_back_by_then_stays_the_active_one() {
        Lesson lesson = separated().events("{at: 60s, fail: main-a, for: 4s}").run();
        assertThat(lesson.roles("main-a")).isEqualTo("active 60 | down 4 | active 1136");
        assertThat(lesson.history().serverInterchanges()).isZero();
    }

    @Test
    void R67_M24_M25_a_standby_that_is_not_refreshed_starts_the_system_from_scratch() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 200s, fail: main-a}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 204.1s | restart→1 225s | main 770.9s");
        assertThat(lesson.pn(1).totals().callsDropped())
                .as("the 10 calls between IP phones as well")
                .isEqualTo(50);
        assertThat(lesson.trace("main-b")).contains("204.1 server-active", "204.1 system-restarted");
    }

    @Test
    void M25_a_server_that_comes_back_is_refreshed_after_five_minutes() {
        String standbyAway = "{at: 60s, fail: main-b, for: 60s}";
        assertThat(separated()
                        .events(standbyAway, "{at: 415800ms, fail: main-a}")
                        .run()
                        .line())
                .contains("restart→1 225s");
        assertThat(separated()
                        .events(standbyAway, "{at: 415900ms, fail: main-a}")
                        .run()
                        .line())
                .isEqualTo("main 1200s");
    }

    @Test
    void M25_an_unrefreshed_standby_is_not_chosen_by_arbitration() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 200s, fail: wan}")
                .run();
        assertThat(lesson.trace("main")).containsExactly("420.0 server-interchange");
    }

    @Test
    void M29_with_both_servers_down_the_port_network_escalates_and_the_first_back_is_active() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: main-a}", "{at: 60s, fail: main-b, for: 20s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 14s | warm 6s | main 1120s");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 60 | down 20 | active 1120");
    }

    @Test
    void M23_an_operator_may_interchange_at_any_time_with_a_refreshed_standby() {
        Lesson lesson = separated()
                .events("{at: 60s, interchange: main}", "{at: 100s, interchange: main}")
                .run();
        assertThat(lesson.roles("main-a"))
                .isEqualTo("active 60 | interchanging 10 | standby 30 | interchanging 10 | active 1090");
    }

    @Test
    void R71_without_a_refreshed_standby_the_command_is_refused() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 200s, interchange: main}")
                .run();
        assertThat(lesson.trace("main")).containsExactly("200.0 command-refused");
        assertThat(lesson.history().serverInterchanges()).isZero();
    }

    /** Each main at a site of its own: without the WAN main-b reaches nothing. */
    @Test
    void M23_an_operator_has_to_force_an_interchange_to_a_standby_that_reaches_less() {
        Lesson lesson = apart("{at: 60s, fail: wan, for: 30s}", "{at: 70s, interchange: main}");
        assertThat(lesson.texts("main", "command-refused"))
                .containsExactly("the command is refused: the standby is worse: main-a pcd 01/01, main-b pcd 00/01");
        Lesson forced = apart("{at: 60s, fail: wan, for: 30s}", "{at: 70s, interchange: main, forced: y}");
        assertThat(forced.roles("main-b")).isEqualTo("standby 70 | interchanging 10 | active 1120");
        assertThat(forced.texts("main", "server-interchange"))
                .hasSize(1)
                .allMatch(text -> text.endsWith("forced by an operator"));
        assertThat(forced.pn(1).totals().callsDropped()).isZero();
    }

    private static Lesson apart(String... events) {
        return lab().servers("{main: {site: branch, duplex: y, standby-site: hq}}")
                .events(events)
                .run();
    }

    /** Cold-2 for 225 s from the end of the interchange on; the old active is refreshed after 5 min, as M25 says. */
    @Test
    void R67_one_that_is_forced_to_a_standby_that_is_not_refreshed_loses_every_call() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 200s, interchange: main, forced: y}")
                .run();
        assertThat(lesson.roles("main-b"))
                .isEqualTo("standby 60 | down 60 | standby 80 | interchanging 10 | resetting 225 | active 765");
        assertThat(lesson.pn(1).pnCalls().dropped()).isEqualTo(40);
        assertThat(lesson.pn(1).ipCalls().dropped()).isEqualTo(10);
        assertThat(lesson.causesOf("pn-1", "calls-dropped"))
                .containsExactly("calls-dropped", "pn-restarted", "system-restarted", "server-interchange");
    }

    @Test
    void R71_an_interchange_is_called_off_when_the_standby_goes_down() {
        Lesson lesson = separated()
                .events("{at: 60s, interchange: main}", "{at: 65s, fail: main-b}")
                .run();
        assertThat(lesson.roles("main-a")).isEqualTo("active 60 | interchanging 5 | active 1135");
    }

    @Test
    void M17_the_main_stays_on_the_list_while_either_server_is_heard() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: wan}", "{at: 100s, fail: spare, for: 20s}")
                .run();
        assertThat(lesson.list(1, 90)).containsExactly(1);
        assertThat(lesson.list(1, 114)).isEmpty();
        assertThat(lesson.list(1, 120)).containsExactly(1);
    }

    @Test
    void M24_a_restart_of_the_system_counts_as_contact_and_ends_what_silence_has_begun() {
        Lesson lesson = separated()
                .events(
                        "{at: 30s, fail: main-b, for: 10s}",
                        "{at: 60s, fail: wan}",
                        "{at: 60s, fail: spare, for: 44050ms}",
                        "{at: 100s, fail: main-a}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 14s | warm 30.1s | restart→1 225s | main 870.9s");
        assertThat(lesson.trace("pn-1"))
                .containsExactly(
                        "60.0 contact-lost",
                        "74.0 warm-reset",
                        "104.1 pn-restarted",
                        "104.1 calls-dropped",
                        "329.1 in-service",
                        "629.1 calls-redialled");
    }

    @Test
    void M24_a_port_network_that_the_new_active_does_not_reach_is_not_restarted() {
        Lesson lesson = separated()
                .events(
                        "{at: 60s, fail: main-b, for: 60s}",
                        "{at: 150s, fail: spare, for: 60s}",
                        "{at: 200s, fail: main-a}")
                .run();
        assertThat(lesson.trace("main-b")).contains("204.1 system-restarted");
        assertThat(lesson.line()).isEqualTo("main 200s | lost 10s | main 990s");
    }

    @Test
    void M24_the_restart_of_the_system_takes_its_time_whatever_else_changes() {
        Lesson lesson = separated()
                .events(
                        "{at: 60s, fail: main-b, for: 60s}",
                        "{at: 200s, fail: main-a}",
                        "{at: 250s, fail: wan, for: 10s}")
                .run();
        assertThat(lesson.roles("main-b")).isEqualTo("standby 60 | down 60 | standby 84 | resetting 225 | active 770");
    }

    @Test
    void M24_a_server_that_dies_in_it_with_the_other_dead_does_not_go_on_with_it() {
        Lesson lesson = separated()
                .events(
                        "{at: 60s, fail: main-b, for: 60s}",
                        "{at: 200s, fail: main-a}",
                        "{at: 250s, fail: main-b, for: 10s}")
                .run();
        assertThat(lesson.roles("main-b"))
                .isEqualTo("standby 60 | down 60 | standby 84 | resetting 45 | down 10 | active 940");
    }

    @Test
    void M23_M25_an_active_that_dies_and_is_back_in_an_interchange_is_a_standby_that_is_not_refreshed() {
        String[] events = {
            "{at: 60s, interchange: main}", "{at: 62s, fail: main-a, for: 3s}", "{at: 200s, fail: main-b}"
        };
        assertThat(separated().events(events).run().line()).isEqualTo("main 204.1s | restart→1 225s | main 770.9s");
    }

    @Test
    void R66_M23_what_happens_in_an_interchange_counts_when_the_curb_is_over() {
        Lesson lesson = separated()
                .events("{at: 60s, fail: wan, for: 5s}", "{at: 66s, fail: spare}")
                .run();
        assertThat(lesson.roles("main-a"))
                .isEqualTo("active 62 | interchanging 10 | standby 300 | interchanging 10 | active 818");
    }

    @Test
    void M23_an_interchange_may_take_no_time() {
        Lesson lesson = separated()
                .with("timers: {server-interchange-duration: 0s}")
                .events("{at: 60s, interchange: main}")
                .run();
        assertThat(lesson.roles("main-a")).isEqualTo("active 60 | standby 1140");
        assertThat(lesson.trace("main-b")).containsExactly("60.0 server-active");
    }

    @Test
    void R56_a_main_of_two_servers_takes_over_with_either_and_refuses_without_both() {
        String moved = "{at: 60s, forced-takeover: 10, port-networks: 1}";
        String back = "{at: 300s, forced-takeover: 1, port-networks: 1}";
        Lab lab = separated()
                .servers("{main: {site: hq, duplex: y, standby-site: recovery},"
                        + " survivable-cores: [{cluster: 10, site: branch}]}");
        assertThat(lab.events(moved, "{at: 200s, fail: main-a}", back).run().line())
                .endsWith("sc-10 180s | restart→1 60s | main 840s");
        assertThat(lab.events(moved, "{at: 200s, fail: main-a}", "{at: 200s, fail: main-b}", back)
                        .run()
                        .texts("pn-1", "command-refused"))
                .containsExactly("the command is refused: the server is down");
    }
}
