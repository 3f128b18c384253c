package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.generate.HistoryChecks;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Two main servers that do not hear each other: both are active, until the arbiter link is back (R68, R71, M24, M25). */
class E03_TwoActives {
    private static final String LINK_LOST = "{at: 60s, fail: arbiter-link, for: 90s}";

    private static Lesson duplex(String... events) {
        Lesson lesson = lab().servers("{main: {site: hq, duplex: y}, survivable-cores: [{cluster: 10, site: branch}]}")
                .events(events)
                .run();
        assertThat(HistoryChecks.violations(lesson.history())).isEmpty();
        return lesson;
    }

    @Test
    void R68_M24_the_standby_takes_the_silence_for_a_dead_active() {
        Lesson lesson = duplex("{at: 60s, fail: arbiter-link}");
        assertThat(lesson.trace("main-b")).containsExactly("64.1 two-actives");
        assertThat(lesson.roles("main-a")).isEqualTo("active 1200");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 64 | active 1135");
        assertThat(lesson.causesOf("main-b", "two-actives")).containsExactly("two-actives", "arbiter-link-failed");
    }

    @Test
    void R68_a_link_that_is_back_by_then_changes_nothing() {
        Lesson lesson = duplex("{at: 60s, fail: arbiter-link, for: 4100ms}");
        assertThat(lesson.roles("main-a")).isEqualTo("active 1200");
        assertThat(lesson.history().serverInterchanges()).isZero();
    }

    @Test
    void R68_once_they_hear_each_other_the_newly_active_one_stays_and_the_other_steps_down() {
        Lesson lesson = duplex(LINK_LOST);
        assertThat(lesson.trace("main-a")).containsExactly("150.0 stepped-down");
        assertThat(lesson.roles("main-a")).isEqualTo("active 150 | standby 1050");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 64 | active 1135");
        assertThat(lesson.history().serverInterchanges()).isEqualTo(1);
        assertThat(lesson.causesOf("main-a", "stepped-down")).containsExactly("stepped-down", "arbiter-link-restored");
    }

    @Test
    void R67_no_port_network_notices_if_the_standby_was_refreshed() {
        Lesson lesson = duplex(LINK_LOST);
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(lesson.pn(1).pnCalls().kept()).isEqualTo(40);
    }

    @Test
    void R67_M24_one_that_was_not_refreshed_starts_the_system_from_scratch() {
        Lesson lesson = duplex("{at: 30s, fail: main-b, for: 10s}", "{at: 60s, fail: arbiter-link}");
        assertThat(lesson.line()).isEqualTo("main 64.1s | restart→1 225s | main 910.9s");
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(50);
        assertThat(lesson.roles("main-b")).isEqualTo("standby 30 | down 10 | standby 24 | resetting 225 | active 910");
        assertThat(lesson.roles("main-a")).isEqualTo("active 1200");
    }

    @Test
    void M25_the_one_that_has_stepped_down_is_refreshed_five_minutes_later() {
        assertThat(duplex(LINK_LOST, "{at: 445800ms, fail: main-b}").line()).contains("restart→1 225s");
        assertThat(duplex(LINK_LOST, "{at: 445900ms, fail: main-b}").line()).isEqualTo("main 1200s");
    }

    @Test
    void R68_the_silence_counts_from_the_loss_of_the_link_when_the_active_dies_after_it() {
        Lesson lesson = duplex("{at: 60s, fail: arbiter-link}", "{at: 62s, fail: main-a}");
        assertThat(lesson.trace("main-b")).containsExactly("64.1 server-active");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 64 | active 1135");
    }

    @Test
    void R68_a_link_that_is_back_does_not_end_the_silence_of_a_dead_active() {
        Lesson lesson = duplex("{at: 60s, fail: main-a}", "{at: 61s, fail: arbiter-link, for: 1s}");
        assertThat(lesson.trace("main-b")).containsExactly("64.1 server-active");
    }

    @Test
    void R69_of_two_actives_the_other_goes_on_when_one_dies() {
        Lesson newer = duplex(LINK_LOST, "{at: 100s, fail: main-b}");
        assertThat(newer.roles("main-a")).isEqualTo("active 1200");
        assertThat(newer.line()).isEqualTo("main 1200s");
        Lesson older = duplex(LINK_LOST, "{at: 100s, fail: main-a}");
        assertThat(older.roles("main-b")).isEqualTo("standby 64 | active 1135");
        assertThat(older.line()).isEqualTo("main 1200s");
    }

    @Test
    void R68_one_that_comes_back_while_the_link_is_down_hears_nothing_either() {
        Lesson lesson =
                duplex("{at: 30s, fail: main-b}", "{at: 60s, fail: arbiter-link}", "{at: 90s, restore: main-b}");
        assertThat(lesson.trace("main-b")).containsSubsequence("94.1 two-actives", "94.1 system-restarted");
    }

    @Test
    void R71_an_interchange_whose_hand_off_fails_does_not_happen() {
        Lesson lesson = duplex("{at: 60s, interchange: main}", "{at: 65s, fail: arbiter-link, for: 2s}");
        assertThat(lesson.roles("main-a")).isEqualTo("active 60 | interchanging 5 | active 1135");
        assertThat(lesson.texts("main", "server-interchange-called-off"))
                .containsExactly("server interchange called off: the arbiter link failed");
    }

    @Test
    void R71_nobody_interchanges_servers_that_do_not_hear_each_other() {
        Lesson lesson = duplex(LINK_LOST, "{at: 61s, interchange: main}", "{at: 100s, interchange: main}");
        assertThat(lesson.trace("main")).containsExactly("61.0 command-refused", "100.0 command-refused");
        assertThat(lesson.texts("main", "command-refused").get(0))
                .isEqualTo("the command is refused: the arbiter link is down");
    }

    @Test
    void R62_M22_nor_do_they_compare_what_they_reach() {
        Lesson lesson = lab().sites("sites: [hq, recovery, branch]\n"
                        + "links: [{id: wan, between: [hq, branch]}, {id: spare, between: [recovery, branch]}]")
                .servers("{main: {site: hq, duplex: y, standby-site: recovery}}")
                .events("{at: 60s, fail: arbiter-link, for: 90s}", "{at: 70s, fail: spare, for: 20m}")
                .run();
        assertThat(lesson.trace("main")).containsExactly("450.0 server-interchange");
        assertThat(lesson.roles("main-a")).isEqualTo("active 150 | standby 300 | interchanging 10 | active 740");
    }

    @Test
    void R68_a_link_that_flaps_gives_two_actives_each_time() {
        Lesson lesson = duplex("{at: 60s, flap: arbiter-link, down: 5s, up: 10m, times: 2}");
        assertThat(lesson.roles("main-a")).isEqualTo("active 65 | standby 604 | active 530");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 64 | active 605 | standby 530");
        assertThat(lesson.history().serverInterchanges()).isEqualTo(2);
        assertThat(lesson.pn(1).totals().callsDropped()).isZero();
    }

    @Test
    void R69_the_older_active_does_not_go_on_with_the_restart_of_the_newer_one() {
        Lesson lesson = duplex("{at: 30s, fail: main-b, for: 10s}", LINK_LOST, "{at: 100s, fail: main-b}");
        assertThat(lesson.trace("main-b")).contains("64.1 system-restarted");
        assertThat(lesson.roles("main-a")).isEqualTo("active 1200");
    }
}
