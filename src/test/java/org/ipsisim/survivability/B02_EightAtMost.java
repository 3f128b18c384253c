package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** A list holds eight servers; what happens to a ninth (R29, R35, Q2, M18). */
class B02_EightAtMost {
    /** Cores 11, 12, ... with scores 91, 92, ...: the later the better. Each can be failed by its own name. */
    private static Lab estateOf(int cores) {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= cores; i++) {
            all.add("{cluster: " + (10 + i) + ", site: hq, priority-score: " + (90 + i) + "}");
        }
        return lab().lasting("1h").servers("{main: {site: hq}, survivable-cores: " + all + "}");
    }

    @Test
    void R29_the_main_and_the_best_seven_cores() {
        assertThat(estateOf(7).run().list(1, 0)).containsExactly(1, 17, 16, 15, 14, 13, 12, 11);
        assertThat(estateOf(9).run().list(1, 0)).containsExactly(1, 19, 18, 17, 16, 15, 14, 13);
    }

    @Test
    void R35_M18_a_refused_server_tries_again_every_fifteen_minutes() {
        Lesson lesson = estateOf(8).events("{at: 60s, fail: sc-15}").run();
        assertThat(lesson.list(1, 74)).containsExactly(1, 18, 17, 16, 14, 13, 12);
        assertThat(lesson.list(1, 899)).containsExactly(1, 18, 17, 16, 14, 13, 12);
        assertThat(lesson.list(1, 900)).containsExactly(1, 18, 17, 16, 14, 13, 12, 11);
    }

    @Test
    void M18_a_refused_server_goes_on_trying() {
        Lesson lesson = estateOf(8).events("{at: 20m, fail: sc-15}").run();
        assertThat(lesson.list(1, 1799)).doesNotContain(11);
        assertThat(lesson.list(1, 1800)).contains(11);
        Lesson later = estateOf(8).events("{at: 40m, fail: sc-15}").run();
        assertThat(later.list(1, 2699)).doesNotContain(11);
        assertThat(later.list(1, 2700)).contains(11);
    }

    @Test
    void M18_a_better_newcomer_takes_the_place_of_the_worst() {
        Lesson lesson = estateOf(8)
                .events("{at: 60s, fail: sc-18, for: 30m}", "{at: 40m, fail: sc-17}")
                .run();
        assertThat(lesson.list(1, 1000)).containsExactly(1, 17, 16, 15, 14, 13, 12, 11);
        assertThat(lesson.list(1, 1859)).containsExactly(1, 17, 16, 15, 14, 13, 12, 11);
        assertThat(lesson.list(1, 1860)).containsExactly(1, 18, 17, 16, 15, 14, 13, 12);
        assertThat(lesson.list(1, 2420)).containsExactly(1, 18, 16, 15, 14, 13, 12);
        assertThat(lesson.list(1, 2759)).doesNotContain(11);
        assertThat(lesson.list(1, 2760)).contains(11);
    }

    @Test
    void M18_the_main_gets_a_place_when_it_comes_back() {
        Lesson lesson = estateOf(8).events("{at: 60s, fail: main, for: 20m}").run();
        assertThat(lesson.list(1, 1000)).containsExactly(18, 17, 16, 15, 14, 13, 12, 11);
        assertThat(lesson.list(1, 1260)).containsExactly(1, 18, 17, 16, 15, 14, 13, 12);
    }

    @Test
    void M18_a_server_that_cannot_be_reached_when_it_tries_again_connects_as_soon_as_it_can() {
        Lesson lesson = estateOf(8)
                .events("{at: 60s, fail: sc-15}", "{at: 890s, fail: sc-11, for: 20s}")
                .run();
        assertThat(lesson.list(1, 909)).doesNotContain(11);
        assertThat(lesson.list(1, 910)).contains(11);
    }

    @Test
    void M18_the_controlling_core_is_never_displaced() {
        Lesson lesson = estateOf(8)
                .events(
                        "{at: 60s, fail: main}",
                        "{at: 61s, fail: sc-18, for: 30m}",
                        "{at: 61s, fail: sc-17, for: 30m}",
                        "{at: 61s, fail: sc-16, for: 30m}",
                        "{at: 61s, fail: sc-15, for: 30m}",
                        "{at: 61s, fail: sc-14, for: 30m}",
                        "{at: 61s, fail: sc-13, for: 30m}",
                        "{at: 61s, fail: sc-12, for: 30m}",
                        "{at: 40m, restore: main}")
                .run();
        assertThat(lesson.pn(1).spanAt(2_390_000).controller()).isEqualTo(11);
        assertThat(lesson.list(1, 2390)).containsExactly(18, 17, 16, 15, 14, 13, 12, 11);
        assertThat(lesson.list(1, 2400)).containsExactly(1, 18, 17, 16, 15, 14, 13, 11);
    }

    @Test
    void M18_one_that_was_out_of_reach_for_a_try_and_is_refused_again_counts_from_then() {
        Lesson lesson = estateOf(8)
                .events("{at: 890s, fail: sc-11, for: 20s}", "{at: 1700s, fail: sc-15}")
                .run();
        assertThat(lesson.list(1, 1809)).doesNotContain(11);
        assertThat(lesson.list(1, 1810)).contains(11);
    }

    @Test
    void M18_one_that_was_displaced_waits_its_time_even_if_it_fails_meanwhile() {
        Lesson lesson = estateOf(8)
                .events(
                        "{at: 60s, fail: sc-18, for: 30m}",
                        "{at: 1900s, fail: sc-11, for: 30s}",
                        "{at: 40m, fail: sc-17}")
                .run();
        assertThat(lesson.list(1, 1860)).doesNotContain(11);
        assertThat(lesson.list(1, 2759)).doesNotContain(11);
        assertThat(lesson.list(1, 2760)).contains(11);
    }

    @Test
    void M18_one_that_has_got_in_tries_no_more() {
        Lesson lesson = estateOf(8)
                .events("{at: 60s, fail: sc-15}", "{at: 1000s, fail: sc-14}", "{at: 1795s, fail: sc-11}")
                .run();
        assertThat(lesson.list(1, 1808)).contains(11);
        assertThat(lesson.list(1, 1809)).doesNotContain(11);
    }

    @Test
    void M18_M28_an_IPSI_that_starts_anew_has_refused_nobody() {
        Lesson lesson = estateOf(8)
                .events("{at: 60s, fail: sc-15}", "{at: 300s, fail: ipsi-1a, for: 10s}")
                .run();
        assertThat(lesson.list(1, 299)).doesNotContain(11);
        assertThat(lesson.list(1, 310)).contains(11);
        assertThat(lesson.list(1, 950)).contains(11);
    }

    @Test
    void M2_M18_a_place_that_a_takeover_frees_comes_too_late_for_a_try_of_that_instant() {
        Lesson lesson = estateOf(8)
                .events(
                        "{at: 60s, forced-takeover: 18, port-networks: 1}",
                        "{at: 900s, forced-takeover: 1, port-networks: 1}")
                .run();
        assertThat(lesson.list(1, 901)).containsExactly(1, 17, 16, 15, 14, 13, 12);
        assertThat(lesson.list(1, 1021)).containsExactly(1, 18, 17, 16, 15, 14, 13, 12);
    }

    @Test
    void M17_M18_a_refused_server_that_takes_over_has_a_socket_like_any_other() {
        Lesson lesson = estateOf(8)
                .events("{at: 60s, forced-takeover: 11, port-networks: 1}", "{at: 895s, fail: sc-11}")
                .run();
        assertThat(lesson.list(1, 60)).containsExactly(1, 18, 17, 16, 15, 14, 13, 11);
        assertThat(lesson.list(1, 908)).contains(11);
        assertThat(lesson.list(1, 909)).doesNotContain(11);
    }

    @Test
    void M18_a_core_that_controls_no_more_can_be_displaced() {
        Lesson lesson = estateOf(8)
                .with("timers: {survivable-core-reset: 0s}")
                .events(
                        "{at: 60s, forced-takeover: 11, port-networks: 1}",
                        "{at: 300s, forced-takeover: 1, port-networks: 1}")
                .run();
        assertThat(lesson.list(1, 959)).containsExactly(1, 18, 17, 16, 15, 14, 13, 11);
        assertThat(lesson.list(1, 960)).containsExactly(1, 18, 17, 16, 15, 14, 13, 12);
    }
}
