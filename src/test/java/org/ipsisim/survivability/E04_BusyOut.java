package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.generate.HistoryChecks;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** An IPSI that an operator has busied out is as good as none, until it is released (R17, R72, M20, M21, M28). */
class E04_BusyOut {
    private static final String A_OUT = "{at: 60s, busyout: ipsi-1a}";

    /** Control networks A and B as separate links. */
    private static Lesson twoIpsis(String... events) {
        Lesson lesson = lab().sites(
                        "sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], control-network: a},"
                                + " {id: net-b, between: [hq, branch], control-network: b}]")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated, calls: {pn: 40, ip: 10}}]")
                .events(events)
                .run();
        assertThat(HistoryChecks.violations(lesson.history())).isEmpty();
        return lesson;
    }

    @Test
    void M20_control_moves_to_the_other_IPSI_at_once_and_nothing_is_reset() {
        Lesson lesson = twoIpsis(A_OUT);
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(lesson.trace("ipsi-1a")).containsExactly("60.0 busied-out");
        assertThat(lesson.trace("pn-1")).containsExactly("60.0 ipsi-interchange");
        assertThat(lesson.causesOf("pn-1", "ipsi-interchange")).containsExactly("ipsi-interchange", "busied-out");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isEqualTo(1);
    }

    @Test
    void M20_a_standby_IPSI_is_busied_out_without_an_interchange() {
        assertThat(twoIpsis("{at: 60s, busyout: ipsi-1b}").trace("pn-1")).isEmpty();
    }

    @Test
    void M20_one_that_is_busied_out_does_not_help() {
        Lesson lesson = twoIpsis("{at: 60s, busyout: ipsi-1b}", "{at: 120s, fail: net-a, for: 30s}");
        assertThat(lesson.line()).isEqualTo("main 120s | lost 14s | warm 16s | main 1050s");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isZero();
    }

    @Test
    void M4_the_time_out_counts_from_the_last_heartbeat_and_not_from_the_busy_out() {
        Lesson lesson = twoIpsis("{at: 60500ms, busyout: ipsi-1b}", "{at: 60700ms, fail: net-a, for: 30s}");
        assertThat(lesson.trace("pn-1")).contains("75.0 warm-reset");
    }

    @Test
    void M20_its_network_may_be_worked_on_in_peace() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: net-a, for: 10m}");
        assertThat(lesson.line()).isEqualTo("main 1200s");
    }

    @Test
    void M21_a_minute_after_the_release_control_is_back_on_side_A() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 300s, release-busyout: ipsi-1a}");
        assertThat(lesson.trace("ipsi-1a")).containsExactly("60.0 busied-out", "300.0 busyout-released");
        assertThat(lesson.trace("pn-1")).containsExactly("60.0 ipsi-interchange", "360.0 ipsi-interchange");
    }

    @Test
    void M20_one_that_is_released_while_the_other_is_silent_takes_over() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: net-b}", "{at: 130s, release-busyout: ipsi-1a}");
        assertThat(lesson.line()).isEqualTo("main 120s | lost 10s | main 1070s");
        assertThat(lesson.trace("pn-1")).containsExactly("60.0 ipsi-interchange", "130.0 ipsi-interchange");
    }

    @Test
    void M6_one_that_is_released_after_the_warm_reset_ends_it_with_its_next_heartbeat() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: net-b}", "{at: 149500ms, release-busyout: ipsi-1a}");
        assertThat(lesson.line()).isEqualTo("main 120s | lost 14s | warm 16s | main 1050s");
    }

    @Test
    void R17_the_restart_by_a_server_releases_it() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: net-b}");
        assertThat(lesson.trace("ipsi-1a")).containsExactly("60.0 busied-out", "494.0 busyout-released");
        assertThat(lesson.texts("ipsi-1a", "busyout-released"))
                .containsExactly("released from its busy-out by the restart (level 2)");
        assertThat(lesson.line()).contains("restart→10 60s");
    }

    @Test
    void R17_M9_also_when_it_is_the_same_server_as_before() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: net-b, for: 2m}");
        assertThat(lesson.trace("ipsi-1a")).containsExactly("60.0 busied-out", "240.0 busyout-released");
        assertThat(lesson.trace("pn-1")).contains("240.0 pn-restarted", "300.0 ipsi-interchange");
    }

    @Test
    void the_only_IPSI_in_contact_stays_in_use() {
        assertThat(refusals(twoIpsis("{at: 60s, fail: net-b, for: 10m}", "{at: 120s, busyout: ipsi-1a}"), "ipsi-1a"))
                .containsExactly("the command is refused: ipsi-1b has no contact");
        assertThat(refusals(twoIpsis("{at: 60s, fail: ipsi-1b}", "{at: 120s, busyout: ipsi-1a}"), "ipsi-1a"))
                .containsExactly("the command is refused: ipsi-1b has no contact");
        assertThat(refusals(twoIpsis(A_OUT, "{at: 120s, busyout: ipsi-1b}"), "ipsi-1b"))
                .containsExactly("the command is refused: ipsi-1a is busied out");
        assertThat(refusals(lab().events(A_OUT).run(), "ipsi-1a"))
                .containsExactly("the command is refused: it is the only IPSI of pn-1");
        assertThat(refusals(
                        twoIpsis(
                                "{at: 60s, fail: main}",
                                "{at: 60s, fail: sc-10}",
                                "{at: 60s, fail: ipsi-1a, for: 9s}",
                                "{at: 60s, fail: ipsi-1b, for: 9s}",
                                "{at: 70s, busyout: ipsi-1a}"),
                        "ipsi-1a"))
                .containsExactly("the command is refused: no server controls pn-1");
    }

    @Test
    void a_command_that_changes_nothing_is_refused() {
        assertThat(refusals(twoIpsis(A_OUT, "{at: 70s, busyout: ipsi-1a}"), "ipsi-1a"))
                .containsExactly("the command is refused: it is busied out already");
        assertThat(refusals(twoIpsis("{at: 70s, release-busyout: ipsi-1a}"), "ipsi-1a"))
                .containsExactly("the command is refused: it is not busied out");
    }

    @Test
    void M2_at_one_instant_an_IPSI_is_released_before_the_other_is_busied_out() {
        Lesson lesson = twoIpsis("{at: 90s, busyout: ipsi-1b}", A_OUT, "{at: 90s, release-busyout: ipsi-1a}");
        assertThat(lesson.trace("ipsi-1b")).containsExactly("90.0 busied-out");
        assertThat(lesson.trace("pn-1")).containsExactly("60.0 ipsi-interchange", "90.0 ipsi-interchange");
    }

    @Test
    void M28_without_the_other_board_the_port_network_is_down() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: ipsi-1b, for: 60s}");
        assertThat(lesson.line()).isEqualTo("main 120s | down 60s | restart→1 60s | main 960s");
        assertThat(lesson.list(1, 130)).isEmpty();
        assertThat(lesson.trace("ipsi-1a")).contains("180.0 busyout-released");
    }

    @Test
    void M28_the_release_brings_it_up_again() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: ipsi-1b}", "{at: 150s, release-busyout: ipsi-1a}");
        assertThat(lesson.line()).isEqualTo("main 120s | down 30s | restart→1 60s | main 990s");
        assertThat(lesson.causesOf("pn-1", "pn-up")).containsExactly("pn-up", "busyout-released");
        assertThat(lesson.list(1, 160)).containsExactly(1, 10);
    }

    @Test
    void M28_a_loss_of_power_does_not_release_it() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: ipsi-1a, for: 60s}", "{at: 240s, fail: ipsi-1b}");
        assertThat(lesson.line()).isEqualTo("main 240s | down 960s");
    }

    @Test
    void M17_it_keeps_its_list_while_the_port_network_is_up() {
        Lesson lesson = twoIpsis(A_OUT);
        assertThat(lesson.list(1, 600)).containsExactly(1, 10);
        assertThat(lesson.pn(1).listAt(new IpsiId(1, IpsiId.Side.B), 600_000)).containsExactly(1, 10);
    }

    @Test
    void M10_the_lists_of_IPSIs_in_use_alone_are_asked() {
        Lesson lesson = lab().sites("sites: [hq, branch, spare]\nlinks: [{id: net-a, between: [spare, branch],"
                        + " control-network: a}, {id: net-b, between: [hq, branch], control-network: b}]")
                .servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: spare}]}")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events("{at: 60s, busyout: ipsi-1a}", "{at: 120s, fail: net-b}")
                .run();
        assertThat(lesson.texts("pn-1", "request-refused")).contains("no server is on the priority list");
    }

    private static List<String> refusals(Lesson lesson, String subject) {
        return lesson.texts(subject, "command-refused");
    }

    @Test
    void R17_from_the_restart_on_its_heartbeats_count_again() {
        Lesson lesson = twoIpsis(A_OUT, "{at: 120s, fail: net-b, for: 2m}", "{at: 320s, fail: net-b}");
        assertThat(lesson.line()).endsWith("restart→1 60s | main 900s");
    }

    @Test
    void M28_the_release_brings_a_port_network_that_waits_its_first_server() {
        Lesson lesson = twoIpsis(
                A_OUT,
                "{at: 60s, fail: sc-10}",
                "{at: 120s, fail: ipsi-1b, for: 10s}",
                "{at: 125s, fail: net-b}",
                "{at: 200s, release-busyout: ipsi-1a}");
        assertThat(lesson.line()).isEqualTo("main 120s | down 10s | none 70s | restart→1 60s | main 940s");
    }

    @Test
    void R17_M24_a_restart_of_the_whole_system_releases_it() {
        Lesson lesson = lab().sites("sites: [hq, recovery, branch]\n"
                        + "links: [{id: wan, between: [hq, branch]}, {id: spare, between: [recovery, branch]}]")
                .servers("{main: {site: hq, duplex: y, standby-site: recovery}}")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events("{at: 60s, fail: main-b, for: 60s}", "{at: 150s, busyout: ipsi-1b}", "{at: 200s, fail: main-a}")
                .run();
        assertThat(lesson.trace("main-b")).contains("204.1 system-restarted");
        assertThat(lesson.trace("ipsi-1b")).containsExactly("150.0 busied-out", "204.1 busyout-released");
    }
}
