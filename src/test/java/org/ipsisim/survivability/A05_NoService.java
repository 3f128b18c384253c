package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** After the cold reset the IPSI waits for the no-service time-out before it asks for service (R21 to R24, M8). */
class A05_NoService {
    @Test
    void M8_it_runs_from_the_cold_reset_and_then_a_core_takes_over() {
        assertThat(lab().events("{at: 60s, fail: wan}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 706s");
    }

    @Test
    void M8_the_article_recommends_two_minutes() {
        assertThat(lab().with("timers: {no-service-timeout: 2m}")
                        .events("{at: 60s, fail: wan}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 90s | restart→10 60s | sc-10 886s");
    }

    @Test
    void R24_one_heartbeat_stops_it_and_everything_starts_again() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 6m}", "{at: 421s, fail: wan}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 256s | restart→1 15s"
                        + " | none 60s | cold 30s | none 270s | restart→10 60s | sc-10 345s");
        assertThat(lesson.trace("pn-1")).contains("134.0 no-service-started", "420.0 no-service-stopped");
    }

    @Test
    void M4_a_heartbeat_at_the_very_end_of_it_still_counts() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 374s}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→1 60s | main 706s");
    }
}
