package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.history.Detail;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.compare.Comparison;

/**
 * A small estate to ask questions about: the main at headquarters, port network 1 there, port network 2 and core 10 at a
 * branch, one WAN between them, no latency. A test gives the events as lines of a scenario file.
 */
public final class Branch {
    private static final String ESTATE = """
            title: The branch
            duration: 30m
            sites: [hq, branch]
            links: [{id: wan, between: [hq, branch]}]
            servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
            port-networks:
              - {pn: 1, site: hq, calls: {pn: 80, ip: 40}}
              - {pn: 2, site: branch, calls: {pn: 40, ip: 10}}
            """;

    private Branch() {}

    /** The branch with events such as {@code {at: 1m, fail: wan, for: 90s}}. */
    public static ScenarioSource with(String... events) {
        String lines = events.length == 0 ? "" : "events: [" + String.join(", ", events) + "]\n";
        return source(ESTATE + lines);
    }

    /** Any scenario. */
    public static ScenarioSource source(String yaml) {
        return new ScenarioSource("branch.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /** The variant of a source with some assignments. */
    public static Variant variant(ScenarioSource source, String... settings) {
        ReadResult result = source.read(Arrays.asList(settings));
        assertThat(result.scenario()).as(result.diagnostics().toString()).isPresent();
        List<String> all = new ArrayList<>(source.settings());
        all.addAll(Arrays.asList(settings));
        return new Variant(all, result.scenario().get());
    }

    /** A source compared with itself and some assignments. */
    public static Comparison compare(ScenarioSource source, String... settings) {
        return Comparison.of(variant(source), variant(source, settings), Detail.SILENCES, ParallelRuns.quiet());
    }
}
