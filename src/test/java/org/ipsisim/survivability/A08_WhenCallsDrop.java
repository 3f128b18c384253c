package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** The sources disagree when calls drop; the article says at the cold reset (conflict C2, R18, R26, M15). */
class A08_WhenCallsDrop {
    private static Lesson run(String reading) {
        return lab().with("timers: {calls-drop: " + reading + "}")
                .events("{at: 60s, fail: wan}")
                .run();
    }

    @Test
    void M15_at_the_cold_reset() {
        assertThat(run("at-cold-reset").trace("pn-1")).contains("134.0 calls-dropped");
        assertThat(run("at-cold-reset").causesOf("pn-1", "calls-dropped"))
                .containsExactly("calls-dropped", "cold-reset", "warm-reset", "contact-lost", "link-failed");
    }

    @Test
    void M15_at_the_warm_reset_and_not_again() {
        Lesson lesson = run("at-warm-reset");
        assertThat(lesson.trace("pn-1")).contains("74.0 calls-dropped").doesNotContain("134.0 calls-dropped");
        assertThat(lesson.causesOf("pn-1", "calls-dropped"))
                .containsExactly("calls-dropped", "warm-reset", "contact-lost", "link-failed");
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
        assertThat(lesson.pn(1).ipCalls().kept())
                .as("calls between IP phones stay")
                .isEqualTo(10);
    }

    @Test
    void M15_a_short_silence_drops_calls_in_no_reading() {
        for (String reading : new String[] {"at-warm-reset", "at-cold-reset", "at-takeover"}) {
            Lesson lesson = lab().with("timers: {calls-drop: " + reading + "}")
                    .events("{at: 60s, fail: wan, for: 14s}")
                    .run();
            assertThat(lesson.pn(1).totals().callsDropped()).as(reading).isZero();
        }
    }

    @Test
    void M15_at_the_takeover() {
        assertThat(run("at-takeover").trace("pn-1"))
                .contains("434.0 calls-dropped")
                .doesNotContain("134.0 calls-dropped");
    }

    @Test
    void M15_also_when_the_main_itself_restarts_the_port_network() {
        Lesson lesson = lab().with("timers: {calls-drop: at-takeover}")
                .events("{at: 60s, fail: wan, for: 2m}")
                .run();
        assertThat(lesson.trace("pn-1")).contains("180.0 calls-dropped");
    }

    @Test
    void a_call_drops_once() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 2m}", "{at: 400s, fail: wan, for: 2m}")
                .run();
        assertThat(lesson.pn(1).totals().coldResets()).isEqualTo(2);
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
    }
}
