package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentMarkdown;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** What happened, incident by incident: three sites, a pair of main servers at hq, core 10 at west, a VPN as a second way. */
class IncidentsTest {
    private static final String ESTATE = """
            title: Three sites
            duration: 2h
            sites: [hq, east, west]
            links:
              - {id: mpls-east, between: [hq, east], latency: 18ms}
              - {id: mpls-west, between: [hq, west], latency: 22ms}
              - {id: vpn, between: [east, west], latency: 45ms}
            servers: {main: {site: hq, duplex: y}, survivable-cores: [{cluster: 10, site: west}]}
            port-networks:
              - {pn: 1, site: hq, calls: {pn: 100}}
              - {pn: 2, site: east, calls: {pn: 40}}
              - {pn: 3, site: west, calls: {pn: 30}}
            events:
            """;

    /** The story as Markdown, a line for each heading and sentence. */
    private static List<String> story(String... events) {
        String yaml = ESTATE + "  - " + String.join("\n  - ", events) + "\n";
        var scenario = ScenarioReader.read("three.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
        Document document = new Document("", "", "");
        Incidents.addTo(document, Simulation.run(scenario));
        return DocumentMarkdown.sections(document, "## ")
                .lines()
                .filter(line -> !line.isEmpty())
                .skip(1)
                .toList();
    }

    @Test
    void what_failed_together_is_named_and_port_networks_of_one_fate_share_a_sentence() {
        assertThat(story("{at: 31m, fail: hq, for: 22m}"))
                .containsExactly(
                        "### At 31m site hq failed for 22m, with main-a, main-b and 2 links",
                        "- Port network 1 (hq) went down at 31m (100 calls dropped), was restarted by the main at 53m"
                                + " and was back in service under the main at 54m. That is 23m without service.",
                        "- Port networks 2 and 3 (east, west) lost contact with the main at 31m, reset warm at 31m14s,"
                                + " reset cold at 32m14s (70 calls dropped), waited 4m30s for a server, were restarted"
                                + " by core 10 at 37m14s and were back in service under core 10 at 38m14s. That is 6m"
                                + " without service and 1m without new calls, each.");
    }

    @Test
    void a_fault_that_costs_nothing_says_why() {
        assertThat(story("{at: 2m, fail: mpls-east, for: 4m}"))
                .containsExactly(
                        "### At 2m link mpls-east failed for 4m",
                        "- It cost nothing: heartbeats took another way, from hq to east over mpls-west and vpn."
                                + " No port network lost service, and no call dropped.");
        assertThat(story("{at: 2m, fail: vpn}").get(1)).contains("no port network was controlled through it");
        assertThat(story("{at: 2m, fail: main-a, for: 4m}").get(1))
                .contains("the standby main took over, with the state of the calls");
        assertThat(story("{at: 2m, fail: mpls-east, for: 10s}", "{at: 2m, fail: vpn, for: 10s}")
                        .get(1))
                .contains("missed heartbeats for 10s from 2m. Nothing was reset, since no silence reached the 15s");
    }

    @Test
    void a_flap_is_one_incident_and_what_an_operator_orders_is_another() {
        List<String> story = story(
                "{at: 5m, fail: vpn}",
                "{at: 10m, flap: mpls-east, down: 20s, up: 10s, times: 8}",
                "{at: 1h, fail: hq, for: 10m}",
                "{at: 80m, forced-takeover: 1, port-networks: all}");
        assertThat(story.stream().filter(line -> line.startsWith("###")))
                .containsExactly(
                        "### At 5m link vpn failed and did not come back",
                        "### At 10m link mpls-east failed 8 times, the last time until 13m50s",
                        "### At 1h site hq failed for 10m, with main-a, main-b and 2 links",
                        "### At 1h20m an operator moved port networks 1 to 3 to the main");
        assertThat(story.get(3))
                .isEqualTo(
                        "- Port network 2 (east) lost contact 8 times and reset warm 8 times from 10m on; it was back"
                                + " in service under the main at 13m50s for good. That is 48s without new calls; no call dropped.");
    }
}
