package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Contact after the cold reset lets the controlling server restart the port network (R17, M9). */
class A06_ContactAfterTheColdReset {
    @Test
    void M9_while_it_waits_the_restart_begins_at_once() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 3m}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 76s | restart→1 60s | main 900s");
    }

    @Test
    void M9_during_the_cold_reset_the_restart_waits_for_its_end() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 80s}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | restart→1 60s | main 976s");
    }

    @Test
    void M9_it_may_return_to_silence() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 3m}", "{at: 290s, fail: wan, for: 14s}")
                        .run()
                        .line())
                .isEqualTo(
                        "main 60s | lost 14s | warm 60s | cold 30s | none 76s | restart→1 60s | lost 4s | main 896s");
    }

    @Test
    void M30_silence_during_the_restart_calls_it_off_and_it_begins_again_in_full() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 3m}", "{at: 250s, fail: wan, for: 30s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 76s | restart→1 24s | none 16s"
                        + " | restart→1 60s | main 860s");
    }

    @Test
    void M9_M30_it_shows_as_cold_until_the_cold_reset_is_over_even_if_silence_has_followed() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 76s}", "{at: 137s, fail: wan, for: 60s}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 33s | restart→1 60s | main 943s");
        assertThat(lesson.trace("pn-1")).contains("151.0 restart-called-off");
    }

    @Test
    void M30_contact_before_the_end_of_the_cold_reset_makes_it_due_again() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 80s}", "{at: 148s, fail: wan, for: 15s}")
                .run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | restart→1 60s | main 976s");
    }
}
