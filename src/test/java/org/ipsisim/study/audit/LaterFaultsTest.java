package org.ipsisim.study.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.audit.FaultSet.Moment;
import org.junit.jupiter.api.Test;

/**
 * Second faults at a branch with two survivable cores, from which it returns when the WAN has been up for 3 min. The WAN
 * fails at 1 min for an hour: core 10 restarts the branch from 7 min 14 s to 8 min 14 s; the main restarts it from 1 h 4 min
 * to 1 h 5 min. So the second faults strike at 7 min 44 s and at 1 h 4 min 30 s.
 */
class LaterFaultsTest {
    private static final long HOUR = 3_600_000;
    private static final String ESTATE = """
            title: The branch
            duration: 3h
            sites: [hq, branch, far]
            links:
              - {id: wan, between: [hq, branch]}
              - {id: spur, between: [branch, far]}
            servers:
              main: {site: hq}
              survivable-cores: [{cluster: 10, site: branch, priority-score: 2}, {cluster: 20, site: far, priority-score: 1}]
            fallback: {auto-return: connection-up, connection-up-time: 3m}
            port-networks:
              - {pn: 1, site: hq, calls: {pn: 80, ip: 40}}
              - {pn: 2, site: branch, calls: {pn: 40, ip: 10}}
            """;

    private static final Audit AUDIT = Audit.of(
            new AuditPlan(Branch.variant(Branch.source(ESTATE)).scenario(), 2, List.of(HOUR)),
            false,
            ParallelRuns.quiet());

    private static FaultResult later(Moment moment, String first, String second) {
        Predicate<FaultResult> wanted =
                result -> result.set().moment() == moment && result.set().name().equals(first + ", then " + second);
        return AUDIT.later().stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Half of the restarts by core 10, and by the main. */
    @Test
    void the_moments_are_half_way_through_the_restarts() {
        assertThat(later(Moment.FAILOVER, "wan", "sc-10").set().delay()).isEqualTo(404_000);
        assertThat(later(Moment.RETURN, "wan", "wan").set().delay()).isEqualTo(3_810_000);
    }

    /** Nothing but what cuts the branch off from the main ends in a failover. */
    @Test
    void only_faults_that_lead_to_a_failover_have_second_ones() {
        assertThat(AUDIT.later())
                .extracting(result -> result.set().faults().get(0).name())
                .containsOnly("wan", "hq", "main-a");
        assertThat(AUDIT.later())
                .isNotEmpty()
                .noneMatch(result -> result.set().moment() == Moment.FAILOVER
                        && result.set()
                                .faults()
                                .get(0)
                                .equals(result.set().faults().get(1)));
    }

    @Test
    void each_costs_what_the_run_costs_in_which_its_events_are_written_out() {
        assertThat(AUDIT.isWhole()).isTrue();
        assertThat(AUDIT.later()).hasSizeGreaterThan(50);
        for (FaultResult result : AUDIT.later()) {
            long second = AuditPlan.AT + result.set().delay();
            String events =
                    "events: [{at: 1m, fail: " + result.set().faults().get(0).name() + ", for: 1h}, {at: " + second
                            + "ms, fail: " + result.set().faults().get(1).name() + ", for: 1h}]\n";
            ScenarioSource written = Branch.source(ESTATE.replace("3h", "6h") + events);
            History history = Branch.variant(written).run(Detail.SILENCES);
            assertThat(result.ofLongest().cost())
                    .as(result.set().name() + " " + result.set().moment())
                    .isEqualTo(FaultCost.MEASURES.of(history));
        }
    }

    /** Core 10 is lost 30 s before the end of the restart: the branch is out until core 20 has restarted it. */
    @Test
    void a_core_that_fails_during_the_failover_costs_more_than_the_two_apart() {
        FaultResult pair = later(Moment.FAILOVER, "wan", "sc-10");
        AuditRanking ranking = new AuditRanking(AUDIT);
        assertThat(ranking.moreLater()).contains(pair);
        Cost more = ranking.excess(pair).cost();
        assertThat(more.of(Measure.OUTAGE)).isPositive();
    }
}
