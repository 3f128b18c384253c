package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.phones.PhoneLab.lab;

import org.junit.jupiter.api.Test;

/** A phone finds a controller lost when the third keep-alive in a row is not answered (U3); until then it is in limbo. */
class U03_KeepalivesAndLimbo {
    @Test
    void U6_at_the_start_every_phone_is_in_service_on_its_first_controller() {
        assertThat(lab().run().line()).isEqualTo("sm-1 600s");
    }

    @Test
    void U3_the_third_unanswered_keepalive_in_a_row_makes_a_controller_lost() {
        assertThat(lab().events("{at: 50s, fail: wan}", "{at: 50s, fail: wan-2}")
                        .run()
                        .line())
                .isEqualTo("sm-1 50s | limbo 40s | searching 510s");
    }

    @Test
    void U2_a_keepalive_of_the_instant_of_the_cut_is_not_answered_and_one_of_the_repair_is() {
        PhoneLab lab = lab().links("[{id: wan, between: [hq, branch]}, {id: core, between: [hq, dr]}]");
        assertThat(lab.events("{at: 60s, fail: wan, for: 30s}").run().line())
                .isEqualTo("sm-1 60s | limbo 30s | sm-1 510s");
        assertThat(lab.events("{at: 60s, fail: wan, for: 30001ms}").run().line())
                .startsWith("sm-1 60s | limbo 30s | searching 30s");
    }

    @Test
    void U3_a_cut_shorter_than_detection_is_never_noticed() {
        var lesson = lab().links("[{id: wan, between: [hq, branch]}, {id: core, between: [hq, dr]}]")
                .events("{at: 60s, fail: wan, for: 29999ms}")
                .run();
        assertThat(lesson.line()).isEqualTo("sm-1 60s | limbo 29.999s | sm-1 510.001s");
        assertThat(lesson.manager("sm-1").load()).isEmpty();
    }

    @Test
    void U3_one_answered_keepalive_begins_the_count_again() {
        assertThat(lab().links("[{id: wan, between: [hq, branch]}, {id: core, between: [hq, dr]}]")
                        .events("{at: 60s, fail: wan, for: 25s}", "{at: 91s, fail: wan, for: 25s}")
                        .run()
                        .line())
                .isEqualTo("sm-1 60s | limbo 25s | sm-1 6s | limbo 25s | sm-1 484s");
    }

    @Test
    void U3_a_repair_between_two_keepalives_does_not_begin_it_again() {
        assertThat(lab().phones("{name: desk, site: branch, extensions: 6001, controllers: [sm-1]}")
                        .links("[{id: wan, between: [hq, branch]}, {id: core, between: [hq, dr]}]")
                        .events("{at: 60s, fail: wan, for: 16s}", "{at: 80s, fail: wan, for: 1m}")
                        .run()
                        .line())
                .startsWith("sm-1 60s | limbo 16s | sm-1 4s | limbo 10s | searching");
    }

    @Test
    void U4_a_session_manager_that_is_back_answers_with_a_reset() {
        assertThat(lab().events("{at: 61s, fail: sm-1, for: 1s}").run().line())
                .isEqualTo("sm-1 61s | limbo 14s | moving sm-2 0.006s | moving sm-1 5.009s | sm-1 519.985s");
    }

    @Test
    void U5_even_phases_spread_the_phones_over_the_interval() {
        var lesson = lab().phones("{name: desk, site: branch, extensions: 6001-6003, controllers: [sm-1]}")
                .phase("even")
                .events("{at: 60s, fail: sm-1}")
                .run();
        assertThat(lesson.line(6001)).startsWith("sm-1 60s | limbo 30s | searching");
        assertThat(lesson.line(6002)).startsWith("sm-1 60s | limbo 35s | searching");
        assertThat(lesson.line(6003)).startsWith("sm-1 60s | limbo 40s | searching");
    }
}
