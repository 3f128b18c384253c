package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** A warm reset keeps the calls and lets none start (R10 to R12, M6). */
class A03_WarmReset {
    @Test
    void M6_contact_ends_it_when_the_reset_itself_is_over() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 16s}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 4s | main 1122s");
    }

    @Test
    void M6_contact_after_the_reset_ends_it_at_once() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 30s}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 16s | main 1110s");
    }

    @Test
    void R12_stable_calls_stay_up_and_are_frozen() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 30s}").run();
        assertThat(lesson.pn(1).pnCalls().kept()).isEqualTo(40);
        assertThat(lesson.pn(1).pnCalls().frozen()).isEqualTo(40);
        assertThat(lesson.pn(1).ipCalls().frozen()).isEqualTo(10);
        assertThat(lesson.pn(1).totals().callsDropped()).isZero();
        assertThat(lesson.pn(1).totals().degraded()).isEqualTo(16_000);
        assertThat(lesson.pn(1).totals().outage()).isZero();
    }

    @Test
    void M6_service_returns_as_silence_if_the_heartbeat_due_then_did_not_come() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 15s}", "{at: 76s, fail: wan, for: 5s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 4s | lost 3s | main 1119s");
    }

    @Test
    void M6_a_second_time_out_before_its_end_starts_a_new_warm_reset() {
        Lesson lesson = lab().with("timers: {socket-sanity-timeout: 3s, warm-reset-duration: 20s}")
                .events("{at: 60s, fail: wan, for: 4s}", "{at: 65s, fail: wan, for: 60s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 2s | warm 63s | main 1075s");
        assertThat(lesson.pn(1).totals().warmResets()).isEqualTo(2);
    }

    @Test
    void its_causes_lead_back_to_the_cut() {
        assertThat(lab().events("{at: 60s, fail: wan}").run().causesOf("pn-1", "warm-reset"))
                .containsExactly("warm-reset", "contact-lost", "link-failed");
    }
}
