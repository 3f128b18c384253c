package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.history.CallOutcome;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/**
 * Stable calls that dropped are made again some time after service is back, unless the scenario says otherwise (T9). With {@code never} a call
 * drops once in a run, however often the port network goes out. A cut of 2 min: cold reset 74 s after it, contact at its end,
 * a restart of 60 s.
 */
class F06_PeopleDialAgain {
    private static final String TWO_CUTS = "{at: 60s, fail: wan, for: 2m}, {at: 600s, fail: wan, for: 2m}";

    private static Lesson run(String calls, String... events) {
        return lab().portNetworks("[{pn: 1, site: branch, calls: {" + calls + "}}]")
                .events(events)
                .run();
    }

    @Test
    void T9_as_many_calls_are_up_again_after_that_time_in_service() {
        Lesson lesson = run("pn: 40, ip: 10, redial: 5m", TWO_CUTS);
        assertThat(lesson.line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 16s | restart→1 60s"
                        + " | main 360s | lost 14s | warm 60s | cold 30s | none 16s | restart→1 60s | main 420s");
        assertThat(lesson.trace("pn-1"))
                .contains(
                        "134.0 calls-dropped",
                        "540.0 calls-redialled",
                        "674.0 calls-dropped",
                        "1080.0 calls-redialled");
        assertThat(lesson.pn(1).pnCalls()).isEqualTo(new CallOutcome(40, 80, 40, 80));
        assertThat(lesson.pn(1).pnCalls().kept()).isEqualTo(40);
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(80);
    }

    @Test
    void T9_without_it_they_drop_once() {
        Lesson lesson = run("pn: 40, ip: 10, redial: never", TWO_CUTS);
        assertThat(lesson.pn(1).pnCalls()).isEqualTo(new CallOutcome(40, 40, 40, 0));
        assertThat(lesson.trace("pn-1")).isNotEmpty().noneMatch(entry -> entry.endsWith("calls-redialled"));
    }

    @Test
    void T9_nobody_dials_while_service_is_not_back_for_long_enough() {
        Lesson lesson = run("pn: 40, redial: 5m", "{at: 60s, fail: wan, for: 2m}", "{at: 520s, fail: wan, for: 2m}");
        assertThat(lesson.trace("pn-1"))
                .as("the warm reset of the second cut comes 6 s before they would have dialled")
                .doesNotContain("540.0 calls-redialled");
        assertThat(lesson.pn(1).pnCalls()).isEqualTo(new CallOutcome(40, 40, 40, 40));
    }

    @Test
    void T9_a_silence_without_a_reset_changes_nothing() {
        Lesson lesson = run("pn: 40, redial: 5m", "{at: 60s, fail: wan, for: 2m}", "{at: 400s, fail: wan, for: 10s}");
        assertThat(lesson.trace("pn-1")).contains("410.0 contact-restored", "540.0 calls-redialled");
    }

    @Test
    void T9_they_follow_from_the_return_to_service() {
        assertThat(run("pn: 40, redial: 5m", "{at: 60s, fail: wan, for: 2m}").causesOf("pn-1", "calls-redialled"))
                .startsWith("calls-redialled", "in-service", "pn-restarted");
    }

    @Test
    void T9_they_drop_again_when_the_port_network_returns_to_the_main() {
        Lesson lesson = run(
                "pn: 40, redial: 2m",
                "{at: 60s, fail: wan, for: 10m}",
                "{at: 900s, forced-takeover: 1, port-networks: 1}");
        assertThat(lesson.pn(1).totals().failovers()).isEqualTo(1);
        assertThat(lesson.trace("pn-1"))
                .contains(
                        "134.0 calls-dropped",
                        "614.0 calls-redialled",
                        "900.0 calls-dropped",
                        "1080.0 calls-redialled");
    }

    /** Power is back at 120 s, the restart over at 180 s. */
    @Test
    void T9_M32_calls_between_IP_phones_are_made_again_when_their_building_has_power_again() {
        Lesson lesson = run("pn: 40, ip: 10, redial: 5m", "{at: 60s, fail: branch, for: 60s}");
        assertThat(lesson.texts("pn-1", "calls-redialled")).containsExactly("50 calls dialled again");
        assertThat(lesson.trace("pn-1")).contains("480.0 calls-redialled");
        assertThat(lesson.pn(1).ipCalls()).isEqualTo(new CallOutcome(10, 10, 0, 10));
    }

    @Test
    void T9_M32_they_drop_again_when_the_building_loses_its_power_again() {
        Lesson lesson = run(
                "pn: 40, ip: 10, redial: 5m",
                "{at: 60s, fail: branch, for: 60s}",
                "{at: 600s, fail: branch, for: 60s}");
        assertThat(lesson.trace("pn-1")).contains("480.0 calls-redialled", "1020.0 calls-redialled");
        assertThat(lesson.pn(1).ipCalls()).isEqualTo(new CallOutcome(10, 20, 0, 20));
        assertThat(lesson.pn(1).pnCalls()).isEqualTo(new CallOutcome(40, 80, 0, 80));
    }

    /** A restart of no time at 300 s: they dial at 480 s nevertheless, 5 min after service came back. */
    @Test
    void T9_a_break_of_no_time_does_not_put_it_off() {
        Lesson lesson = lab().with("enforce-ranges: n")
                .with("timers: {pn-restart-duration: 0s}")
                .portNetworks("[{pn: 1, site: branch, calls: {pn: 40, redial: 5m}}]")
                .events("{at: 60s, fail: wan, for: 2m}", "{at: 300s, forced-takeover: 10, port-networks: 1}")
                .run();
        assertThat(lesson.trace("pn-1")).contains("180.0 in-service", "300.0 in-service", "480.0 calls-redialled");
    }
}
