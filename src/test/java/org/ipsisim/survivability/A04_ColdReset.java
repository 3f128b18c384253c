package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** When the silence goes on, a cold reset drops every call that uses the port network (R15, R16, R19, M7). */
class A04_ColdReset {
    @Test
    void M7_it_comes_one_delay_after_the_warm_reset() {
        assertThat(lab().lasting("3m").events("{at: 60s, fail: wan}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 60s | cold 30s | none 16s");
    }

    @Test
    void M7_contact_at_the_last_moment_prevents_it() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 74s}").run().line())
                .isEqualTo("main 60s | lost 14s | warm 60s | main 1066s");
        assertThat(lab().events("{at: 60s, fail: wan, for: 75s}")
                        .run()
                        .pn(1)
                        .totals()
                        .coldResets())
                .isEqualTo(1);
    }

    @Test
    void R15_calls_of_the_port_network_drop_and_those_between_shuffled_IP_phones_stay() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch, calls: {pn: 40, ip: 10, redial: never}}]")
                .events("{at: 60s, fail: wan, for: 2m}")
                .run();
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
        assertThat(lesson.pn(1).pnCalls().kept()).isZero();
        assertThat(lesson.pn(1).ipCalls().kept()).isEqualTo(10);
        assertThat(lesson.trace("pn-1")).contains("134.0 cold-reset", "134.0 calls-dropped");
    }

    @Test
    void R15_the_article_recommends_120_seconds() {
        assertThat(lab().with("timers: {pn-cold-reset-delay: 120s}")
                        .events("{at: 60s, fail: wan, for: 90s}")
                        .run()
                        .line())
                .isEqualTo("main 60s | lost 14s | warm 76s | main 1050s");
    }

    @Test
    void R19_what_is_down_counts_as_outage_and_what_is_deaf_as_degraded() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 2m}").run();
        assertThat(lesson.pn(1).totals().degraded()).isEqualTo(60_000);
        assertThat(lesson.pn(1).totals().outage()).isEqualTo(30_000 + 16_000 + 60_000);
    }
}
