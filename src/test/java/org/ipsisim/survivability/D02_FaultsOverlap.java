package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.junit.jupiter.api.Test;

/** Something that has failed for several reasons works again when the last of them is gone (M3). */
class D02_FaultsOverlap {
    private static String line(String... events) {
        return lab().lasting("3m").events(events).run().line();
    }

    @Test
    void failures_of_one_link_add_up() {
        assertThat(line("{at: 60s, fail: wan, for: 10s}", "{at: 65s, fail: wan, for: 8s}"))
                .isEqualTo("main 60s | lost 13s | main 107s");
    }

    @Test
    void failures_that_touch_are_one() {
        assertThat(line("{at: 60s, fail: wan, for: 5s}", "{at: 65s, fail: wan, for: 5s}"))
                .isEqualTo("main 60s | lost 10s | main 110s");
    }

    @Test
    void a_restore_ends_every_failure_begun_before_it() {
        assertThat(line("{at: 60s, fail: wan}", "{at: 62s, fail: wan, for: 10s}", "{at: 65s, restore: wan}"))
                .isEqualTo("main 60s | lost 5s | main 115s");
    }

    @Test
    void a_restore_ends_the_rest_of_a_flap() {
        assertThat(line("{at: 60s, flap: wan, down: 5s, up: 5s, times: 9}", "{at: 72s, restore: wan}"))
                .isEqualTo("main 60s | lost 5s | main 5s | lost 2s | main 108s");
    }

    @Test
    void a_failure_that_begins_at_the_instant_of_a_restore_stands() {
        assertThat(line("{at: 60s, fail: wan}", "{at: 65s, restore: wan}", "{at: 65s, fail: wan, for: 3s}"))
                .isEqualTo("main 60s | lost 8s | main 112s");
    }

    @Test
    void a_restored_link_does_not_help_while_its_site_has_failed() {
        assertThat(lab().lasting("3m")
                        .sites("sites: [hq, hub, branch]\n"
                                + "links: [{id: a, between: [hq, hub]}, {id: b, between: [hub, branch]}]")
                        .events("{at: 60s, fail: hub, for: 10s}", "{at: 60s, fail: a, for: 5s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 10s | main 110s");
    }

    @Test
    void a_second_way_keeps_the_contact_at_its_own_latency() {
        assertThat(lab().lasting("3m")
                        .sites("sites: [hq, hub, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 5ms},"
                                + " {id: a, between: [hq, hub], latency: 100ms}, {id: b, between: [hub, branch]}]")
                        .events("{at: 60s, fail: wan}", "{at: 90s, fail: a, for: 5s}")
                        .run()
                        .line())
                .isEqualTo("main 90.1s | lost 5s | main 84.9s");
    }

    @Test
    void the_control_path_of_a_port_network_is_its_connection_and_not_its_boards() {
        assertThat(line("{at: 60s, fail: pn-1, for: 20s}")).isEqualTo("main 60s | lost 14s | warm 6s | main 100s");
    }

    @Test
    void failures_that_touch_leave_no_trace_of_the_seam() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 5s}", "{at: 65s, fail: wan, for: 5s}")
                        .run()
                        .trace("wan"))
                .containsExactly("60.0 link-failed", "70.0 link-restored");
    }

    @Test
    void a_flap_fails_as_often_as_it_says() {
        assertThat(line("{at: 60s, flap: wan, down: 5s, up: 5s, times: 2}"))
                .isEqualTo("main 60s | lost 5s | main 5s | lost 5s | main 105s");
    }

    @Test
    void a_restore_ends_a_flap_also_at_the_instant_of_its_next_failure() {
        assertThat(line("{at: 60s, flap: wan, down: 5s, up: 5s, times: 9}", "{at: 70s, restore: wan}"))
                .isEqualTo("main 60s | lost 5s | main 115s");
    }
}
