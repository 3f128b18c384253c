package org.ipsisim.study.audit;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Branch;
import org.ipsisim.study.ParallelRuns;

/** Audits, for reports to show. */
public final class SampleAudits {
    private static final ScenarioSource WEAK = Branch.source("""
            title: An estate with weak points
            duration: 1h
            sites: [hq, transit, west, east]
            links:
              - {id: trunk, between: [hq, transit]}
              - {id: to-west, between: [transit, west]}
              - {id: to-east, between: [transit, east], loss: 1%}
            servers:
              main: {site: hq}
              survivable-cores:
                - {cluster: 10, site: west, community: 2, system-preferred: n, local-only: y}
                - {cluster: 20, site: east, community: 9, system-preferred: n, local-only: y}
            port-networks:
              - {pn: 1, site: hq, calls: {pn: 10, ip: 5}}
              - {pn: 2, site: west, community: 2, ipsis: duplicated, calls: {pn: 30, ip: 5}}
              - {pn: 3, site: east, calls: {pn: 20, ip: 5}}
            events: [{at: 1m, fail: trunk}]
            """);

    private SampleAudits() {}

    /** Every fault and every pair at the branch. */
    public static Audit pairs(ParallelRuns runs) {
        return audit(Branch.variant(Branch.with()).scenario(), 2, runs, 30_000L, 300_000L, 3_600_000L);
    }

    /** Single faults of an estate with idle cores, port networks without a core, and points that IPSIs share. */
    public static Audit weak(ParallelRuns runs) {
        return audit(Branch.variant(WEAK).scenario(), 1, runs, 300_000L);
    }

    /** Faults so short that nothing is reset. */
    public static Audit forNothing(ParallelRuns runs) {
        return audit(
                Branch.variant(Branch.with(), "timers.pn-restart-duration=0s").scenario(), 1, runs, 1L);
    }

    private static Audit audit(Scenario scenario, int faults, ParallelRuns runs, Long... lengths) {
        return Audit.of(new AuditPlan(scenario, faults, List.of(lengths)), false, runs);
    }
}
