package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.phones.PhoneLab.lab;

import org.junit.jupiter.api.Test;

/** Which of its controllers a phone makes active, and when it goes back (U12); with one registration at a time (U9). */
class U12_ActivationAndFailback {
    private static final String CUT = "{at: 60s, fail: sm-1, for: 2m}";

    @Test
    void U12_a_phone_moves_to_the_best_of_the_others_and_back() {
        // the choice takes 5 s, three requests 3 ms each
        assertThat(lab().events(CUT).run().line())
                .isEqualTo(
                        "sm-1 60s | limbo 30s | moving sm-2 5.009s | sm-2 84.997s | moving sm-1 5.009s | sm-1 414.985s");
    }

    @Test
    void U12_with_manual_failback_it_stays_until_an_operator_sends_it_back() {
        PhoneLab lab = lab().settings("failback: manual");
        assertThat(lab.events(CUT).run().line()).isEqualTo("sm-1 60s | limbo 30s | moving sm-2 5.009s | sm-2 504.991s");
        assertThat(lab.events(CUT, "{at: 400s, failback: desk}").run().line())
                .endsWith("sm-2 304.991s | moving sm-1 5.009s | sm-1 194.991s");
        assertThat(lab.events(CUT, "{at: 400s, failback: all}").run().trace("desk"))
                .contains(
                        "400s an operator sends the phones back to their best controller",
                        "405.009s 1 phone moved to sm-1: it is their active controller");
    }

    @Test
    void U12_a_controller_that_is_lost_ends_its_activation() {
        assertThat(lab().settings("keepalive-misses: 1, activation-delay: 20s")
                        .events("{at: 60s, fail: sm-1}", "{at: 70s, fail: sm-2}")
                        .run()
                        .line())
                .isEqualTo("sm-1 60s | moving sm-2 15s | searching 525s");
    }

    @Test
    void U12_a_better_controller_that_registers_meanwhile_takes_its_place() {
        assertThat(lab().settings("activation-delay: 40s")
                        .events("{at: 60s, fail: sm-1, for: 50s}")
                        .run()
                        .line())
                .isEqualTo("sm-1 60s | limbo 30s | moving sm-2 30.006s | moving sm-1 40.009s | sm-1 439.985s");
    }

    @Test
    void U12_a_request_that_is_not_answered_ends_the_activation_and_it_begins_again_after_a_wait() {
        // lost at 90 s; the request of 95 s goes into the void until the time-out of 2 s, the wait takes 30 s
        assertThat(lab().links("[{id: wan, between: [hq, branch]}, {id: wan-2, between: [dr, branch]}]")
                        .settings("answer-timeout: 2s")
                        .events("{at: 60s, fail: wan}", "{at: 92s, fail: wan-2, for: 20s}")
                        .run()
                        .line())
                .startsWith("sm-1 60s | limbo 30s | moving sm-2 7s | searching 30s | moving sm-2 5.009s | ");
    }

    @Test
    void U12_a_phone_whose_failback_fails_is_in_service_meanwhile() {
        assertThat(lab().settings("answer-timeout: 2s")
                        .links("[{id: wan, between: [hq, branch]}, {id: wan-2, between: [dr, branch]}]")
                        .events("{at: 60s, fail: wan, for: 2m}", "{at: 182s, fail: wan, for: 5s}")
                        .run()
                        .line())
                .endsWith("sm-2 0.006s | moving sm-1 7s | sm-2 30s | moving sm-1 5.009s | sm-1 377.985s");
    }

    @Test
    void U9_one_at_a_time_a_phone_registers_with_the_first_that_it_reaches() {
        assertThat(lab().settings("registration: alternate").events(CUT).run().line())
                .isEqualTo("sm-1 60s | limbo 30s | registering 0.006s | moving sm-2 5.009s | sm-2 84.997s"
                        + " | moving sm-1 5.009s | sm-1 414.979s");
    }

    @Test
    void U9_one_at_a_time_it_keeps_no_worse_registration_than_its_active_one() {
        var lesson = lab().settings("registration: alternate").events(CUT).run();
        assertThat(lesson.manager("sm-2").registered())
                .extracting(span -> span.from() + " " + span.value())
                .containsExactly("0 0", "91000 1", "186000 0");
        assertThat(lesson.manager("sm-2").staleBindings()).isEqualTo(1);
    }
}
