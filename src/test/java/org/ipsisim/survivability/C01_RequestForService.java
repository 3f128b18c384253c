package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** When the no-service time-out ends, the IPSI asks the servers on its list in order (R25, R27, R42, M10 to M12). */
class C01_RequestForService {
    private static final String TWO_CORES =
            "{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch, priority-score: 60},"
                    + " {cluster: 20, site: branch, priority-score: 40}]}";

    @Test
    void R42_the_first_that_accepts_restarts_the_port_network() {
        Lesson lesson = lab().servers(TWO_CORES).events("{at: 60s, fail: wan}").run();
        assertThat(lesson.line()).endsWith("none 270s | restart→10 60s | sc-10 706s");
        assertThat(lesson.causesOf("pn-1", "in-service"))
                .containsExactly(
                        "in-service",
                        "pn-restarted",
                        "taken-over",
                        "service-requested",
                        "no-service-started",
                        "cold-reset",
                        "warm-reset",
                        "contact-lost",
                        "link-failed");
    }

    @Test
    void R27_if_it_cannot_the_next_one_is_asked() {
        Lesson lesson = lab().servers(TWO_CORES)
                .events("{at: 60s, fail: wan}", "{at: 430s, fail: sc-10}")
                .run();
        assertThat(lesson.line()).endsWith("none 270s | restart→20 60s | sc-20 706s");
        assertThat(lesson.causesOf("pn-1", "taken-over"))
                .startsWith("taken-over", "service-requested", "request-refused", "service-requested");
    }

    @Test
    void M17_one_that_has_left_the_list_is_not_asked() {
        Lesson lesson = lab().servers(TWO_CORES)
                .events("{at: 60s, fail: wan}", "{at: 400s, fail: sc-10}")
                .run();
        assertThat(lesson.causesOf("pn-1", "taken-over"))
                .startsWith("taken-over", "service-requested", "no-service-started");
    }

    @Test
    void M11_if_none_accepts_the_time_out_starts_again() {
        Lesson lesson = lab().servers("{main: {site: hq}}")
                .events("{at: 60s, fail: wan}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .contains(
                        "134.0 no-service-started",
                        "434.0 request-refused",
                        "434.0 no-service-started",
                        "734.0 no-service-started",
                        "1034.0 no-service-started");
    }

    @Test
    void M11_and_a_core_that_is_back_by_then_is_found() {
        Lesson lesson = lab().events("{at: 60s, fail: wan}", "{at: 60s, fail: sc-10, for: 8m}")
                .run();
        assertThat(lesson.line()).endsWith("none 570s | restart→10 60s | sc-10 406s");
    }

    @Test
    void M10_the_acceptance_counts_as_contact() {
        Lesson lesson = lab().events("{at: 60s, fail: wan}", "{at: 434500ms, fail: sc-10}")
                .run();
        assertThat(lesson.line()).contains("restart→10 15s | none 60s | cold 30s");
    }

    @Test
    void R25_M12_the_time_out_guards_the_controlling_core_alike() {
        Lesson lesson = lab().lasting("25m")
                .servers(TWO_CORES)
                .events("{at: 60s, fail: wan}", "{at: 600s, fail: sc-10}")
                .run();
        assertThat(lesson.line())
                .endsWith("sc-10 106s | lost 14s | warm 60s | cold 30s | none 270s | restart→20 60s | sc-20 466s");
        assertThat(lesson.pn(1).totals().failovers()).isEqualTo(2);
    }

    @Test
    void R45_M12_the_main_stands_first_again_as_soon_as_it_is_reachable() {
        Lesson lesson = lab().lasting("25m")
                .servers(TWO_CORES)
                .events("{at: 60s, fail: wan, for: 8m}", "{at: 600s, fail: sc-10}")
                .run();
        assertThat(lesson.line()).endsWith("none 270s | restart→1 60s | main 466s");
        assertThat(lesson.pn(1).totals().fallbacks()).isEqualTo(1);
        assertThat(lesson.causesOf("pn-1", "fell-back")).contains("server-failed");
    }

    @Test
    void M12_the_core_itself_may_come_back_before_the_others_are_asked() {
        Lesson lesson = lab().events("{at: 60s, fail: wan}", "{at: 600s, fail: sc-10, for: 2m}")
                .run();
        assertThat(lesson.line())
                .endsWith("sc-10 106s | lost 14s | warm 60s | cold 30s | none 16s | restart→10 60s | sc-10 420s");
    }
}
