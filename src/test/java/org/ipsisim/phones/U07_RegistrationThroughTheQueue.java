package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.phones.PhoneLab.lab;

import org.ipsisim.history.SessionManagerHistory.Load;
import org.junit.jupiter.api.Test;

/** Two requests register a phone (U7); each waits in the queue of the session manager (U11), but not for ever (U10). */
class U07_RegistrationThroughTheQueue {
    private static final String ONE = "{name: desk, site: branch, extensions: 6001, controllers: [sm-1]}";
    private static final String THREE = "{name: desk, site: branch, extensions: 6001-6003, controllers: [sm-1]}";

    @Test
    void U7_two_requests_of_one_millisecond_there_one_of_service_and_one_back() {
        var lesson = lab().phones(ONE).events("{at: 61s, fail: sm-1, for: 1s}").run();
        assertThat(lesson.line())
                .isEqualTo("sm-1 61s | limbo 14s | registering 0.006s | moving sm-1 5.009s | sm-1 519.985s");
        assertThat(lesson.manager("sm-1").load().get(0)).isEqualTo(new Load(75_000, 2, 0, 0, 0, 1, 0));
    }

    @Test
    void U1_a_message_takes_the_latency_of_the_way() {
        assertThat(lab().phones(ONE)
                        .links("[{id: wan, between: [hq, branch], latency: 100ms}, {id: core, between: [hq, dr]}]")
                        .events("{at: 61s, fail: sm-1, for: 1s}")
                        .run()
                        .line())
                .isEqualTo("sm-1 61s | limbo 14s | registering 0.402s | moving sm-1 5.603s | sm-1 518.995s");
    }

    @Test
    void U1_links_of_one_control_network_carry_no_phones() {
        assertThat(lab().phones(ONE)
                        .links(
                                "[{id: wan, between: [hq, branch], control-network: a}, {id: wan-2, between: [dr, branch]},"
                                        + " {id: core, between: [hq, dr]}]")
                        .events("{at: 60s, fail: core, for: 5s}")
                        .run()
                        .line())
                .isEqualTo("sm-1 60s | limbo 5s | sm-1 535s");
    }

    @Test
    void U9_an_attempt_at_a_controller_that_is_not_reached_fails_at_once_and_is_made_again_after_the_wait() {
        assertThat(lab().phones(ONE)
                        .events("{at: 60s, fail: sm-1, for: 2m}")
                        .run()
                        .line())
                .isEqualTo(
                        "sm-1 60s | limbo 30s | searching 90s | registering 0.006s | moving sm-1 5.009s | sm-1 414.985s");
    }

    @Test
    void U11_requests_are_served_one_after_another_in_the_order_of_extensions() {
        var lesson = lab().phones(THREE)
                .capacity("requests-per-second: 1")
                .settings("activation-requests: 0")
                .events("{at: 61s, fail: sm-1, for: 1s}")
                .run();
        // 6001 is challenged at 76.001, 6002 at 77.001, 6003 at 78.001; their second requests queue behind
        assertThat(lesson.line(6001)).startsWith("sm-1 61s | limbo 14s | registering 4.002s | moving sm-1 5s");
        assertThat(lesson.line(6002)).startsWith("sm-1 61s | limbo 14s | registering 5.002s | moving sm-1 5s");
        assertThat(lesson.line(6003)).startsWith("sm-1 61s | limbo 14s | registering 6.002s | moving sm-1 5s");
        assertThat(lesson.manager("sm-1").peakQueue()).isEqualTo(3);
    }

    @Test
    void U11_a_request_that_finds_the_queue_full_is_refused_and_the_phone_waits_as_long_as_retry_after_says() {
        var lesson = lab().phones(THREE)
                .capacity("requests-per-second: 1, queue: 2")
                .settings("activation-requests: 0, retry-after: {min: 40s, max: 40s}")
                .events("{at: 61s, fail: sm-1, for: 1s}")
                .run();
        assertThat(lesson.line(6003))
                .startsWith("sm-1 61s | limbo 14s | registering 0.002s | searching 40s | registering 2.004s");
        assertThat(lesson.manager("sm-1").refused()).isEqualTo(1);
        assertThat(lesson.trace("sm-1")).contains("75.001s overloaded: 1 request refused, 0 answers too late");
    }

    @Test
    void U10_an_answer_that_comes_too_late_is_useless_work() {
        var lesson = lab().phones(THREE)
                .capacity("requests-per-second: 1")
                .settings("activation-requests: 0, answer-timeout: 2s")
                .events("{at: 61s, fail: sm-1, for: 1s}")
                .run();
        assertThat(lesson.line(6002)).startsWith("sm-1 61s | limbo 14s | registering 2s | searching 30s");
        assertThat(lesson.manager("sm-1").useless()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void U4_a_session_manager_that_fails_loses_the_requests_in_its_queue() {
        var lesson = lab().phones(THREE)
                .capacity("requests-per-second: 1")
                .events("{at: 61s, fail: sm-1, for: 1s}", "{at: 75500ms, fail: sm-1, for: 1s}")
                .run();
        assertThat(lesson.manager("sm-1").lost()).isEqualTo(3);
        assertThat(lesson.line()).startsWith("sm-1 61s | limbo 14s | registering 32s | searching 30s | registering");
    }
}
