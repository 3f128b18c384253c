package org.ipsisim.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.console.Estates.estate;
import static org.ipsisim.console.Estates.imported;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.junit.jupiter.api.Test;

/** What an import takes from a screen, and what it leaves to be asked for. */
class ImportTest {
    private static final String PN_HEADING = """
            status ess port-networks
            Cluster ID 1              ESS PORT NETWORK INFORMATION

                         Port IPSI Pri/  Pri/    Cntl Connected
            Com PN  Intf Ntwk Gtwy Sec   Sec     Clus Clus(ter)
            Num Num Type Ste  Ste  Loc   State   ID   IDs
            """;

    private static final String CORE_HEADING = """
            display system-parameters ess
                                ENTERPRISE SURVIVABLE SERVER INFORMATION
            CLID Plat Type  ID Node Name   ID Node Name   Scr Com  Prf Prf Only
            """;

    private static List<String> yaml(ImportedEstate imported) {
        return imported.yaml(Map.of()).lines().map(String::strip).toList();
    }

    private static List<Integer> portNetworks(ImportedEstate imported) {
        return estate(imported).portNetworks().stream().map(PortNetwork::number).toList();
    }

    @Test
    void text_without_a_screen_gives_nothing() {
        assertThat(imported("", "Dear all,\nthe PBX is down again.\n").isEmpty())
                .isTrue();
        assertThat(imported("Command: list station\n1 2 3 y n\n").isEmpty()).isTrue();
    }

    @Test
    void a_core_that_is_disabled_is_told_and_left_for_the_reader_to_disable() {
        ImportedEstate imported = imported("""
                status ess clusters
                Cluster ID 1                ESS CLUSTER INFORMATION

                   ID    Enabled?      ID      Registered?   Updated          Version
                    1    y             1           y
                   20    y             3           y
                   30    n                         n
                """);
        assertThat(estate(imported).survivableCores())
                .extracting(SurvivableCore::cluster)
                .containsExactly(20, 30);
        assertThat(yaml(imported))
                .filteredOn(line -> line.contains("disabled in"))
                .singleElement()
                .asString()
                .startsWith("- {cluster: 30}  # disabled in screens-1.txt:7; the event {at: 0s, disable: sc-30}"
                        + " does that here");
    }

    @Test
    void what_is_asked_about_timers_stands_under_them_or_alone() {
        assertThat(imported("server\n SERVER STATUS\n      Duplicated: yes\n").yaml(Map.of()))
                .contains("\n# not in the screens: timers.no-service-timeout (5m)\n");
    }

    @Test
    void a_port_network_with_its_community_boards_and_lists() {
        ImportedEstate imported = imported(PN_HEADING
                + "  7   3 IPSI up   up   3A01  actv-aa    1 1 10 20\n"
                + "                  up   3B01  standby    1 1 20\n"
                + "  1   4 IPSI up   up   4A01  actv-aa    1 1 10 20\n");
        assertThat(yaml(imported))
                .contains("- {pn: 3, community: 7, ipsis: duplicated}", "- {pn: 4, community: 1}")
                .contains("# list of ipsi-3b in screens-1.txt:8: [1, 20]");
        assertThat(imported.priorityLists())
                .isEqualTo(Map.of("3a", List.of(1, 10, 20), "3b", List.of(1, 20), "4a", List.of(1, 10, 20)));
    }

    @Test
    void the_heading_says_which_number_is_the_port_network_and_without_it_nobody_knows() {
        String row = "  7   3 IPSI up   up   3A01  actv-aa    1 1 10\n";
        assertThat(portNetworks(imported(PN_HEADING.replace("Com PN ", "PN  Com") + row)))
                .containsExactly(7);
        ImportedEstate half = imported("status ess port-networks\n" + row);
        assertThat(yaml(half))
                .contains("- {pn: 1}  # not in the screens: any port network; this one makes the file runnable")
                .anyMatch(line -> line.startsWith("- {cluster: 10}"));
    }

    @Test
    void a_second_row_belongs_to_the_row_before_if_the_cabinet_is_the_same() {
        ImportedEstate imported = imported(PN_HEADING
                + "  1   3 IPSI up   up   3A01  actv-aa    1 1\n"
                + "                  up   4B01  standby    1 1\n");
        assertThat(estate(imported).portNetworks().get(0).duplicatedIpsis()).isFalse();
    }

