package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.junit.jupiter.api.Test;

/** A heartbeat a second (R1, M3); while some are missing, nothing is reset yet (R6, R8, M5). */
class A01_HeartbeatsAndSilence {
    @Test
    void while_heartbeats_come_the_main_is_in_control() {
        assertThat(lab().run().line()).isEqualTo("main 1200s");
    }

    @Test
    void M5_silence_begins_with_the_first_heartbeat_that_does_not_come() {
        assertThat(lab().events("{at: 60500ms, fail: wan, for: 5s}").run().line())
                .isEqualTo("main 61s | lost 5s | main 1134s");
    }

    @Test
    void R8_one_missed_heartbeat_is_harmless() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 1ms}").run().line())
                .isEqualTo("main 60s | lost 1s | main 1139s");
    }

    @Test
    void M3_a_cut_between_two_heartbeats_is_not_noticed() {
        assertThat(lab().events("{at: 60001ms, fail: wan, for: 999ms}").run().line())
                .isEqualTo("main 1200s");
    }

    @Test
    void M3_a_link_that_fails_at_t_loses_the_heartbeat_of_t_and_one_restored_at_t_carries_it() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 2s}").run().line())
                .isEqualTo("main 60s | lost 2s | main 1138s");
    }

    @Test
    void M3_a_heartbeat_arrives_one_latency_after_it_was_sent() {
        assertThat(lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 20ms}]")
                        .events("{at: 60s, fail: wan, for: 2s}")
                        .run()
                        .line())
                .isEqualTo("main 60.02s | lost 2s | main 1137.98s");
    }

    @Test
    void M3_a_heartbeat_under_way_arrives_though_the_link_has_failed_meanwhile() {
        assertThat(lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 300ms}]")
                        .events("{at: 60100ms, fail: wan, for: 800ms}")
                        .run()
                        .line())
                .isEqualTo("main 1200s");
    }

    @Test
    void R1_the_interval_between_heartbeats_can_be_changed_for_a_laboratory() {
        assertThat(lab().with("timers: {heartbeat-interval: 5s}")
                        .events("{at: 61s, fail: wan, for: 5s}")
                        .run()
                        .line())
                .isEqualTo("main 65s | lost 5s | main 1130s");
    }

    @Test
    void M3_what_is_missed_is_missed_when_it_was_due_even_if_the_link_works_again_by_then() {
        assertThat(lab().sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 1500ms}]")
                        .events("{at: 60s, fail: wan, for: 500ms}")
                        .run()
                        .line())
                .isEqualTo("main 61.5s | lost 1s | main 1137.5s");
    }
}
