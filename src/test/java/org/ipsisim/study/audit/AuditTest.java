package org.ipsisim.study.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Measure;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Stop;
import org.ipsisim.study.WrongPlan;
import org.junit.jupiter.api.Test;

/**
 * What faults of the branch cost. Faults begin at 1 min, so the cold reset is at 2 min 14 s, the request for service at
 * 7 min 14 s, and the branch is in service under its core a minute later.
 */
class AuditTest {
    private static final long HOUR = 3_600_000;

    private static Audit audit(Scenario scenario, int faults, Long... lengths) {
        return Audit.of(new AuditPlan(scenario, faults, List.of(lengths)), false, ParallelRuns.quiet());
    }

    private static Scenario branch(String... settings) {
        return variant(with(), settings).scenario();
    }

    private static FaultCost cost(Audit audit, String name) {
        return audit.results().stream()
                .filter(result -> result.set().name().equals(name))
                .findFirst()
                .orElseThrow()
                .ofLongest();
    }

    @Test
    void everything_fails_once_alone_and_once_with_each_other_thing() {
        Audit audit = audit(branch(), 2, HOUR);
        assertThat(audit.singles())
                .extracting(result -> result.set().name())
                .containsExactly("wan", "hq", "branch", "main-a", "sc-10", "pn-1", "pn-2", "ipsi-1a", "ipsi-2a");
        assertThat(audit.pairs()).hasSize(36);
        assertThat(audit.isWhole()).isTrue();
        assertThat(audit.plan().runs()).isEqualTo(45);
    }

    @Test
    void a_cut_of_the_wan_ends_in_a_failover_and_two_systems() {
        FaultCost wan = cost(audit(branch(), 1, HOUR), "wan");
        assertThat(wan.cost().callsDropped()).isEqualTo(40);
        assertThat(wan.cost().outage()).isEqualTo(360_000);
        assertThat(wan.cost().of(Measure.FAILOVERS)).isEqualTo(1);
        assertThat(wan.out()).isEmpty();
        assertThat(wan.systems()).isEqualTo(2);
    }

    @Test
    void with_the_core_gone_too_the_branch_is_out_for_as_long_as_it_lasts() {
        Audit audit = audit(branch(), 2, HOUR);
        assertThat(cost(audit, "sc-10").isFree()).isTrue();
        assertThat(cost(audit, "wan + sc-10").out()).containsExactly(2);
        assertThat(cost(audit, "wan + sc-10").fragments()).isFalse();
    }

    @Test
    void pairs_that_no_port_network_feels_both_of_cost_what_they_cost_one_by_one() {
        Audit audit = audit(branch(), 2, HOUR);
        assertThat(cost(audit, "ipsi-1a + ipsi-2a").cost().callsDropped()).isEqualTo(120);
        assertThat(audit.sums()).isPositive();
        assertThat(audit.runsMade()).isLessThan(audit.plan().runs() * 2);
    }

    @Test
    void the_events_of_the_scenario_are_left_out() {
        Scenario eventful = variant(
                        with("{at: 1m, fail: wan, for: 14m}", "{at: 2m, forced-takeover: 10, port-networks: all}"))
                .scenario();
        assertThat(audit(eventful, 2, HOUR).results())
                .isEqualTo(audit(branch(), 2, HOUR).results());
    }

    @Test
    void what_is_weak_in_the_estate_is_found_without_any_fault() {
        Scenario weak = branch(
                "servers.survivable-cores[0].system-preferred=n",
                "servers.survivable-cores[0].local-only=y",
                "servers.survivable-cores[0].community=7",
                "port-networks[1].ipsis=duplicated");
        EstateFindings findings = audit(weak, 1, HOUR).findings();
        assertThat(findings.idleCores())
                .extracting(EstateFindings.IdleCore::reason)
                .containsExactly(EstateFindings.Reason.NO_COMMUNITY);
        assertThat(findings.coreless()).containsExactly(1, 2);
        assertThat(findings.sharedPoints())
                .extracting(point -> point.fault().name(), EstateFindings.SharedPoint::portNetworks)
                .containsExactly(tuple("wan", List.of(2)));
    }