    @Test
    void a_star_has_no_list_and_a_missing_controller_is_told_from_the_columns() {
        ImportedEstate imported = imported(PN_HEADING
                + "  1   3 IPSI down down 3A01  unknown    *\n"
                + "  1   4 IPSI down up   4A01  active       1 10\n");
        assertThat(imported.priorityLists()).isEqualTo(Map.of("4a", List.of(1, 10)));
    }

    @Test
    void a_list_that_the_screen_itself_wraps_goes_on_below() {
        ImportedEstate imported = imported(PN_HEADING
                + "  1   3 IPSI up   up   3A01  actv-aa    1 1 10 50 90\n"
                + "                                          20 60\n");
        assertThat(imported.priorityLists()).isEqualTo(Map.of("3a", List.of(1, 10, 50, 90, 20, 60)));
    }

    @Test
    void of_system_parameters_ess_the_main_and_the_cores() {
        Estate estate = estate(imported(CORE_HEADING
                + "MAIN SERVERS\n   5 Duplex     1 main-a       2 main-b\nENTERPRISE SURVIVABLE SERVERS\n"
                + "  20 Simplex    4 sc-20                       50   3  n   y   n\n"));
        assertThat(estate.main().cluster()).isEqualTo(5);
        assertThat(estate.main().duplex()).isTrue();
        assertThat(estate.survivableCores()).containsExactly(new SurvivableCore(20, "lan", 3, false, true, false, 50));
    }

    @Test
    void a_row_that_lost_its_end_says_nothing_that_could_be_another() {
        ImportedEstate imported =
                imported(CORE_HEADING + "  20 Simplex    4 sc-20                       50   3  n   y\n"
                        + "  30 Simplex    5 sc-30                       90   4  n   n   y\n");
        assertThat(estate(imported).survivableCores())
                .extracting(SurvivableCore::cluster)
                .containsExactly(30);
    }

    @Test
    void system_preferred_excludes_local_R33_so_both_are_left_out_or_one_follows() {
        ImportedEstate both =
                imported(CORE_HEADING + "  20 Simplex    4 sc-20                       50   3  y   y   n\n");
        assertThat(both.contradictions()).containsExactly("core 20 is system preferred and local in screens-1.txt:4");
        assertThat(yaml(both))
                .contains("- {cluster: 20, community: 3, priority-score: 50}"
                        + "  # not in the screens: system-preferred, local-preferred, local-only");
        ImportedEstate one =
                imported("display survivable-processor dallas\n Cluster ID/MID: 20\n Local Preferred? y\n");
        assertThat(yaml(one))
                .anyMatch(line -> line.startsWith(
                        "- {cluster: 20, system-preferred: n, local-preferred: y}  # system-preferred: n is implied"));
    }

    @Test
    void a_pair_of_survivable_servers_is_one_server_here_and_the_file_says_so() {
        ImportedEstate imported =
                imported("                 SURVIVABLE PROCESSOR\nType: duplex-ess  Cluster ID/MID: 20\n");
        assertThat(yaml(imported)).anyMatch(line -> line.contains("# a pair on the screens; one server here"));
    }

    @Test
    void fields_of_a_form_whose_beginning_is_lost_are_not_those_of_the_form_before() {
        ImportedEstate imported =
                imported("display survivable-processor ess20\nCluster ID/MID: 20\n Priority Score: 50\n"
                        + " Local Only? n\n Priority Score: 90\n Local Preferred? y\n");
        assertThat(yaml(imported))
                .anyMatch(line -> line.startsWith("- {cluster: 20, local-only: n, priority-score: 50}"));
    }

    @Test
    void the_main_alone_shows_several_clusters_so_the_title_names_it() {
        String rows = "    3    y             1           y                            R015x.02.1.016.4\n"
                + "   10    unknown                   n\n";
        Estate estate = estate(imported("Cluster ID 3                ESS CLUSTER INFORMATION\n" + rows));
        assertThat(estate.main().cluster()).isEqualTo(3);
        assertThat(estate.survivableCores()).extracting(SurvivableCore::cluster).containsExactly(10);
        assertThat(estate.release().key()).isEqualTo("cm-5");
    }

