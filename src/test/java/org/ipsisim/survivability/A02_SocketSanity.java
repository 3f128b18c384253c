package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** After the socket sanity time-out the IPSI takes itself for sick (R4, R5, R10, M4). */
class A02_SocketSanity {
    @Test
    void M4_fourteen_missed_heartbeats_are_just_not_enough() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 14s}").run().line())
                .isEqualTo("main 60s | lost 14s | main 1126s");
    }

    @Test
    void M4_the_time_out_counts_from_the_last_contact_and_fifteen_missed_heartbeats_are_a_warm_reset() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 15s}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 4s | main 1122s");
    }

    @Test
    void R5_at_three_seconds_it_takes_three_consecutive_misses() {
        Lab lab = lab().with("timers: {socket-sanity-timeout: 3s}");
        assertThat(lab.events("{at: 60s, fail: wan, for: 2s}").run().line())
                .isEqualTo("main 60s | lost 2s | main 1138s");
        assertThat(lab.events("{at: 60s, fail: wan, for: 3s}").run().line())
                .isEqualTo("main 60s | lost 2s | warm 4s | main 1134s");
    }

    @Test
    void R4_before_CM_5_three_missed_heartbeats_are_the_default() {
        assertThat(lab().with("release: cm-3.0")
                        .events("{at: 60s, fail: wan, for: 3s}")
                        .run()
                        .pn(1)
                        .totals()
                        .warmResets())
                .isEqualTo(1);
    }

    @Test
    void M4_a_time_out_shorter_than_the_interval_resets_between_any_two_heartbeats() {
        assertThat(lab().lasting("12s")
                        .with(
                                "enforce-ranges: n\n"
                                        + "timers: {heartbeat-interval: 5s, socket-sanity-timeout: 3s, warm-reset-duration: 1s}")
                        .run()
                        .line())
                .isEqualTo("main 3s | warm 2s | main 3s | warm 2s | main 2s");
    }

    @Test
    void M4_a_change_of_the_time_out_counts_from_the_next_heartbeat_on() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 40s}", "{at: 65s, set-timers: {socket-sanity-timeout: 3s}}")
                        .run()
                        .line())
                .startsWith("main 60s | lost 14s | warm");
        assertThat(lab().events("{at: 60s, fail: wan, for: 40s}", "{at: 59s, set-timers: {socket-sanity-timeout: 3s}}")
                        .run()
                        .line())
                .startsWith("main 60s | lost 2s | warm");
    }

    @Test
    void M4_an_arrival_at_the_very_end_of_the_time_out_counts() {
        assertThat(lab().with("timers: {heartbeat-interval: 3s, socket-sanity-timeout: 3s}")
                        .run()
                        .line())
                .isEqualTo("main 1200s");
    }

    @Test
    void M4_a_time_out_that_becomes_shorter_than_the_interval_resets_without_any_fault() {
        Lesson lesson = lab().lasting("30s")
                .with("enforce-ranges: n\ntimers: {heartbeat-interval: 5s, warm-reset-duration: 1s}")
                .events("{at: 12s, set-timers: {socket-sanity-timeout: 3s}}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 18s | warm 2s | main 3s | warm 2s | main 3s | warm 2s");
        assertThat(lesson.texts("pn-1", "warm-reset")).first().asString().contains("after 3s of silence");
        assertThat(lesson.list(1, 17)).containsExactly(1, 10);
        assertThat(lesson.list(1, 18)).isEmpty();
        assertThat(lesson.list(1, 20)).containsExactly(1, 10);
    }
}
