package org.ipsisim.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ipsisim.console.Consoles.rows;
import static org.ipsisim.console.Consoles.run;
import static org.ipsisim.console.ScreenName.ALARMS;
import static org.ipsisim.console.ScreenName.ESS_CLUSTERS;
import static org.ipsisim.console.ScreenName.ESS_PORT_NETWORKS;
import static org.ipsisim.console.ScreenName.IPSERVER_INTERFACES;
import static org.ipsisim.console.ScreenName.IPSERVER_PARAMETERS;
import static org.ipsisim.console.ScreenName.PORT_NETWORKS;
import static org.ipsisim.console.ScreenName.PORT_NETWORK_PARAMETERS;
import static org.ipsisim.console.ScreenName.SERVER;

import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/** Each server shows what it can know at the moment, and no more. */
class ScreensTest {
    private static final String CORE = "servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}";
    private static final String PAIR = "servers: {main: {site: hq, duplex: y, standby-site: branch}}";
    private static final String PN = "port-networks: [{pn: 1, site: branch, community: 2}]";
    private static final String TWO_IPSIS = "port-networks: [{pn: 1, site: branch, ipsis: duplicated}]";

    private static String events(String... events) {
        return "events: [" + String.join(", ", events) + "]";
    }

    @Test
    void everybody_sees_the_controller_and_the_list_of_an_IPSI_that_it_is_connected_to() {
        History history = run(CORE, PN);
        assertThat(rows(history, 0, "main", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI up up 1A01 actv-aa 1 1 10");
        assertThat(rows(history, 0, "sc-10", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down up 1A01 active 1 1 10");
    }

    @Test
    void R31_without_a_connection_the_controller_is_a_star_and_the_list_is_blank() {
        History history = run(CORE, PN, events("{at: 1m, fail: wan}"));
        assertThat(rows(history, 73, "main", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI up up 1A01 actv-aa 1 1 10");
        assertThat(rows(history, 74, "main", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down down 1A01 unknown *");
        assertThat(rows(history, 600, "sc-10", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI up up 1A01 actv-aa 10 10");
    }

    @Test
    void an_IPSI_in_the_middle_of_a_reset_is_connected_to_nobody() {
        History history = run(CORE, PN, events("{at: 1m, fail: wan}"));
        assertThat(rows(history, 76, "sc-10", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down down 1A01 unknown *");
        assertThat(rows(history, 79, "sc-10", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down up 1A01 active 1 10");
        assertThat(rows(history, 135, "sc-10", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down down 1A01 unknown *");
    }

    @Test
    void R53_the_main_that_is_back_sees_who_has_taken_its_port_network() {
        History history = run(CORE, PN, events("{at: 1m, fail: wan, for: 10m}"));
        assertThat(rows(history, 720, "main", ESS_PORT_NETWORKS))
                .containsExactly("2 1 IPSI down up 1A01 active 10 1 10");
    }

    @Test
    void R35_a_core_that_was_refused_sees_nothing() {
        String cores = String.join(
                ", ",
                IntStream.rangeClosed(11, 18)
                        .mapToObj(cluster -> "{cluster: " + cluster + ", site: hq}")
                        .toList());
        History history = run("servers: {survivable-cores: [" + cores + "]}", PN);
        assertThat(rows(history, 5, "sc-17", ESS_PORT_NETWORKS))
                .containsExactly("2 1 IPSI down up 1A01 active 1 1 11 12 13 14 15 16 17");
        assertThat(rows(history, 5, "sc-18", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down down 1A01 unknown *");
    }

    @Test
    void R80_both_IPSIs_of_a_port_network_name_the_same_cluster() {
        History history = run(CORE, TWO_IPSIS);
        assertThat(rows(history, 0, "main", ESS_PORT_NETWORKS, "([0-9]|up)"))
                .containsExactly("1 1 IPSI up up 1A01 actv-aa 1 1 10", "up 1B01 standby 1 1 10");
    }

    @Test
    void an_IPSI_that_is_busied_out_is_out_of_service() {
        History history = run(CORE, TWO_IPSIS, events("{at: 1m, busyout: ipsi-1a}"));
        assertThat(rows(history, 70, "main", IPSERVER_INTERFACES))
                .containsExactly("1 pri 1A01 ipsi-1a OUT standby 0.0.0.0", "1 sec 1B01 ipsi-1b IN actv-aa 0.0.0.0");
        assertThat(rows(history, 70, "main", PORT_NETWORKS))
                .containsExactly("1 in-service 0 0 1 standby-disabled in-service");
    }

    @Test
    void a_board_without_power_is_not_connected() {
        History history = run(CORE, PN, events("{at: 1m, fail: ipsi-1a}"));
        assertThat(rows(history, 61, "main", IPSERVER_INTERFACES))
                .containsExactly("1 pri 1A01 ipsi-1a OUT unknown 0.1.1.0");
        assertThat(rows(history, 200, "main", PORT_NETWORKS)).containsExactly("1 out-of-service 2 0 0 out-of-service");
    }

    @Test
    void R68_two_active_servers_see_each_what_they_reach() {
        History history = run(PAIR, PN, events("{at: 1m, fail: arbiter-link}", "{at: 2m, fail: wan}"));
        assertThat(rows(history, 180, "main-a", ESS_PORT_NETWORKS))
                .containsExactly("2 1 IPSI down down 1A01 unknown *");
        assertThat(rows(history, 180, "main-b", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI up up 1A01 actv-aa 1 1");
    }

    @Test
    void a_core_is_registered_while_the_network_joins_it_with_the_main() {
        History history = run(CORE, PN, events("{at: 1m, fail: wan, for: 10m}"));
        assertThat(rows(history, 59, "main", ESS_CLUSTERS)).containsExactly("1 y 1 y R016x.00", "10 y 3 y R016x.00");
        assertThat(rows(history, 60, "main", ESS_CLUSTERS)).containsExactly("1 y 1 y R016x.00", "10 unknown n");
        assertThat(rows(history, 60, "sc-10", ESS_CLUSTERS)).containsExactly("10 y n R016x.00");
        assertThat(rows(history, 660, "main", ESS_CLUSTERS)).contains("10 y 3 y R016x.00");
    }

    @Test
    void an_alarm_has_month_day_hour_and_minute_of_a_run_that_begins_on_January_1() {
        History history = Consoles.runScenario("""
                title: Consoles
                duration: 40d
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch}]
                events: [{at: 31d1h2m3s, fail: wan}]
                """);
        assertThat(rows(history, 32 * 86_400, "main", ALARMS, "PN 01 PKT-INT"))
                .containsExactly("PN 01 PKT-INT n MAJOR 02/01/01:02 00/00/00:00");
    }

    @Test
    void a_core_that_is_down_or_resets_is_not_registered() {
        History history = run(
                CORE,
                PN,
                events(
                        "{at: 1m, fail: wan, for: 10m}",
                        "{at: 12m, forced-takeover: 1, port-networks: all}",
                        "{at: 17m, fail: sc-10}"));
        assertThat(rows(history, 725, "main", ESS_CLUSTERS)).contains("10 unknown n");
        assertThat(rows(history, 845, "main", ESS_CLUSTERS)).contains("10 y 3 y R016x.00");
        assertThat(rows(history, 1025, "main", ESS_CLUSTERS)).contains("10 unknown n");
    }

    @Test
    void R60_a_core_that_is_disabled_says_so() {
        History history = run(CORE, PN, events("{at: 1m, disable: sc-10}"));
        assertThat(rows(history, 61, "main", ESS_CLUSTERS)).contains("10 n 3 y R016x.00");
        assertThat(rows(history, 61, "sc-10", ESS_PORT_NETWORKS)).containsExactly("2 1 IPSI down down 1A01 unknown *");
    }

    @Test
    void R66_R67_the_servers_after_an_interchange() {
        History history = run(PAIR, PN, events("{at: 1m, interchange: main}"));
        assertThat(rows(history, 65, "main", SERVER, "main-"))
                .containsExactly("main-a ID: 1 Mode: Active", "main-b ID: 2 Mode: Standby");
        assertThat(rows(history, 100, "main", SERVER, "main-"))
                .containsExactly("main-a ID: 1 Mode: Standby", "main-b ID: 2 Mode: Active");
        assertThat(rows(history, 100, "main", SERVER, "Elapsed"))
                .containsExactly("Elapsed Time since Init/Interchange: 0 days 00:00:30 curbs in");
        assertThat(rows(history, 100, "main", SERVER, "Standby"))
                .containsExactly("Standby Busied: no", "Standby Refreshed: yes", "Standby Shadowing: on");
        assertThat(Screens.of(history).server(100_000, "main").id()).isEqualTo("main-b");
    }

    @Test
    void M25_a_standby_that_has_come_back_is_not_refreshed_yet() {
        History history = run(PAIR, PN, events("{at: 1m, fail: main-b, for: 1m}"));
        assertThat(rows(history, 90, "main-a", SERVER, "(Dup|Standby R|main-b)"))
                .containsExactly(
                        "Duplicated: yes",
                        "Standby Refreshed: no",
                        "Duplication Link: down",
                        "main-b ID: 2 Mode: unknown");
        assertThat(rows(history, 200, "main-b", SERVER, "(Standby|main-b)"))
                .containsExactly(
                        "Standby Busied: no",
                        "Standby Refreshed: no",
                        "Standby Shadowing: off",
                        "main-b ID: 2 Mode: Standby");
    }

    @Test
    void R68_without_the_arbiter_link_a_server_does_not_know_the_other_one() {
        History history = run(PAIR, PN, events("{at: 1m, fail: arbiter-link, for: 1m}"));
        assertThat(rows(history, 90, "main-b", SERVER, "(Duplication|main-)"))
                .containsExactly("Duplication Link: down", "main-a ID: 1 Mode: unknown", "main-b ID: 2 Mode: Active");
        assertThat(rows(history, 130, "main-b", SERVER, "(Duplication|main-)"))
                .containsExactly("Duplication Link: up", "main-a ID: 1 Mode: Standby", "main-b ID: 2 Mode: Active");
    }

    @Test
    void only_the_server_that_raised_an_alarm_shows_it_and_only_while_it_stands() {
        History history = run(CORE, PN, events("{at: 1m, fail: wan, for: 90s}"));
        assertThat(rows(history, 73, "main", ALARMS, "(PN|[0-9])")).isEmpty();
        assertThat(rows(history, 140, "main", ALARMS, "(PN|[0-9])"))
                .containsExactly(
                        "PN 01 PKT-INT n MAJOR 01/01/00:01 00/00/00:00",
                        "PN 01 EXP-PN n MAJOR 01/01/00:02 00/00/00:00");
        assertThat(rows(history, 140, "sc-10", ALARMS, "(PN|[0-9])")).isEmpty();
        assertThat(rows(history, 1199, "main", ALARMS, "(PN|[0-9])")).isEmpty();
    }

    @Test
    void forms_show_the_timers_that_are_administered_at_the_moment() {
        History history =
                run(CORE, PN, events("{at: 1m, set-timers: {socket-sanity-timeout: 5s, no-service-timeout: 2m}}"));
        assertThat(rows(history, 59, "main", IPSERVER_PARAMETERS, "IPSI Socket"))
                .containsExactly("IPSI Socket Sanity Timeout: 15");
        assertThat(rows(history, 60, "main", IPSERVER_PARAMETERS, "IPSI Socket"))
                .containsExactly("IPSI Socket Sanity Timeout: 5");
        assertThat(rows(history, 60, "sc-10", PORT_NETWORK_PARAMETERS, "No Service"))
                .containsExactly("No Service Time Out Interval (min): 2");
    }

    @Test
    void what_no_form_can_hold_stands_as_in_a_scenario_file() {
        History history =
                run("enforce-ranges: n", "timers: {no-service-timeout: 90s, socket-sanity-timeout: 2500ms}", PN);
        assertThat(rows(history, 0, "main", PORT_NETWORK_PARAMETERS, "No Service"))
                .containsExactly("No Service Time Out Interval (min): 1m30s");
        assertThat(rows(history, 0, "main", IPSERVER_PARAMETERS, "IPSI Socket"))
                .containsExactly("IPSI Socket Sanity Timeout: 2s500ms");
    }

    @Test
    void a_server_that_is_down_or_restarts_or_stands_by_has_no_session() {
        History history = run(PAIR, PN, events("{at: 1m, fail: main-b, for: 1m}", "{at: 150s, fail: main-a}"));
        assertThat(rows(history, 30, "main-b", ESS_CLUSTERS, "main-b"))
                .containsExactly("main-b is the standby server: log in to the active one.");
        assertThat(rows(history, 90, "main-b", SERVER, "main-b")).containsExactly("main-b does not answer.");
        assertThat(rows(history, 200, "main", ESS_CLUSTERS, "main-b"))
                .containsExactly("main-b is restarting: no session yet.");
    }

    @Test
    void every_line_fits_and_none_ends_with_a_blank() {
        for (String name :
                List.of("main-lost", "two-actives", "second-ipsi-does-not", "fragmented", "weekend-return")) {
            History history = Consoles.shipped(name);
            Screens screens = Screens.of(history);
            for (String from : Screens.viewpoints(history.scenario().estate())) {
                for (int part = 0; part <= 10; part++) {
                    assertThat(screens.at(history.duration() * part / 10, from))
                            .isNotEmpty()
                            .flatExtracting(Screen::lines)
                            .allSatisfy(line -> assertThat(line)
                                    .hasSizeLessThanOrEqualTo(Screen.WIDTH)
                                    .doesNotEndWith(" "));
                }
            }
        }
    }

    @Test
    void a_large_estate_takes_pages_of_24_lines_with_the_heading_on_each() {
        String cores = String.join(
                ", ",
                IntStream.rangeClosed(937, 999)
                        .mapToObj(cluster -> "{cluster: " + cluster + "}")
                        .toList());
        History history =
                run("servers: {survivable-cores: [" + cores + "]}", "port-networks: [{pn: 1-64, ipsis: duplicated}]");
        List<String> lines = Screens.of(history)
                .at(5000, "main", List.of(ESS_PORT_NETWORKS))
                .get(0)
                .lines();
        assertThat(lines.stream().filter(line -> line.contains("Page ")))
                .hasSize(8)
                .last()
                .asString()
                .endsWith("Page   8 of   8");
        assertThat(lines.stream().filter(line -> line.startsWith("Com PN "))).hasSize(8);
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Screen.WIDTH));
        assertThat(lines.indexOf("         press CANCEL to quit --  press NEXT PAGE to continue"))
                .isEqualTo(23);
        assertThat(rows(history, 5, "main", ESS_CLUSTERS)).hasSize(64);
    }

    @Test
    void a_time_outside_the_run_and_an_unknown_server_are_refused() {
        History history = run(CORE, PN);
        assertThatThrownBy(() -> Screens.of(history).at(1_200_001, "main"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Screens.of(history).at(-1, "main")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Screens.of(history).at(0, "sc-11"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no server sc-11");
        assertThat(Screens.viewpoints(history.scenario().estate())).containsExactly("main", "main-a", "sc-10");
    }
}