    @Test
    void a_core_shows_itself_alone_and_who_the_main_is_remains_a_question() {
        assertThat(yaml(imported(
                        "Cluster ID 10               ESS CLUSTER INFORMATION\n   10    y   3    n   R017x.00\n")))
                .contains(
                        "release: cm-6",
                        "main: {}  # not in the screens: the cluster of the main (1), whether the main is duplex (n)")
                .anyMatch(line -> line.startsWith("- {cluster: 10}"));
    }

    @Test
    void a_page_of_communities_may_list_port_networks_that_are_not_there() {
        String page = "COMMUNITY ASSIGNMENTS FOR PORT NETWORKS\n"
                + IntStream.rangeClosed(1, 64)
                        .mapToObj(pn -> "  " + pn + ": 2\n")
                        .collect(Collectors.joining());
        assertThat(portNetworks(imported(page))).hasSize(64);
        ImportedEstate imported = imported(page, PN_HEADING + "  2   9 IPSI up   up   9A01  actv-aa    1 1\n");
        assertThat(portNetworks(imported)).containsExactly(9);
        assertThat(imported.contradictions()).isEmpty();
    }

    @Test
    void screens_that_contradict_each_other_are_told_with_their_places_and_not_believed() {
        ImportedEstate imported = imported(
                "No Service Time Out Interval (min): 5\n" + PN_HEADING
                        + "  1   3 IPSI up   up   3A01  actv-aa    1 1\n",
                "\nNo Service Time Out Interval (min): 3\n" + PN_HEADING
                        + "  2   3 IPSI up   up   3A01  actv-aa    1 1\n");
        assertThat(imported.contradictions())
                .containsExactly(
                        "community of port network 3 is 1 in screens-1.txt:8, 2 in screens-2.txt:9",
                        "no-service-timeout is 5m in screens-1.txt:1, 3m in screens-2.txt:2");
        assertThat(yaml(imported))
                .contains("- {pn: 3}  # not in the screens: community")
                .contains(
                        "# contradiction, left out: no-service-timeout is 5m in screens-1.txt:1, 3m in screens-2.txt:2");
    }

    @Test
    void a_return_on_a_day_of_the_week_is_asked_for_as_a_time_of_the_run() {
        ImportedEstate imported = imported("Auto Return: scheduled\n  Day: saturday  Time: 02:00\n" + PN_HEADING);
        assertThat(estate(imported).fallback()).isInstanceOf(Fallback.Manual.class);
        assertThat(yaml(imported))
                .contains("# not in the screens: when, from the start of the run, port networks return:"
                        + " auto-return is scheduled for saturday 02:00 (fallback)");
    }

    @Test
    void a_value_out_of_the_range_of_the_release_stays_and_the_file_can_be_run() {
        ImportedEstate imported = imported("IPSI Socket Sanity Timeout: 2\nPN Cold Reset Delay Timer (sec): 120\n");
        assertThat(yaml(imported)).contains("enforce-ranges: n  # a value is out of the range of the release");
        assertThat(estate(imported).timers().get(TimerSetting.SOCKET_SANITY_TIMEOUT))
                .hasSeconds(2);
        assertThat(estate(imported).timers().get(TimerSetting.PN_COLD_RESET_DELAY))
                .hasSeconds(120);
    }

    @Test
    void list_ipserver_interface_with_addresses_and_a_second_row_without_number() {
        ImportedEstate imported = imported("list ipserver-interface\n          IP SERVER INTERFACE INFORMATION\n"
                + " 12   12A01   172.28.3.10   ipsi-A12a  IN   actv-aa   0.0.0.0\n"
                + "      12B01   172.28.3.11   ipsi-A12b  OUT  standby   0.1.1.0\n");
        assertThat(estate(imported).portNetworks().get(0).duplicatedIpsis()).isTrue();
        assertThat(portNetworks(imported)).containsExactly(12);
    }

    @Test
    void ignore_connectivity_of_the_port_network_that_command_and_title_name() {
        String form = "IP SERVER INTERFACE (IPSI) ADMINISTRATION - PORT NETWORK 3\n"
                + "Ignore Connectivity in Server Arbitration? y\n";
        assertThat(yaml(imported("display ipserver-interface 3     Page   1 of   1\n" + form)))
                .anyMatch(line -> line.startsWith("- {pn: 3, ignore-connectivity-in-arbitration: y}"));
        assertThat(yaml(imported("display ipserver-interface 4     Page   1 of   1\n" + form)))
                .isNotEmpty()
                .noneMatch(line -> line.contains("ignore-connectivity"));
    }

