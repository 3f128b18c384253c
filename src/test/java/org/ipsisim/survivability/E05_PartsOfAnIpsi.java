package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.ipsisim.generate.HistoryChecks;
import org.ipsisim.history.ListSpan;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** An IPSI of which a part fails: one that hangs is not left, one without a packet interface is left at once (M31). */
class E05_PartsOfAnIpsi {
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

    private static Lesson oneIpsi(String... events) {
        Lesson lesson = lab().events(events).run();
        assertThat(HistoryChecks.violations(lesson.history())).isEmpty();
        return lesson;
    }

    @Test
    void M31_a_hung_IPSI_in_control_takes_its_port_network_down_and_its_partner_is_not_chosen() {
        Lesson lesson = twoIpsis("{at: 60s, fail: ipsi-1a, mode: hung}");
        assertThat(lesson.line()).isEqualTo("main 60s | down 1140s");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isZero();
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40);
        assertThat(lesson.texts("ipsi-1a", "ipsi-failed")).containsExactly("ipsi hung");
    }

    @Test
    void M31_it_answers_so_the_servers_stay_on_both_lists() {
        Lesson lesson = twoIpsis("{at: 60s, fail: ipsi-1a, mode: hung, for: 10m}");
        assertThat(lesson.pn(1).lists().values())
                .hasSize(2)
                .allSatisfy(list -> assertThat(list).containsExactly(new ListSpan(0, 1_200_000, List.of(1, 10))));
    }

    /** Reseated, as in the outages of July 2009: the main is on its list and restarts the port network at once. */
    @Test
    void M31_once_it_is_reseated_the_first_server_on_its_list_restarts_the_port_network() {
        assertThat(twoIpsis("{at: 60s, fail: ipsi-1a, mode: hung}", "{at: 300s, restore: ipsi-1a}")
                        .line())
                .isEqualTo("main 60s | down 240s | restart→1 60s | main 840s");
        assertThat(oneIpsi("{at: 60s, fail: ipsi-1a, mode: hung, for: 4m}").line())
                .isEqualTo("main 60s | down 240s | restart→1 60s | main 840s");
    }

    @Test
    void M31_pulled_out_it_leaves_control_to_its_partner() {
        Lesson lesson = twoIpsis("{at: 60s, fail: ipsi-1a, mode: hung}", "{at: 300s, fail: ipsi-1a}");
        assertThat(lesson.line()).isEqualTo("main 60s | down 240s | restart→1 60s | main 840s");
        assertThat(lesson.pn(1).totals().ipsiInterchanges()).isZero();
    }

    @Test
    void M31_a_hung_standby_does_no_harm_until_control_comes_to_it() {
        assertThat(twoIpsis("{at: 60s, fail: ipsi-1b, mode: hung}").line()).isEqualTo("main 1200s");
        assertThat(twoIpsis("{at: 60s, fail: ipsi-1b, mode: hung}", "{at: 120s, fail: net-a, for: 30s}")
                        .line())
                .startsWith("main 120s | lost 2s | down ");
    }

    @Test
    void M31_a_pair_leaves_an_IPSI_without_a_packet_interface_at_once_and_nothing_is_reset() {
        Lesson lesson = twoIpsis("{at: 60s, fail: ipsi-1a, mode: packet-interface, for: 5m}");
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(lesson.trace("pn-1")).containsExactly("60.0 ipsi-interchange", "420.0 ipsi-interchange");
        assertThat(lesson.texts("pn-1", "ipsi-interchange").get(0)).contains("packet interface");
    }

    @Test
    void M31_heartbeats_to_it_are_no_contact() {
        Lesson lesson =
                twoIpsis("{at: 60s, fail: ipsi-1a, mode: packet-interface}", "{at: 120s, fail: net-b, for: 30s}");
        assertThat(lesson.line()).isEqualTo("main 120s | lost 14s | warm 16s | main 1050s");
    }

    @Test
    void M31_a_port_network_without_any_packet_interface_is_down() {
        assertThat(oneIpsi("{at: 60s, fail: ipsi-1a, mode: packet-interface, for: 2m}")
                        .line())
                .isEqualTo("main 60s | down 120s | restart→1 60s | main 960s");
        assertThat(twoIpsis(
                                "{at: 60s, fail: ipsi-1a, mode: packet-interface}",
                                "{at: 90s, fail: ipsi-1b, mode: packet-interface, for: 2m}")
                        .line())
                .isEqualTo("main 90s | down 120s | restart→1 60s | main 930s");
    }

    /** What was sent to it while its packet interface was out is no contact afterwards either. */
    @Test
    void M31_M20_contact_on_an_IPSI_that_is_in_use_again_counts_from_then_on() {
        Lesson lesson = twoIpsis(
                "{at: 60s, fail: ipsi-1a, mode: packet-interface, for: 73500ms}",
                "{at: 119500ms, fail: net-b}",
                "{at: 133600ms, fail: net-a}");
        assertThat(lesson.trace("pn-1")).contains("134.0 warm-reset");
    }

    /** Found by a generated scenario: with a time-out of 1 ms the requests come every 383 ms, one at 61.065 s. */
    @Test
    void M28_a_port_network_that_goes_down_as_its_time_out_ends_asks_nobody_for_service() {
        Lesson lesson = lab().lasting("62s")
                .with("enforce-ranges: n")
                .with("timers: {reading: all-from-loss, socket-sanity-timeout: 1ms, no-service-timeout: 383ms}")
                .sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: 299ms}]")
                .servers("{main: {site: hq}}")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                .events(
                        "{at: 60082ms, fail: ipsi-1b, mode: hung, for: 1s}",
                        "{at: 61065ms, fail: ipsi-1a, mode: packet-interface}")
                .run();
        assertThat(lesson.trace("pn-1"))
                .containsSubsequence("60.682 request-refused", "61.065 pn-down", "61.082 pn-up")
                .doesNotContain("61.065 request-refused");
    }
}
