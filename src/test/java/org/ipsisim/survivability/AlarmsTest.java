package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.junit.jupiter.api.Test;

/** What the servers report while port networks lose them; one line for each alarm: when, until when, what. */
class AlarmsTest {
    private static final String NO_CORE = "{main: {site: hq}}";

    private static List<String> alarms(Lab lab) {
        History history = Simulation.run(lab.scenario());
        return Alarms.of(history).stream().map(AlarmsTest::line).toList();
    }

    private static String line(Alarm alarm) {
        String until = alarm.clearedAt().isPresent()
                ? "until " + Words.duration(alarm.clearedAt().getAsLong())
                : "stands";
        return String.join(
                " ",
                Words.duration(alarm.at()),
                until,
                alarm.severity().word(),
                alarm.object(),
                alarm.subject().name(),
                alarm.text());
    }

    @Test
    void a_silence_shorter_than_the_sanity_timeout_raises_nothing() {
        assertThat(alarms(lab().events("{at: 1m, fail: wan, for: 12s}"))).isEmpty();
    }

    @Test
    void the_warm_reset_raises_PKT_INT_until_the_main_has_the_port_network_back() {
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, fail: wan, for: 30s}")))
                .containsExactly("1m14s until 1m30s major PKT-INT pn-1 packet interface out of service");
    }

    @Test
    void the_cold_reset_raises_EXP_PN() {
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, fail: wan, for: 90s}")))
                .containsExactly(
                        "1m14s until 3m44s major PKT-INT pn-1 packet interface out of service",
                        "2m14s until 3m44s major EXP-PN pn-1 not under the main's control");
    }

    /** As on a system of July 2009, which had no survivable core. */
    @Test
    void EXP_PN_comes_once_more_when_no_server_has_taken_it_and_no_third_time() {
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, fail: wan, for: 15m}")))
                .containsExactly(
                        "1m14s until 17m major PKT-INT pn-1 packet interface out of service",
                        "2m14s until 17m major EXP-PN pn-1 not under the main's control",
                        "7m14s until 17m major EXP-PN pn-1 no server has taken it after the no-service time-out");
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, fail: wan, for: 370s}")))
                .hasSize(2);
    }

    @Test
    void a_packet_interface_that_fails_raises_PKT_INT_of_its_side_and_the_pair_has_no_redundancy() {
        assertThat(alarms(lab().portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]")
                        .events("{at: 1m, fail: ipsi-1a, mode: packet-interface, for: 3m}")))
                .containsExactly("1m until 4m minor PKT-INT ipsi-1a packet interface out of service: no redundancy");
    }

    @Test
    void each_alarm_names_its_cause_in_the_trace() {
        History history = Simulation.run(
                lab().servers(NO_CORE).events("{at: 1m, fail: wan, for: 90s}").scenario());
        assertThat(Alarms.of(history))
                .extracting(alarm ->
                        history.findEntry(alarm.cause()).orElseThrow().what().type())
                .containsExactly("warm-reset", "cold-reset");
    }

    @Test
    void a_flapping_link_does_not_raise_an_alarm_that_stands_already() {
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, flap: wan, down: 90s, up: 5s, times: 5}")))
                .hasSize(2);
    }

    @Test
    void a_core_that_takes_a_port_network_says_so_and_the_main_goes_on_missing_it_when_the_link_is_back() {
        assertThat(alarms(lab().events("{at: 1m, fail: wan}", "{at: 15m, restore: wan}")))
                .containsExactly(
                        "1m14s stands major PKT-INT pn-1 packet interface out of service",
                        "1m15s until 15m minor ESS sc-10 not registered (error 257)",
                        "2m14s stands major EXP-PN pn-1 not under the main's control",
                        "7m14s stands major ESS pn-1 core 10 has control (error 1)");
    }

    @Test
    void the_return_clears_the_main_and_the_reset_of_the_core_clears_the_core() {
        assertThat(alarms(lab().events(
                                "{at: 1m, fail: wan, for: 10m}", "{at: 15m, forced-takeover: 1, port-networks: 1}")))
                .containsExactly(
                        "1m14s until 16m major PKT-INT pn-1 packet interface out of service",
                        "1m15s until 11m minor ESS sc-10 not registered (error 257)",
                        "2m14s until 16m major EXP-PN pn-1 not under the main's control",
                        "7m14s until 15m major ESS pn-1 core 10 has control (error 1)",
                        "15m15s until 17m minor ESS sc-10 not registered (error 257)");
    }

    @Test
    void a_core_cannot_connect_to_an_IPSI_beyond_the_cut() {
        assertThat(alarms(lab().portNetworks("[{pn: 1, site: hq}]").events("{at: 1m, fail: wan, for: 2m}")))
                .containsExactly(
                        "1m14s until 3m minor ESS ipsi-1a no connection to core 10 (error 513)",
                        "1m15s until 3m minor ESS sc-10 not registered (error 257)");
    }

    @Test
    void a_core_that_is_enabled_beyond_the_cut_finds_out_after_the_sanity_timeout() {
        assertThat(alarms(lab().portNetworks("[{pn: 1, site: hq}]")
                        .events(
                                "{at: 30s, disable: sc-10}",
                                "{at: 1m, fail: wan, for: 2m}",
                                "{at: 2m, enable: sc-10}")))
                .containsExactly(
                        "1m15s until 3m minor ESS sc-10 not registered (error 257)",
                        "2m15s until 3m minor ESS ipsi-1a no connection to core 10 (error 513)");
    }

    @Test
    void a_core_that_the_IPSI_has_no_room_for_raises_nothing() {
        StringBuilder cores = new StringBuilder();
        for (int cluster = 10; cluster < 18; cluster++) {
            cores.append(cores.isEmpty() ? "" : ", ").append("{cluster: " + cluster + ", site: branch}");
        }
        assertThat(alarms(lab().servers("{main: {site: hq}, survivable-cores: [" + cores + "]}")))
                .isEmpty();
    }

    @Test
    void the_main_misses_the_registration_of_a_core_that_has_died() {
        assertThat(alarms(lab().events("{at: 12m, fail: sc-10, for: 5m}")))
                .containsExactly("12m15s until 17m minor ESS sc-10 not registered (error 257)");
        assertThat(alarms(lab().events("{at: 12m, fail: sc-10, for: 14s}"))).isEmpty();
    }

    @Test
    void a_main_that_has_started_checks_registrations_after_10_minutes() {
        assertThat(alarms(lab().with("enforce-ranges: n\ntimers: {no-service-timeout: 1h}")
                        .lasting("40m")
                        .events("{at: 1m, fail: main, for: 1m}", "{at: 90s, fail: sc-10, for: 20m}")))
                .contains("12m until 21m30s minor ESS sc-10 not registered (error 257)");
    }

    @Test
    void a_pair_of_IPSIs_that_has_lost_one_is_alarmed_while_the_other_serves() {
        String pair = "[{pn: 1, site: branch, ipsis: duplicated}]";
        String planes = "sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], control-network: a},"
                + " {id: net-b, between: [hq, branch], control-network: b}]";
        assertThat(alarms(lab().sites(planes)
                        .portNetworks(pair)
                        .servers(NO_CORE)
                        .events("{at: 2m, fail: net-a, for: 10m}")))
                .containsExactly(
                        "2m14s until 12m minor PKT-INT ipsi-1a hears nothing, the other IPSI has control: no redundancy");
        assertThat(alarms(lab().portNetworks(pair).servers(NO_CORE).events("{at: 2m, fail: wan, for: 30s}")))
                .as("with both silent it is the port network that is alarmed")
                .containsExactly("2m14s until 2m30s major PKT-INT pn-1 packet interface out of service");
    }

    @Test
    void a_main_that_loses_the_reference_IPSI_of_its_licence_lives_on_grace() {
        assertThat(alarms(
                        lab().servers(NO_CORE).with("reference-ipsi: ipsi-1a").events("{at: 1m, fail: wan, for: 30s}")))
                .containsExactly(
                        "1m14s until 1m30s major PKT-INT pn-1 packet interface out of service",
                        "1m14s until 1m30s major LIC-ERR ipsi-1a"
                                + " reference IPSI of the licence is silent: 30 days of grace");
    }

    @Test
    void a_core_that_is_local_to_another_community_raises_nothing() {
        assertThat(alarms(
                        lab().servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch, community: 2,"
                                + " system-preferred: n, local-only: y}]}")))
                .isEmpty();
    }

    @Test
    void to_the_main_a_port_network_without_power_is_as_silent_as_one_that_is_cut_off() {
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, fail: ipsi-1a, for: 5m}")))
                .containsExactly(
                        "1m15s until 7m major PKT-INT pn-1 packet interface out of service",
                        "2m15s until 7m major EXP-PN pn-1 not under the main's control");
        assertThat(alarms(lab().servers(NO_CORE).events("{at: 1m, fail: ipsi-1a, for: 10s}")))
                .isEmpty();
    }

    @Test
    void a_main_that_is_down_raises_nothing_and_finds_what_it_has_lost_when_it_is_back() {
        assertThat(alarms(lab().events("{at: 1m, fail: main, for: 10m}")))
                .containsExactly(
                        "7m14s stands major ESS pn-1 core 10 has control (error 1)",
                        "11m stands major EXP-PN pn-1 not under the main's control");
    }

    @Test
    void a_main_that_fails_between_two_heartbeats_raises_nothing() {
        assertThat(alarms(lab().events("{at: 60200ms, fail: main, for: 300ms}")))
                .isEmpty();
    }

    @Test
    void a_main_that_is_back_and_hears_nothing_raises_both() {
        assertThat(alarms(
                        lab().servers(NO_CORE).events("{at: 1m, fail: main, for: 2m}", "{at: 1m, fail: wan, for: 9m}")))
                .containsExactly(
                        "3m15s until 11m major PKT-INT pn-1 packet interface out of service",
                        "4m15s until 11m major EXP-PN pn-1 not under the main's control",
                        "7m14s until 11m major EXP-PN pn-1 no server has taken it after the no-service time-out");
    }

    @Test
    void timers_that_change_in_mid_run_count() {
        assertThat(alarms(lab().servers(NO_CORE)
                        .events(
                                "{at: 30s, set-timers: {socket-sanity-timeout: 5s, pn-cold-reset-delay: 90s}}",
                                "{at: 1m, fail: ipsi-1a}")))
                .containsExactly(
                        "1m5s stands major PKT-INT pn-1 packet interface out of service",
                        "2m35s stands major EXP-PN pn-1 not under the main's control");
    }

    @Test
    void two_active_servers_raise_an_alarm_that_stands_until_it_is_cleared_by_hand() {
        String duplex = "{main: {site: hq, duplex: y}}";
        assertThat(alarms(lab().servers(duplex).events("{at: 1m, fail: arbiter-link, for: 1m}")))
                .containsExactly("1m4.1s stands minor ARB main-b two servers are active (event 8)");
        assertThat(alarms(lab().servers(duplex).events("{at: 1m, fail: arbiter-link, for: 4s}")))
                .isEmpty();
    }

    @Test
    void R65_an_interchange_because_the_standby_is_healthier_is_warned_of_with_what_both_reach() {
        Lab separated = lab().sites("sites: [hq, recovery, branch]\n"
                        + "links: [{id: wan, between: [hq, branch]}, {id: spare, between: [recovery, branch]}]")
                .servers("{main: {site: hq, duplex: y, standby-site: recovery}}");
        assertThat(alarms(separated.events("{at: 1m, fail: wan, for: 10s}", "{at: 10m, fail: spare, for: 10s}")))
                .containsExactly(
                        "1m2s stands warning ARB main interchange, the standby is healthier: "
                                + "main-a pcd 00/01, main-b pcd 01/01 (event 9)",
                        "10m2s stands warning ARB main interchange, the standby is healthier: "
                                + "main-b pcd 00/01, main-a pcd 01/01 (event 9)");
    }

    @Test
    void an_interchange_by_hand_or_after_the_death_of_the_active_says_nothing_of_health() {
        String duplex = "{main: {site: hq, duplex: y}}";
        assertThat(alarms(lab().servers(duplex).events("{at: 1m, interchange: main}")))
                .isEmpty();
        assertThat(alarms(lab().servers(duplex).events("{at: 1m, fail: main-a}")))
                .isEmpty();
    }

    @Test
    void an_interchange_that_is_called_off_raises_one_as_well() {
        assertThat(alarms(lab().servers("{main: {site: hq, duplex: y}}")
                        .events("{at: 1m, interchange: main}", "{at: 65s, fail: arbiter-link, for: 1s}")))
                .containsExactly("1m5s stands minor ARB main interchange hand-off failed (event 3)");
    }

    @Test
    void an_IPSI_that_is_busied_out_is_warned_of_until_it_is_released() {
        assertThat(alarms(lab().portNetworks("[{pn: 1, site: hq, ipsis: duplicated}]")
                        .servers(NO_CORE)
                        .events(
                                "{at: 1m, busyout: ipsi-1a}",
                                "{at: 5m, release-busyout: ipsi-1a}",
                                "{at: 6m, busyout: ipsi-1b}")))
                .containsExactly(
                        "1m until 5m warning IPSV-CTL ipsi-1a busied out (error 18)",
                        "6m stands warning IPSV-CTL ipsi-1b busied out (error 18)");
    }
}