    @Test
    void what_a_terminal_sent_to_draw_the_screen() {
        ImportedEstate imported = imported("\u001b[2J\u001b[1;1H\u001b[7mstatus ess port-networks\u001b[0m"
                + "\u001b[5;1HCom PN  Intf Ntwk Gtwy Sec   Sec     Clus Clus(ter)"
                + "\u001b[7;3H1\u001b[7;7H3\u001b[7;9HIPSI up   up   3A01  actv-aa"
                + "\u001b[7;41H1\u001b[7;43H1 10\u001b[K\u001b[24;1HCommand:\u001b[0m\n");
        assertThat(imported.priorityLists()).isEqualTo(Map.of("3a", List.of(1, 10)));
    }

    @Test
    void a_window_too_narrow_for_the_rows() {
        String text = PN_HEADING + "  1   3 IPSI up   up   3A01  actv-aa    1 1 10 50 90 20 60\n";
        String narrow = text.lines()
                .map(line -> line.length() > 52 ? line.substring(0, 52) + "\n" + line.substring(52) : line)
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(imported(narrow).priorityLists()).isEqualTo(Map.of("3a", List.of(1, 10, 50, 90, 20, 60)));
    }

    @Test
    void digits_that_the_edge_of_a_window_parted_are_not_put_together() {
        String text = PN_HEADING + "  1   3 IPSI up   up   3A01  actv-aa    1 1 10 5\n0 90\n";
        ImportedEstate imported = imported(text.lines()
                .map(line -> line.length() > 47 ? line.substring(0, 47) : line)
                .collect(Collectors.joining("\n", "", "\n")));
        assertThat(estate(imported).survivableCores())
                .extracting(SurvivableCore::cluster)
                .doesNotContain(5, 50, 90);
    }

