package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** Whatever happens in a run follows rules that are explained. */
class RulesTest {
    private static Stream<History> runs() {
        Stream<Scenario> generated = IntStream.range(0, 60)
                .boxed()
                .flatMap(seed -> Stream.of(
                        ScenarioGenerator.scenario(seed),
                        ScenarioGenerator.duplexScenario(seed),
                        ScenarioGenerator.duplicatedScenario(seed)));
        Stream<String> shipped =
                Stream.of("two-actives", "duplex-mismatch", "mpls-near-misses", "busy-hour", "weekend-return", "panic");
        Stream<History> operators =
                Stream.of(AskedRun.read("operators.yaml", """
                        title: Operators
                        duration: 10m
                        sites: [hq, branch]
                        links: [{id: wan, between: [hq, branch]}]
                        port-networks: [{pn: 1, site: branch, ipsis: duplicated}]
                        events:
                          - {at: 1m, busyout: ipsi-1a}
                          - {at: 2m, release-busyout: ipsi-1a}
                          - {at: 3m, degrade: wan, loss: 20%, for: 1m}
                          - {at: 5m, congestion: wan, every: 10s, burst: 1s, loss: 50%, for: 1m}
                        """).history());
        return Stream.of(
                        generated.map(Simulation::run),
                        shipped.map(stem -> AskedRun.shipped(stem).history()),
                        operators)
                .flatMap(runs -> runs);
    }

    @Test
    void every_rule_that_is_cited_is_in_the_list() throws IOException {
        String page = Files.readString(Path.of("docs", "rules.md"));
        Set<String> cited = new TreeSet<>();
        Set<Class<?>> seen = runs().flatMap(run -> {
                    run.trace().forEach(entry -> cited.addAll(entry.rules()));
                    assertThat(run.trace())
                            .isNotEmpty()
                            .filteredOn(entry -> entry.rules().isEmpty())
                            .allMatch(entry -> entry.is(
                                    CommandHappening.TimersChanged.class, CommandHappening.CommandRefused.class));
                    return run.trace().stream().map(TraceEntry::what);
                })
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(cited).hasSizeGreaterThan(30).allMatch(rule -> page.contains("| " + rule + " |"));
        Stream<Class<?>> kinds = Stream.of(
                        NetworkHappening.class, PnHappening.class, ServerHappening.class, CommandHappening.class)
                .flatMap(part -> Stream.of(part.getPermittedSubclasses()))
                .filter(Class::isRecord);
        assertThat(kinds)
                .as("what never happens in these runs")
                .filteredOn(kind -> !seen.contains(kind))
                .isEmpty();
    }
}