    @Test
    void of_nine_cores_alike_two_are_on_no_list_whatever_single_thing_fails() {
        String cores = IntStream.rangeClosed(2, 10)
                .mapToObj(cluster -> "{cluster: " + cluster + ", site: hq}")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        Scenario many = Branch.variant(Branch.source("title: many\nduration: 1h\nsites: [hq]\n"
                        + "servers: {main: {site: hq}, survivable-cores: [" + cores + "]}\n"
                        + "port-networks: [{pn: 1, site: hq}]\n"))
                .scenario();
        EstateFindings findings = audit(many, 1, HOUR).findings();
        assertThat(findings.idleCores())
                .extracting(idle -> idle.core().cluster(), EstateFindings.IdleCore::reason)
                .contains(tuple(10, EstateFindings.Reason.OUTRANKED));
        assertThat(findings.idleCores()).hasSizeBetween(1, 2);
    }

    @Test
    void random_calls_from_one_port_network_to_another_join_them_so_that_the_whole_estate_is_run() {
        Scenario busy =
                branch("port-networks[0].traffic={calls-per-hour: 60, mean-hold: 3m, to: [{pn: 2, share: 1%}]}");
        Audit audit = audit(busy, 1, 30_000L);
        assertThat(audit.runsMade()).isEqualTo(audit.plan().runs());
    }

    @Test
    void a_run_goes_on_until_every_timer_has_settled() {
        AuditPlan plan = new AuditPlan(branch(), 1, List.of(HOUR));
        AuditPlan returning = new AuditPlan(
                branch("fallback={auto-return: connection-up, connection-up-time: 30m}"), 1, List.of(HOUR));
        assertThat(plan.horizon()).isEqualTo(75 * 60_000L);
        assertThat(returning.horizon()).isEqualTo(105 * 60_000L);
        assertThat(plan.outlastsTimers()).isTrue();
        assertThat(new AuditPlan(branch(), 1, List.of(300_000L)).outlastsTimers())
                .isFalse();
    }

    @Test
    void too_many_runs_are_refused_before_any_is_made() {
        List<Long> lengths =
                IntStream.rangeClosed(1, 50_000).mapToObj(Long::valueOf).toList();
        assertThatThrownBy(() -> AuditPlan.of(branch(), 2, lengths))
                .isInstanceOf(WrongPlan.class)
                .hasMessage("that would take 2 250 000 runs (45 single faults and pairs x 50000 durations), more than"
                        + " 2 000 000; choose fewer durations or --faults 1");
    }

    @Test
    void what_is_stopped_keeps_what_was_done_by_then() {
        Stop stop = new Stop();
        AuditPlan plan = new AuditPlan(branch(), 2, List.of(HOUR));
        Audit audit = Audit.of(plan, false, new ParallelRuns(1, stop, (what, done, of) -> {
            if (what.equals("trying pairs")) {
                stop.request();
            }
        }));
        assertThat(audit.isWhole()).isFalse();
        assertThat(audit.results()).hasSizeBetween(9, 44);
        List<FaultResult> all = audit(branch(), 2, HOUR).results();
        assertThat(audit.results()).isEqualTo(all.subList(0, audit.results().size()));
    }

    /** Each fault alone drops the 40 calls of branch 2, both together drop the 120 of both once: fewer, but for much longer. */
    @Test
    void a_pair_is_listed_if_it_costs_more_service_though_it_drops_no_more_calls() {
        Audit audit = audit(variant(Branch.source("""
                        title: A pair whose redundancy ends
                        duration: 1h
                        sites: [hq, b1, b2]
                        links:
                          - {id: wan1, between: [hq, b1], latency: 20ms}
                          - {id: wan2, between: [b1, b2], latency: 20ms}
                          - {id: wan3, between: [hq, b2], latency: 20ms}
                        servers: {main: {cluster: 1, site: hq}, survivable-cores: [{cluster: 10, site: b1}]}
                        port-networks: [{pn: 1, site: b1, calls: {pn: 80}}, {pn: 2, site: b2, calls: {pn: 40}}]
                        """)).scenario(), 2, HOUR);
        List<FaultResult> more = new AuditRanking(audit).more();
        assertThat(more).extracting(result -> result.set().name()).contains("wan1 + wan3", "hq + b1");
        assertThat(more)
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(cost(audit, pair.set().name()).cost())
                        .satisfiesAnyOf(
                                cost -> assertThat(cost.callsDropped())
                                        .isGreaterThan(apart(audit, pair, Measure.CALLS_DROPPED)),
                                cost -> assertThat(cost.outage()).isGreaterThan(apart(audit, pair, Measure.OUTAGE))));
    }

    private static long apart(Audit audit, FaultResult pair, Measure measure) {
        return pair.set().faults().stream()
                .mapToLong(fault -> measure.of(cost(audit, fault.name()).cost()))
                .sum();
    }
}