    @Test
    void the_last_word_of_a_file_without_a_line_end_may_be_half_a_word() {
        assertThat(yaml(imported("No Service Time Out Interval (min): 1")))
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("no-service-timeout"));
        assertThat(yaml(imported("No Service Time Out Interval (min): 1\n"))).contains("no-service-timeout: 1m");
    }

    @Test
    void a_file_in_UTF_16_as_some_editors_save_it() {
        byte[] bytes = ("\ufeff" + "PN Cold Reset Delay Timer (sec): 90\r\n").getBytes(StandardCharsets.UTF_16LE);
        assertThat(ImportedEstate.of(List.of(new ImportedEstate.Capture("notes.txt", bytes)))
                        .yaml(Map.of()))
                .contains("pn-cold-reset-delay: 1m30s");
    }

    @Test
    void a_list_that_the_estate_has_too_becomes_an_expectation_and_another_one_a_comment() {
        ImportedEstate imported = imported(PN_HEADING
                + "  1   3 IPSI up   up   3A01  actv-aa    1 1 10 20\n"
                + "  1   4 IPSI up   up   4A01  actv-aa    1 1 20\n");
        assertThat(imported.yaml(Map.of("3a", List.of(1, 10, 20), "4a", List.of(1, 10, 20))))
                .contains("\nexpect:\n  - {ipsi: 3a, at: 0s, priority-list: [1, 10, 20]}\n")
                .contains("# list of ipsi-4a in screens-1.txt:8: [1, 20]; in this file at the start: [1, 10, 20]\n");
    }

    @Test
    void a_file_can_have_any_name() {
        ImportedEstate imported = ImportedEstate.of(List.of(new ImportedEstate.Capture(
                "a\nduration: 1s\u2028#.txt", "IPSI Socket Sanity Timeout: 9\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(estate(imported).timers().get(TimerSetting.SOCKET_SANITY_TIMEOUT))
                .hasSeconds(9);
        assertThat(imported.yaml(Map.of())).startsWith("# Imported from console screens: a?duration: 1s?#.txt\n");
    }

    @Test
    void more_cores_than_an_estate_can_have() {
        String rows = IntStream.rangeClosed(2, 70)
                .mapToObj(cluster -> "   " + cluster + "    y    3    y\n")
                .collect(Collectors.joining());
        ImportedEstate imported = imported("   ESS CLUSTER INFORMATION\n" + rows);
        assertThat(estate(imported).survivableCores()).hasSize(Estate.MAX_SURVIVABLE_CORES);
        assertThat(yaml(imported)).contains("# more than 63 are not possible: 70");
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/import", name));
    }

    @Test
    void a_form_with_labels_that_are_not_to_the_letter() throws IOException {
        assertThat(yaml(imported(file("survivable-processor.txt"))))
                .contains("- {cluster: 10, community: 2, system-preferred: n, local-preferred: y, local-only: n,"
                        + " priority-score: 50}");
    }

    @Test
    void the_list_of_survivable_processors_names_cores_by_cluster_and_remotes_by_name() throws IOException {
        ImportedEstate imported = imported(file("list-survivable-processor.txt"));
        assertThat(estate(imported).survivableCores())
                .extracting(SurvivableCore::cluster)
                .containsExactly(10);
        assertThat(yaml(imported)).contains("- {name: plant-lsp}").noneMatch(line -> line.contains("{cluster: 2"));
    }

    @Test
    void a_survivable_remote_with_a_reserved_name_is_only_mentioned() throws IOException {
        assertThat(yaml(imported(file("list-survivable-processor.txt").replace("plant-lsp", "pn-1"))))
                .contains("# a survivable remote without a name that can be used here, in screens-1.txt:12")
                .noneMatch(line -> line.contains("name: pn-1"));
    }

    @Test
    void a_field_that_is_there_and_not_understood_is_not_said_to_be_missing() {
        ImportedEstate imported =
                imported("Auto Return: sometimes\n PN Cold Reset Delay Timer (sec): soon\n  Auto Return: sometimes\n");
        assertThat(imported.misunderstood())
                .containsExactly(
                        "Auto Return is `sometimes` in screens-1.txt:1",
                        "PN Cold Reset Delay Timer (sec) is `soon` in screens-1.txt:2",
                        "Auto Return is `sometimes` in screens-1.txt:3");
        assertThat(yaml(imported))
                .contains(
                        "# not understood: Auto Return is `sometimes` in screens-1.txt:1",
                        "# in the screens, but not understood: fallback.auto-return (no)",
                        "# in the screens, but not understood: timers.pn-cold-reset-delay (1m)",
                        "# not in the screens: timers.no-service-timeout (5m)");
    }

    @Test
    void a_flag_of_a_form_that_is_not_understood_is_named() throws IOException {
        String form = file("survivable-processor.txt").replace("Local Only: n", "Local Only: ja");
        assertThat(imported(form).misunderstood()).containsExactly("Local Only is `ja` in screens-1.txt:15");
    }

    private static String log(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/replay", name));
    }

    @Test
    void alarms_name_port_networks() throws IOException {
        assertThat(portNetworks(imported(log("alarms-web.txt")))).containsExactly(1);
    }

    @Test
    void silences_of_the_log_become_events() throws IOException {
        ImportedEstate imported = imported(log("ecs-log.txt"));
        assertThat(yaml(imported))
                .contains(
                        "- {pn: 4}  # not in the screens: community",
                        "- {at: 1m, fail: pn-4, for: 14s}  # 2026-01-12T09:12:00.900 in screens-1.txt:4")
                .anyMatch(line -> line.startsWith("duration: 31m14s"))
                .noneMatch(line -> line.endsWith("the events"));
    }

    @Test
    void silences_of_two_IPSIs_and_of_other_decades() {
        String line =
                "YEAR0112:091214900:8314:pcd(6012):MED:[[3:SIDE] checkSlot: data received; socket delay is 14 secs]\n";
        ImportedEstate imported = imported(line.replace("YEAR", "2026").replace("SIDE", "0")
                + line.replace("YEAR", "2026").replace("SIDE", "1").replace("091214900", "091219900")
                + line.replace("YEAR", "2056").replace("SIDE", "0")
                + line.replace("YEAR", "2026").replace("0112", "0231"));
        assertThat(yaml(imported))
                .contains(
                        "- {at: 1m, fail: pn-4, for: 14s}  # 2026-01-12T09:12:00.900 in screens-1.txt:1",
                        "- {at: 1m5s, fail: pn-4, for: 14s}  # 2026-01-12T09:12:05.900 in screens-1.txt:2",
                        "# silences in the log that are left out: 1");
        assertThat(estate(imported).portNetworks()).hasSize(1);
    }
}
