package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.phones.PhoneLab.lab;

import org.junit.jupiter.api.Test;

/** Refreshes are counted in the load of a session manager; what is not refreshed goes stale (U8). */
class U08_RefreshesAndStaleBindings {
    @Test
    void U8_a_refresh_takes_two_requests_as_a_nonce_is_good_for_one() {
        // at 0 and 450 s, with each of two controllers
        var lesson = lab().run();
        assertThat(lesson.manager("sm-1").requests()).isEqualTo(4);
        assertThat(lesson.manager("sm-2").requests()).isEqualTo(4);
        assertThat(lesson.manager("sm-1").load()).isEmpty();
    }

    @Test
    void U8_with_a_counted_nonce_it_takes_one() {
        assertThat(lab().settings("nonce: counted").run().manager("sm-1").requests())
                .isEqualTo(2);
    }

    @Test
    void U8_refreshes_of_a_second_in_which_phones_register_are_in_its_load() {
        var lesson = lab().phones(
                        "{name: desk, site: branch, extensions: 6001, controllers: [sm-1]}",
                        "{name: hall, site: hq, extensions: 6002-6011, controllers: [sm-1]}")
                .events("{at: 400s, fail: wan, for: 50s}", "{at: 400s, fail: wan-2, for: 50s}")
                .run();
        assertThat(lesson.manager("sm-1").load().get(0).at()).isEqualTo(465_000);
        var busy = lab().phones(
                        "{name: desk, site: branch, extensions: 6001, controllers: [sm-1]}",
                        "{name: hall, site: hq, extensions: 6002-6011, controllers: [sm-1]}")
                .settings("expires: 930s")
                .events("{at: 400s, fail: wan, for: 50s}", "{at: 400s, fail: wan-2, for: 50s}")
                .run();
        assertThat(busy.manager("sm-1").load().get(0).refresh()).isEqualTo(20);
    }

    @Test
    void U8_a_session_manager_that_phones_have_given_up_keeps_stale_bindings_until_they_expire() {
        assertThat(lab().events("{at: 60s, fail: wan}", "{at: 60s, fail: wan-2}")
                        .run()
                        .manager("sm-1")
                        .staleBindings())
                .isEqualTo(1);
        assertThat(lab().lasting("20m")
                        .events("{at: 60s, fail: wan}", "{at: 60s, fail: wan-2}")
                        .run()
                        .manager("sm-1")
                        .staleBindings())
                .isEqualTo(0);
    }

    @Test
    void U8_a_restart_clears_them() {
        assertThat(lab().events("{at: 60s, fail: wan}", "{at: 60s, fail: wan-2}", "{at: 5m, fail: sm-1, for: 1s}")
                        .run()
                        .manager("sm-1")
                        .staleBindings())
                .isEqualTo(0);
    }

    @Test
    void the_number_of_registered_phones_follows() {
        assertThat(lab().events("{at: 61s, fail: sm-1, for: 1s}")
                        .run()
                        .manager("sm-1")
                        .registered())
                .extracting(span -> span.from() + " " + span.value())
                .containsExactly("0 1", "61000 0", "76000 1");
    }
}
