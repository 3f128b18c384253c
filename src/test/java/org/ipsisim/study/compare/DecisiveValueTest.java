package org.ipsisim.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.compare;
import static org.ipsisim.study.Branch.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which value is blamed for a difference: the one that makes it alone, as running each alone shows. */
class DecisiveValueTest {
    private static final ScenarioSource NOISY = Branch.source("""
            title: Which value made the difference?
            duration: 10m
            seed: 1
            sites: [hq, branch]
            links:
              - {id: wan, between: [hq, branch], latency: 7ms, loss: 20%}
            servers: {main: {site: hq}}
            port-networks:
              - {pn: 1, site: branch, calls: {pn: 40}}
            """);

    /** Values that each turn something, or nothing, and the key by which a comparison names them. */
    private static final List<List<String>> VALUES = List.of(
            List.of("links[0].latency=9ms", "links.wan.latency"),
            List.of("links[0].loss=90%", "links.wan.loss"),
            List.of("seed=5", "seed"),
            List.of("timers.socket-sanity-timeout=3s", "timers.socket-sanity-timeout"),
            List.of("timers.heartbeat-interval=2s", "timers.heartbeat-interval"),
            List.of("port-networks[0].ipsis=duplicated", "port-networks.1.ipsis"),
            List.of("port-networks[0].calls.pn=41", "port-networks.1.calls.pn"),
            List.of("port-networks[0].community=2", "port-networks.1.community"),
            List.of("servers.main.duplex=y", "servers.main.duplex"),
            List.of("servers.survivable-cores=[{cluster: 10, site: branch}]", "servers.survivable-cores.10"),
            List.of("heartbeat-transport=tcp", "heartbeat-transport"));

    static Stream<List<List<String>>> pairs() {
        List<List<List<String>>> pairs = new ArrayList<>();
        for (int i = 0; i < VALUES.size(); i++) {
            for (int k = i + 1; k < VALUES.size(); k++) {
                pairs.add(List.of(VALUES.get(i), VALUES.get(k)));
            }
        }
        return pairs.stream();
    }

    private static History run(String... settings) {
        return variant(NOISY, settings).run(Detail.SILENCES);
    }

    private static boolean isLike(Divergence divergence, History run) {
        History a = run();
        Optional<Divergence> departure = new DivergenceSearch(a, run)
                .of(a.findPortNetwork(1).orElseThrow(), run.findPortNetwork(1).orElseThrow());
        return departure.filter(divergence::isLike).isPresent();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void of_two_values_those_are_blamed_that_make_the_difference_alone(List<List<String>> pair) {
        String one = pair.get(0).get(0);
        String other = pair.get(1).get(0);
        Compared<Integer, PnHistory> pn =
                compare(NOISY, one, other).portNetworks().get(0);
        if (pn.divergence().isEmpty()) {
            assertThat(pn.cause()).isEmpty();
            return;
        }
        List<String> alone = pair.stream()
                .filter(value -> isLike(pn.divergence().get(), run(value.get(0))))
                .map(value -> value.get(1))
                .toList();
        Compared.Cause cause = pn.cause().orElseThrow();
        assertThat(cause.alone()).isEqualTo(!alone.isEmpty());
        if (!alone.isEmpty()) {
            assertThat(cause.changes())
                    .isNotEmpty()
                    .allMatch(change ->
                            alone.stream().anyMatch(key -> change.key().startsWith(key)));
            assertThat(alone)
                    .isNotEmpty()
                    .allMatch(key -> cause.changes().stream()
                            .anyMatch(change -> change.key().startsWith(key)));
        }
    }

    private static Compared.Cause causeOf(Comparison comparison) {
        return comparison.portNetworks().get(0).cause().orElseThrow();
    }

    private static List<String> keys(Compared.Cause cause) {
        return cause.changes().stream().map(Change::key).toList();
    }

    @Test
    void an_event_and_the_link_that_it_strikes_make_a_difference_together() {
        ScenarioSource two = Branch.source("""
                title: A way less
                duration: 10m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch}]
                """);
        Comparison comparison = compare(
                two,
                "links=[{id: old, between: [hq, branch]}]",
                "events=[{at: 1m, fail: old, for: 30s}]",
                "timers.no-service-timeout=2m");
        Compared.Cause cause = causeOf(comparison);
        assertThat(cause.alone()).isFalse();
        assertThat(keys(cause)).containsExactly("links.wan", "links.old", "at 1m, fail old, for 30s");
    }

    @Test
    void values_without_effect_are_not_among_those_that_make_a_difference_together() {
        ScenarioSource one = Branch.source("""
                title: Two faults at once
                duration: 10m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}, {id: vpn, between: [hq, branch], latency: 40ms}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch}]
                """);
        Comparison comparison = compare(
                one,
                "events=[{at: 1m, fail: wan, for: 30s}, {at: 1m, fail: vpn, for: 30s}, {at: 8m, fail: vpn, for: 1s}]",
                "links[1].latency=41ms",
                "timers.pn-restart-duration=30s");
        Compared.Cause cause = causeOf(comparison);
        assertThat(cause.alone()).isFalse();
        assertThat(keys(cause)).containsExactly("at 1m, fail wan, for 30s", "at 1m, fail vpn, for 30s");
    }
}
