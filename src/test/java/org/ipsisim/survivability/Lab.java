package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.OneLine;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;

/**
 * A small estate to try the rules on: the main at headquarters, port network 1 and core 10 at a branch, one WAN between
 * them, no latency. A test changes what it needs and gives the events as lines of a scenario file.
 */
final class Lab {
    private String duration = "20m";
    private String more = "";
    private String sites = "sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch]}]";
    private String servers = "servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}";
    private String portNetworks = "port-networks: [{pn: 1, site: branch, calls: {pn: 40, ip: 10}}]";
    private String events = "[]";

    static Lab lab() {
        return new Lab();
    }

    Lab lasting(String time) {
        duration = time;
        return this;
    }

    /** Further top-level keys, such as {@code timers: {reading: all-from-loss}}. */
    Lab with(String keys) {
        more += keys + "\n";
        return this;
    }

    Lab sites(String keys) {
        sites = keys;
        return this;
    }

    Lab servers(String value) {
        servers = "servers: " + value;
        return this;
    }

    Lab portNetworks(String value) {
        portNetworks = "port-networks: " + value;
        return this;
    }

    Lab events(String... lines) {
        events = "[" + String.join(", ", lines) + "]";
        return this;
    }

    Scenario scenario() {
        String yaml = String.join(
                "\n",
                "title: Lab",
                "duration: " + duration,
                more,
                sites,
                servers,
                portNetworks,
                "events: " + events,
                "");
        ReadResult result = ScenarioReader.read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(result.scenario()).as(result.diagnostics().toString()).isPresent();
        return result.scenario().get();
    }

    Lesson run() {
        return new Lesson(Simulation.run(scenario()));
    }

    /** The run with every heartbeat. */
    Lesson runWithHeartbeats() {
        return new Lesson(Simulation.run(scenario(), Detail.HEARTBEATS));
    }

    /** What a run showed, in the words of the tests. */
    record Lesson(History history) {
        /** The one-line history of port network 1, without its name. */
        String line() {
            return line(1);
        }

        String line(int pn) {
            String line = OneLine.of(pn(pn), history.scenario().estate().main().cluster());
            return line.substring(line.indexOf(": ") + 2);
        }

        PnHistory pn(int number) {
            return history.findPortNetwork(number).orElseThrow();
        }

        /** The heartbeats of a server to an IPSI, such as {@code ipsi-1a}. */
        HeartbeatHistory heartbeats(String server, String ipsi) {
            return history.heartbeats().stream()
                    .filter(way -> way.server().id().equals(server) && ("ipsi-" + way.ipsi()).equals(ipsi))
                    .findFirst()
                    .orElseThrow();
        }

        /** The numbers of the beats of the main to port network 1 that were lost. */
        List<Long> lost() {
            return lost("main-a", "ipsi-1a");
        }

        List<Long> lost(String server, String ipsi) {
            HeartbeatHistory way = heartbeats(server, ipsi);
            return way.beats()
                    .filter(beat -> !beat.delivered())
                    .map(beat -> beat.due() / way.interval())
                    .toList();
        }

        /** The priority list of the A side of a port network. */
        List<Integer> list(int pn, int atSecond) {
            return pn(pn).listAt(new IpsiId(pn, IpsiId.Side.A), atSecond * 1000L);
        }

        /** What happened to a subject: time in seconds and type. */
        List<String> trace(String subject) {
            return history.trace().stream()
                    .filter(entry -> entry.subject().name().equals(subject))
                    .map(entry -> entry.at() / 1000.0 + " " + entry.what().type())
                    .toList();
        }

        /** What the entries of one type say of a subject. */
        List<String> texts(String subject, String type) {
            return history.trace().stream()
                    .filter(entry -> entry.subject().name().equals(subject))
                    .filter(entry -> entry.what().type().equals(type))
                    .map(history::textOf)
                    .toList();
        }

        /** The rules that the entries of one type follow. */
        List<String> rules(String subject, String type) {
            return history.trace().stream()
                    .filter(entry -> entry.subject().name().equals(subject))
                    .filter(entry -> entry.what().type().equals(type))
                    .map(entry -> String.join(" ", entry.rules()))
                    .toList();
        }

        /** The roles of a server, each with its length in seconds. */
        String roles(String server) {
            return history.servers().stream()
                    .filter(s -> s.server().id().equals(server))
                    .flatMap(s -> s.timeline().stream())
                    .map(span -> span.role().key() + " " + (span.to() - span.from()) / 1000)
                    .collect(Collectors.joining(" | "));
        }

        /** The types from a port network's last entry of a type back to what the scenario did. */
        List<String> causesOf(String subject, String type) {
            TraceEntry entry = history.trace().stream()
                    .filter(e -> e.subject().name().equals(subject)
                            && e.what().type().equals(type))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            List<String> chain = new ArrayList<>();
            while (entry != null) {
                chain.add(entry.what().type());
                entry = history.findEntry(entry.cause()).orElse(null);
            }
            return chain;
        }
    }
}
