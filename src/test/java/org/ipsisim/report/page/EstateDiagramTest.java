package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.study.Variants;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class EstateDiagramTest {
    private static final EstateDiagram WAN_CUT = EstateDiagram.of(run("""
            sites: [hq, dallas]
            links: [{id: wan, between: [hq, dallas], latency: 20ms}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: dallas}]}
            port-networks: [{pn: 1-2, site: dallas}, {pn: 3, site: hq}]
            events: [{at: 1m, fail: wan, for: 14m}]
            """));

    private static History run(String yaml) {
        byte[] scenario = ("title: A cut\nduration: 20m\n" + yaml).getBytes(StandardCharsets.UTF_8);
        return Simulation.run(
                ScenarioReader.read("test.yaml", scenario, List.of()).scenario().orElseThrow());
    }

    @Test
    void shows_what_is_up_and_who_controls_whom_before_during_and_after_a_cut() throws Exception {
        assertThat(state(0, "link:wan")).isEqualTo("wan hq – dallas: up");
        assertThat(state(0, "pn:1")).isEqualTo("PN 1: in service, main");
        assertThat(state(0, "server:sc-10")).isEqualTo("sc-10: idle");

        assertThat(state(200_000, "link:wan")).isEqualTo("wan hq – dallas: failed");
        assertThat(state(200_000, "pn:1")).isEqualTo("PN 1: no service");
        assertThat(state(200_000, "pn:3")).isEqualTo("PN 3: in service, main");

        assertThat(state(600_000, "pn:1")).isEqualTo("PN 1: in service, core 10");
        assertThat(state(600_000, "server:sc-10")).isEqualTo("sc-10: active, core 10");
    }

    @Test
    void a_port_network_has_the_colour_of_the_server_that_controls_it() throws Exception {
        Document svg = parse(WAN_CUT.at(600_000, "e"));

        assertThat(fill(svg, "pn:1")).isEqualTo(fill(svg, "server:sc-10")).isNotEqualTo(fill(svg, "pn:3"));
        assertThat(fill(svg, "pn:3")).isEqualTo(fill(svg, "server:main-a"));
    }

    @Test
    void knows_when_most_is_out_of_service() throws Exception {
        assertThat(state(WAN_CUT.worst(), "pn:1")).isEqualTo("PN 1: no service");
        assertThat(EstateDiagram.of(run("port-networks: [{pn: 1}]")).worst()).isZero();
    }

    @Test
    void says_the_same_in_words() throws Exception {
        assertThat(parse(WAN_CUT.at(600_000, "e"))
                        .getElementsByTagName("desc")
                        .item(0)
                        .getTextContent())
                .contains("wan: failed", "PN 1-2: in service, core 10", "PN 3: in service, main");
    }

    @Test
    void is_well_formed_and_the_same_each_time_whatever_the_names() throws Exception {
        History hostile = Variants.hostile();

        assertThat(parse(EstateDiagram.of(hostile).at(0, "e"))
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
        assertThat(EstateDiagram.of(hostile).at(0, "e"))
                .isEqualTo(EstateDiagram.of(hostile).at(0, "e"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 16, 29})
    void sites_and_names_of_links_do_not_cover_one_another(int branches) throws Exception {
        Document svg = parse(EstateDiagram.of(branches(branches)).at(0, "e"));
        List<double[]> boxes = new ArrayList<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("data-part").startsWith("site:")) {
                String[] at = ((Element) group.getParentNode())
                        .getAttribute("transform")
                        .split("[( )]");
                Element box = (Element) group.getElementsByTagName("rect").item(0);
                boxes.add(new double[] {
                    Double.parseDouble(at[1]),
                    Double.parseDouble(at[2]),
                    Double.parseDouble(box.getAttribute("width")),
                    Double.parseDouble(box.getAttribute("height"))
                });
            }
        }
        assertThat(boxes).hasSize(branches + 1);
        NodeList texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (text.getAttribute("class").contains("ed-on")) {
                double half = text.getTextContent().length() * 2.5;
                boxes.add(new double[] {
                    Double.parseDouble(text.getAttribute("x")) - half,
                    Double.parseDouble(text.getAttribute("y")) - 8,
                    2 * half,
                    10
                });
            }
        }
        assertThat(boxes).hasSizeGreaterThan(branches + 1);
        for (int i = 0; i < boxes.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(overlap(boxes.get(i), boxes.get(k)))
                        .as("%s and %s", boxes.get(i), boxes.get(k))
                        .isFalse();
            }
        }
    }

    @Test
    void a_link_between_two_branches_does_not_hide_behind_the_site_between_them() throws Exception {
        Document svg = parse(EstateDiagram.of(run("""
                        sites: [hq, east, west]
                        links:
                          - {id: mpls-east, between: [hq, east]}
                          - {id: mpls-west, between: [hq, west]}
                          - {id: backup, between: [east, west]}
                        servers: {main: {site: hq}}
                        port-networks: [{pn: 1, site: east}, {pn: 2, site: west}]
                        """)).at(0, "e"));
        String[] line = part(svg, "link:backup")
                .getElementsByTagName("path")
                .item(0)
                .getAttributes()
                .getNamedItem("d")
                .getNodeValue()
                .split("[ML ]+");
        Element hq = part(svg, "site:hq");
        double top = Double.parseDouble(
                ((Element) hq.getParentNode()).getAttribute("transform").split("[( )]")[2]);
        double height =
                Double.parseDouble(((Element) hq.getElementsByTagName("rect").item(0)).getAttribute("height"));
        assertThat(Double.parseDouble(line[2])).isGreaterThan(top + height);
        assertThat(line[4]).isEqualTo(line[2]);
    }

    /** Branches around a main and a hub, every other one with a core, two port networks and a second link. */
    private static History branches(int count) {
        StringBuilder sites = new StringBuilder("sites: [hq");
        StringBuilder links = new StringBuilder("links:\n");
        StringBuilder cores = new StringBuilder("servers:\n  main: {site: hq, duplex: y}\n  survivable-cores:\n");
        StringBuilder pns = new StringBuilder("port-networks:\n");
        for (int i = 1; i <= count; i++) {
            sites.append(", branch-").append(i);
            links.append("  - {id: wan-" + i + ", between: [hq, branch-" + i + "], latency: 9ms}\n");
            if (i % 2 == 1) {
                links.append("  - {id: vpn-" + i + ", between: [hq, branch-" + i + "], latency: 30ms}\n");
                cores.append("    - {cluster: " + (i + 1) + ", site: branch-" + i + "}\n");
            }
            pns.append("  - {pn: " + (2 * i - 1) + "-" + 2 * i + ", site: branch-" + i + "}\n");
        }
        return run(sites + "]\n" + links + cores + pns + "events: [{at: 1m, fail: wan-1}, {at: 2m, fail: vpn-1}]\n");
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
    }

    private static String state(long at, String part) throws Exception {
        return part(parse(WAN_CUT.at(at, "e")), part)
                .getElementsByTagName("title")
                .item(0)
                .getTextContent();
    }

    private static String fill(Document svg, String part) {
        return ((Element) part(svg, part).getElementsByTagName("rect").item(0)).getAttribute("fill");
    }

    private static Element part(Document svg, String name) {
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            if (((Element) groups.item(i)).getAttribute("data-part").equals(name)) {
                return (Element) groups.item(i);
            }
        }
        throw new AssertionError("no " + name);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
