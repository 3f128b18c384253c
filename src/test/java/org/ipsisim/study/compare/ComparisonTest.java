package org.ipsisim.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.compare;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.List;
import org.ipsisim.history.Detail;
import org.ipsisim.history.PnHistory;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Measure;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Variant;
import org.junit.jupiter.api.Test;

/** Two runs side by side: which port networks fare differently, from when, and which value makes the difference. */
class ComparisonTest {
    private static final String CUT = "{at: 1m, fail: wan, for: 14m}";

    private static Compared<Integer, PnHistory> pn(Comparison comparison, int number) {
        return comparison.portNetworks().get(number - 1);
    }

    private static Divergence parting(Comparison comparison, int number) {
        return pn(comparison, number).divergence().orElseThrow();
    }

    private static List<String> causeOf(Comparison comparison, int number) {
        return pn(comparison, number).cause().orElseThrow().changes().stream()
                .map(Change::key)
                .toList();
    }

    private static List<String> chainOf(Comparison comparison, int number) {
        return parting(comparison, number).chain().stream()
                .map(entry -> entry.subject() + " " + entry.what().type())
                .toList();
    }

    @Test
    void a_scenario_does_not_differ_from_itself() {
        Comparison comparison = compare(with(CUT));
        assertThat(comparison.differs()).isFalse();
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.portNetworks()).isNotEmpty().noneMatch(Compared::differs);
    }

    @Test
    void a_value_without_effect_is_a_change_but_no_difference() {
        Comparison comparison = compare(with(CUT), "timers.survivable-core-reset=5m");
        assertThat(comparison.changes()).containsExactly(new Change("timers.survivable-core-reset", "2m", "5m"));
        assertThat(comparison.differs()).isFalse();
    }

    @Test
    void a_shorter_no_service_time_out_makes_its_difference_when_the_ipsi_asks() {
        Comparison comparison = compare(with(CUT), "timers.no-service-timeout=2m");
        assertThat(pn(comparison, 1).differs()).isFalse();
        assertThat(parting(comparison, 2).at()).isEqualTo(59_000 + 15_000 + 60_000 + 120_000);
        assertThat(parting(comparison, 2).inB()).isTrue();
        assertThat(chainOf(comparison, 2))
                .containsExactly(
                        "wan link-failed",
                        "pn-2 contact-lost",
                        "pn-2 warm-reset",
                        "pn-2 cold-reset",
                        "pn-2 no-service-started",
                        "pn-2 service-requested");
        assertThat(causeOf(comparison, 2)).containsExactly("timers.no-service-timeout");
        assertThat(comparison.b().cost().outage())
                .isEqualTo(comparison.a().cost().outage() - 180_000);
    }

    @Test
    void a_longer_cold_reset_delay_makes_its_difference_where_the_first_run_resets() {
        Comparison comparison = compare(with("{at: 1m, fail: wan, for: 90s}"), "timers.pn-cold-reset-delay=120s");
        assertThat(parting(comparison, 2).at()).isEqualTo(59_000 + 15_000 + 60_000);
        assertThat(parting(comparison, 2).inB()).isFalse();
        assertThat(parting(comparison, 2).type()).isEqualTo("cold-reset");
        assertThat(comparison.a().cost().callsDropped()).isEqualTo(40);
        assertThat(comparison.b().cost().callsDropped()).isZero();
    }

    @Test
    void of_several_values_the_one_that_makes_the_first_difference_is_named() {
        String[] settings = {
            "timers.no-service-timeout=2m", "timers.pn-cold-reset-delay=90s", "timers.pn-restart-duration=30s"
        };
        Comparison comparison = compare(with(CUT), settings);
        assertThat(comparison.changes()).hasSize(3);
        assertThat(causeOf(comparison, 2)).containsExactly("timers.pn-cold-reset-delay");
        assertThat(pn(comparison, 2).cause().orElseThrow().alone()).isTrue();
    }

    @Test
    void a_difference_that_no_value_makes_alone_is_laid_to_all_of_them() {
        Variant a = variant(with(CUT));
        Variant b = variant(with(CUT), "timers.no-service-timeout=2m", "timers.pn-cold-reset-delay=90s");
        List<Change> changes = Change.between(a.scenario(), b.scenario());
        Compared.Cause cause = new DecisiveValue(
                        a.run(Detail.SILENCES), b.scenario(), changes, Detail.SILENCES, ParallelRuns.quiet())
                .of(2, new Divergence(5000, true, List.of()));
        assertThat(cause).isEqualTo(new Compared.Cause(changes, false));
    }

    @Test
    void a_reading_of_the_timers_is_a_value_too() {
        Comparison comparison = compare(with(CUT), "timers.calls-drop=at-takeover");
        assertThat(parting(comparison, 2).type()).isEqualTo("calls-dropped");
        assertThat(causeOf(comparison, 2)).containsExactly("timers.calls-drop");
    }

    @Test
    void another_event_is_named_by_what_it_does() {
        Comparison comparison = compare(with(CUT, "{at: 20m, fail: sc-10, for: 1m}"), "events[0].for=20s");
        assertThat(parting(comparison, 2).type()).isEqualTo("contact-restored");
        assertThat(causeOf(comparison, 2)).containsExactly("at 1m, fail wan, for 14m", "at 1m, fail wan, for 20s");
        assertThat(comparison.changes()).extracting(Change::isOneSided).containsExactly(true, true);
    }

    @Test
    void a_list_may_differ_where_nothing_happens() {
        ScenarioSource twoCores = Branch.source("""
                title: Two cores
                duration: 10m
                servers: {survivable-cores: [{cluster: 10, priority-score: 50}, {cluster: 20, priority-score: 40}]}
                port-networks: [{pn: 1}]
                """);
        Comparison comparison = compare(twoCores, "servers.survivable-cores[1].priority-score=60");
        assertThat(parting(comparison, 1)).isEqualTo(new Divergence(0, true, List.of()));
        assertThat(causeOf(comparison, 1)).containsExactly("servers.survivable-cores.20.priority-score");
    }

    @Test
    void callers_may_fare_differently_where_nothing_else_does() {
        ScenarioSource busy = Branch.source("""
                title: Busy
                duration: 1h
                port-networks:
                  - {pn: 1, traffic: {calls-per-hour: 600, mean-hold: 3m, trunk: 50%, trunk-circuits: 12}}
                """);
        Comparison comparison = compare(busy, "port-networks[0].traffic.trunk-circuits=14");
        assertThat(parting(comparison, 1).chain()).isEmpty();
        assertThat(ComparisonWords.differsInListsAlone(pn(comparison, 1))).isFalse();
        assertThat(comparison.b().cost().of(Measure.CALLS_BLOCKED))
                .isLessThan(comparison.a().cost().of(Measure.CALLS_BLOCKED));
        assertThat(causeOf(comparison, 1)).containsExactly("port-networks.1.traffic.trunk-circuits");
    }

    @Test
    void silences_without_a_reset_count_only_if_they_are_to_be_shown() {
        Variant a = variant(with("{at: 1m, fail: wan, for: 5s}"));
        Variant b = variant(with("{at: 1m, fail: wan, for: 8s}"));
        assertThat(Comparison.of(a, b, Detail.SILENCES, ParallelRuns.quiet()).differs())
                .isTrue();
        assertThat(Comparison.of(a, b, Detail.RESETS, ParallelRuns.quiet()).differs())
                .isFalse();
    }

    @Test
    void a_port_network_that_only_one_has_differs_without_a_time() {
        ScenarioSource one = Branch.source("title: One\nduration: 10m\nport-networks: [{pn: 1}]\n");
        ScenarioSource two = Branch.source("title: Two\nduration: 20m\nport-networks: [{pn: 1-2}]\n");
        Comparison comparison = Comparison.of(variant(one), variant(two), Detail.SILENCES, ParallelRuns.quiet());
        assertThat(pn(comparison, 1).differs()).isFalse();
        assertThat(pn(comparison, 2).differs()).isTrue();
        assertThat(pn(comparison, 2).divergence()).isEmpty();
        assertThat(comparison.changes()).extracting(Change::key).containsExactly("duration", "port-networks.2");
        assertThat(comparison.duration()).isEqualTo(600_000);
    }

    @Test
    void main_servers_that_change_roles_are_a_difference() {
        ScenarioSource pair = Branch.source("""
                title: A pair
                duration: 10m
                servers: {main: {duplex: y}}
                port-networks: [{pn: 1}]
                events: [{at: 6m, interchange: main}]
                """);
        Comparison comparison = compare(pair, "events=[]");
        assertThat(comparison.portNetworks()).isNotEmpty().noneMatch(Compared::differs);
        assertThat(comparison.differs()).isTrue();
    }
}
