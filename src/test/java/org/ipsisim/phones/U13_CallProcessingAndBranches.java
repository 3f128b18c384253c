package org.ipsisim.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.phones.PhoneLab.lab;

import org.junit.jupiter.api.Test;

/** A session manager passes calls only to a main or a core that it reaches (U13), a branch SM to its remote (U14). */
class U13_CallProcessingAndBranches {
    private static final String BRANCH = "{name: desk, site: branch, extensions: 6001, controllers: [sm-1, sm-2, bsm]}";

    @Test
    void U13_without_a_main_phones_are_registered_and_cannot_call() {
        assertThat(lab().events("{at: 60s, fail: main, for: 1m}").run().line())
                .isEqualTo("sm-1 60s | no-call-processing sm-1 60s | sm-1 480s");
    }

    @Test
    void U13_a_core_serves_them_once_it_controls_a_port_network() {
        String core = "{main: {site: hq}, survivable-cores: [{cluster: 10, site: dr}],"
                + " survivable-remotes: [{name: lsp-1, site: branch}]}";
        var lesson = lab().lasting("20m")
                .servers(core + "\nport-networks: [{pn: 1, site: branch}]")
                .events("{at: 60s, fail: main}")
                .run();
        // the port network is with core 10 after its no-service time-out
        assertThat(lesson.history().findPortNetwork(1).orElseThrow().totals().failovers())
                .isEqualTo(1);
        assertThat(lesson.line()).isEqualTo("sm-1 60s | no-call-processing sm-1 374s | sm-1 766s");
        assertThat(lesson.trace("pn-1")).anyMatch(told -> told.startsWith("434s core 10 takes control"));
    }

    @Test
    void U14_a_branch_lives_on_its_branch_sm_once_the_remote_is_active() {
        var lesson = lab().phones(BRANCH)
                .events("{at: 60s, fail: wan, for: 4m}", "{at: 60s, fail: wan-2, for: 4m}")
                .run();
        assertThat(lesson.line())
                .isEqualTo("sm-1 60s | limbo 30s | moving bsm 5.009s | no-call-processing bsm 84.991s | bsm 120.006s"
                        + " | moving sm-1 5.009s | sm-1 294.985s");
        assertThat(lesson.trace("lsp-1"))
                .containsExactly(
                        "180s has not reached an active main for 2m: it is active",
                        "480s has reached an active main for 3m: it is active no more");
    }

    @Test
    void U14_a_remote_that_fails_counts_from_its_restoration() {
        assertThat(lab().phones(BRANCH)
                        .events("{at: 60s, fail: wan}", "{at: 60s, fail: wan-2}", "{at: 170s, fail: lsp-1, for: 1s}")
                        .run()
                        .line())
                .isEqualTo("sm-1 60s | limbo 30s | moving bsm 5.009s | no-call-processing bsm 195.991s | bsm 309s");
    }

    @Test
    void U15_a_phone_can_be_called_through_any_controller_that_serves() {
        var lesson = lab().events("{at: 60s, fail: sm-1}").run();
        assertThat(lesson.population("desk").outage().total()).isEqualTo(35_009);
        assertThat(lesson.population("desk").notCallable().total()).isEqualTo(0);
    }

    @Test
    void U13_causes_are_told() {
        assertThat(lab().phones(BRANCH)
                        .events("{at: 60s, fail: wan, for: 4m}", "{at: 60s, fail: wan-2, for: 4m}")
                        .run()
                        .trace("desk"))
                .containsExactly(
                        "60s 1 phone in limbo: sm-1 is not reached",
                        "90s 1 phone lost sm-1: keep-alives were not answered",
                        "90s 1 phone lost sm-2: keep-alives were not answered",
                        "95.009s 1 phone moved to bsm: it is their active controller",
                        "180s all phones in service again",
                        "300.006s 1 phone registered with sm-1",
                        "300.006s 1 phone registered with sm-2",
                        "305.015s 1 phone moved to sm-1: it is their active controller");
    }
}
