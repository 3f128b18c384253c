package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import org.ipsisim.generate.HistoryChecks;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** A cluster can be disabled while it controls nothing, the main as well as a core; then no IPSI knows it (R40, R60). */
class C05_DisableAndEnable {
    private static final String MOVED = "{at: 60s, forced-takeover: 10, port-networks: 1}";

    private static Lesson run(Lab lab) {
        Lesson lesson = lab.run();
        assertThat(HistoryChecks.violations(lesson.history())).isEmpty();
        return lesson;
    }

    @Test
    void R60_a_core_that_controls_nothing_is_disabled_and_leaves_all_lists() {
        Lesson lesson = run(lab().events("{at: 60s, disable: sc-10}", "{at: 90500ms, enable: sc-10}"));
        assertThat(lesson.roles("sc-10")).isEqualTo("idle 60 | disabled 30 | idle 1109");
        assertThat(lesson.list(1, 60)).containsExactly(1);
        assertThat(lesson.list(1, 90)).containsExactly(1);
        assertThat(lesson.list(1, 91)).containsExactly(1, 10);
    }

    @Test
    void R60_a_core_that_controls_a_port_network_is_not() {
        Lesson lesson = run(lab().events(MOVED, "{at: 90s, disable: sc-10}"));
        assertThat(lesson.texts("sc-10", "command-refused"))
                .containsExactly("the command is refused: it controls pn-1");
        assertThat(lesson.roles("sc-10")).isEqualTo("idle 60 | active 1140");
    }

    @Test
    void R60_nor_is_the_main_while_it_controls_one() {
        Lesson lesson = run(lab().events("{at: 60s, disable: main}"));
        assertThat(lesson.texts("main", "command-refused")).containsExactly("the command is refused: it controls pn-1");
        assertThat(lesson.roles("main-a")).isEqualTo("active 1200");
    }

    @Test
    void R40_R60_a_main_without_a_port_network_is_disabled_like_a_core() {
        Lesson lesson = run(lab().events(MOVED, "{at: 180s, disable: main}", "{at: 600500ms, enable: main}"));
        assertThat(lesson.roles("main-a")).isEqualTo("active 180 | disabled 420 | active 599");
        assertThat(lesson.trace("main")).containsExactly("180.0 server-disabled", "600.5 server-enabled");
        assertThat(lesson.list(1, 180)).containsExactly(10);
        assertThat(lesson.list(1, 600)).containsExactly(10);
        assertThat(lesson.list(1, 601)).containsExactly(1, 10);
        assertThat(lesson.line()).isEqualTo("main 60s | restart→10 60s | sc-10 1080s");
    }

    @Test
    void R45_a_disabled_main_prevents_the_unplanned_return_to_it() {
        Lab cores = lab().servers(
                        "{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch, priority-score: 9},"
                                + " {cluster: 20, site: branch}]}");
        String coreLost = "{at: 200s, fail: sc-10}";
        assertThat(run(cores.events(MOVED, coreLost)).line()).endsWith("restart→1 60s | main 566s");
        assertThat(run(cores.events(MOVED, "{at: 180s, disable: main}", coreLost))
                        .line())
                .endsWith("restart→20 60s | sc-20 566s");
    }

    @Test
    void R60_a_disabled_main_takes_nothing_over() {
        Lesson lesson = run(
                lab().events(MOVED, "{at: 180s, disable: main}", "{at: 200s, forced-takeover: 1, port-networks: 1}"));
        assertThat(lesson.texts("pn-1", "command-refused")).containsExactly("the command is refused: it is disabled");
    }

    @Test
    void M26_nor_does_anything_return_to_it() {
        Lesson lesson = run(lab().with("fallback: {auto-return: connection-up, connection-up-time: 5m}")
                .events(MOVED, "{at: 180s, disable: main}", "{at: 600s, enable: main}"));
        assertThat(lesson.line()).isEqualTo("main 60s | restart→10 60s | sc-10 780s | restart→1 60s | main 240s");
        Lesson scheduled = run(lab().with("fallback: {auto-return: scheduled, scheduled-at: 270s}")
                .events(MOVED, "{at: 180s, disable: main}", "{at: 600s, enable: main}"));
        assertThat(scheduled.line()).isEqualTo("main 60s | restart→10 60s | sc-10 510s | restart→1 60s | main 510s");
    }

    @Test
    void R60_both_servers_of_a_duplex_main_are_disabled_and_keep_their_parts() {
        Lesson lesson =
                run(lab().servers("{main: {site: hq, duplex: y}, survivable-cores: [{cluster: 10, site: branch}]}")
                        .events(MOVED, "{at: 180s, disable: main}", "{at: 600s, enable: main}"));
        assertThat(lesson.roles("main-a")).isEqualTo("active 180 | disabled 420 | active 600");
        assertThat(lesson.roles("main-b")).isEqualTo("standby 180 | disabled 420 | standby 600");
        assertThat(lesson.history().serverInterchanges()).isZero();
    }

    @Test
    void R60_a_command_that_changes_nothing_leaves_no_trace() {
        Lesson lesson = run(lab().events("{at: 60s, enable: main}", "{at: 60s, enable: sc-10}"));
        assertThat(lesson.history().trace()).isEmpty();
    }
}
