package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.history.History;
import org.ipsisim.report.page.ReportDirectory;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;

/** Runs, and their pages as {@code --report} writes them. */
final class Reports {
    /** Two branches under cores of their own and a link that flaps for an hour, over and over long enough for a restart. */
    static final String BUSY = """
            title: Eight port networks in a bad hour
            duration: 70m
            sites: [hq, east, west]
            links:
              - {id: wan-east, between: [hq, east], latency: 20ms}
              - {id: wan-west, between: [hq, west], latency: 35ms}
            servers:
              main: {site: hq, duplex: y, standby-site: east}
              survivable-cores:
                - {cluster: 10, site: east, community: 2, system-preferred: n, local-preferred: y}
                - {cluster: 20, site: west, community: 3, system-preferred: n, local-preferred: y}
            fallback: {auto-return: connection-up, connection-up-time: 3m}
            timers: {no-service-timeout: 2m}
            port-networks:
              - {pn: 1-2, site: hq, calls: {pn: 80, ip: 40}}
              - pn: 3-5
                site: east
                community: 2
                ipsis: duplicated
                traffic: {calls-per-hour: 300, mean-hold: 3m}
              - {pn: 6-8, site: west, community: 3, calls: {pn: 40, ip: 10}}
            events:
              - {at: 2m, flap: wan-west, down: 100s, up: 80s, times: 12}
              - {at: 3m, flap: wan-east, down: 4m, up: 4m, times: 6}
              - {at: 55m, fail: main-a, for: 3m}
            """;

    /** The largest estate: sixty-four port networks at eight branches, each with a core. */
    static String sixtyFour() {
        StringBuilder yaml = new StringBuilder("title: The largest estate\nduration: 20m\nsites: [hq");
        for (int i = 1; i <= 8; i++) {
            yaml.append(", b").append(i);
        }
        yaml.append("]\nlinks:\n");
        for (int i = 1; i <= 8; i++) {
            yaml.append("  - {id: wan-%1$d, between: [hq, b%1$d], latency: %1$d0ms}\n".formatted(i));
        }
        yaml.append("servers:\n  main: {site: hq}\n  survivable-cores:\n");
        for (int i = 1; i <= 8; i++) {
            yaml.append(
                    "    - {cluster: %1$d0, site: b%1$d, community: %2$d, system-preferred: n, local-preferred: y, local-only: y}\n"
                            .formatted(i, i + 1));
        }
        yaml.append("port-networks:\n");
        for (int i = 1; i <= 8; i++) {
            yaml.append("  - {pn: %d-%d, site: b%d, community: %d, calls: {pn: 30, ip: 10}}\n"
                    .formatted(8 * i - 7, 8 * i, i, i + 1));
        }
        return yaml + "events:\n  - {at: 1m, fail: hq, for: 10m}\n";
    }

    private Reports() {}

    /** The run of a scenario that ships, by its file's name without ending. */
    static History shipped(String name) {
        return run(Path.of("scenarios", name + ".yaml"));
    }

    private static History run(Path file) {
        try {
            return run(file.toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static History run(String yaml) {
        return run("test.yaml", yaml);
    }

    private static History run(String name, String yaml) {
        ReadResult result = ScenarioReader.read(name, yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(result.diagnostics()).isEmpty();
        return Simulation.run(result.scenario().orElseThrow());
    }

    /** Writes the report of a run into a directory, and says where its page is. */
    static Path page(History history, Path directory) {
        try {
            ReportDirectory.write(history, new Document("", "", ""), directory);
            return directory.resolve("index.html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
