package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** A port network that is cold comes into service by a whole restart and by nothing else (M30). */
class A09_AColdPortNetworkNeedsItsRestart {
    @Test
    void M30_silence_while_the_restart_is_due_calls_it_off() {
        Lesson lesson = lab().events("{at: 100s, fail: wan, for: 80s}", "{at: 181s, fail: wan, for: 25s}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 100s | lost 14s | warm 60s | cold 30s | none 2s | restart→1 60s | main 934s");
        assertThat(lesson.trace("pn-1")).contains("195.0 restart-called-off", "206.0 pn-restarted", "266.0 in-service");
        assertThat(lesson.pn(1).totals().warmResets()).isEqualTo(1);
        assertThat(lesson.pn(1).totals().coldResets()).isEqualTo(1);
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
    }

    @Test
    void M30_silence_while_it_restarts_calls_it_off() {
        Lesson lesson = lab().events("{at: 100s, fail: wan, for: 110s}", "{at: 230s, fail: wan, for: 20s}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 100s | lost 14s | warm 60s | cold 30s | none 6s | restart→1 34s | none 6s"
                        + " | restart→1 60s | main 890s");
    }

    @Test
    void M12_M30_a_restart_by_a_core_is_called_off_alike() {
        Lesson lesson = lab().events("{at: 100s, fail: wan}", "{at: 480s, fail: sc-10, for: 20s}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 100s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 20s | none 6s"
                        + " | restart→10 60s | sc-10 640s");
    }

    @Test
    void M30_silence_shorter_than_the_sanity_time_out_changes_nothing() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 3m}", "{at: 250s, fail: wan, for: 14s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 76s | restart→1 60s | main 900s");
    }

    @Test
    void M7_M8_M30_the_timers_run_from_the_silence_that_calls_it_off() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 3m}", "{at: 250s, fail: wan}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .containsSubsequence(
                        "264.0 restart-called-off", "324.0 cold-reset", "624.0 service-requested", "624.0 taken-over");
        assertThat(lesson.pn(1).totals().callsDropped())
                .as("nothing drops twice")
                .isEqualTo(40);
    }

    @Test
    void M28_M30_so_does_one_that_had_no_power() {
        Lesson lesson = lab().events("{at: 60s, fail: branch, for: 60s}", "{at: 130s, fail: wan, for: 20s}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 60s | down 60s | restart→1 24s | none 6s | restart→1 60s | main 990s");
    }

    @Test
    void M24_M30_a_restart_of_the_whole_system_is_over_for_none_before_it_is_over() {
        Lesson lesson = lab().servers("{main: {site: hq, duplex: y, standby-site: hq}}")
                .events(
                        "{at: 60s, fail: main-a, for: 5s}",
                        "{at: 100s, fail: main-b}",
                        "{at: 120s, fail: wan, for: 30s}")
                .run();
        assertThat(lesson.trace("main-a")).contains("104.1 system-restarted");
        assertThat(lesson.trace("pn-1"))
                .containsSubsequence("134.0 restart-called-off", "150.0 pn-restarted", "329.1 in-service");
    }

    @Test
    void M30_one_more_failure_never_brings_service_sooner() {
        Lesson one = lab().events("{at: 60s, fail: wan, for: 3m}").run();
        for (int at = 241; at < 300; at++) {
            for (int length = 1; length < 60; length += 7) {
                Lesson two = lab().events(
                                "{at: 60s, fail: wan, for: 3m}", "{at: " + at + "s, fail: wan, for: " + length + "s}")
                        .run();
                assertThat(two.pn(1).totals().outage())
                        .as("cut again at %s s for %s s", at, length)
                        .isGreaterThanOrEqualTo(one.pn(1).totals().outage());
            }
        }
    }
}
