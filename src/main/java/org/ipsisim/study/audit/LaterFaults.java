package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.audit.FaultSet.Moment;

/**
 * Second faults that strike while what the first one has brought about is under way.
 *
 * @param failover how long after the first fault the first port network that fails over is half way through its restart by
 *     a survivable core, in milliseconds; 0 if none does
 * @param back the same of its restart by the main, once it has been in service under a core
 */
record LaterFaults(long failover, long back) {
    /**
     * For each fault that ends in a failover, every other one during that, and every one, itself too, during the return. All
     * last as long as the longest fault of the plan. If the work was stopped, the first ones.
     */
    static List<FaultSet> of(AuditPlan plan, ParallelRuns runs) {
        List<Fault> elements = plan.elements();
        WholeRuns whole = new WholeRuns(plan);
        RunKind<LaterFaults> kind = new RunKind<>(
                number -> "when " + elements.get(number).name() + " leads to a failover and a return",
                (moments, row) -> row.add(moments.failover, moments.back),
                row -> new LaterFaults(row.next(), row.next()));
        List<LaterFaults> moments = runs.run(
                        "looking for failovers", Shard.WHOLE.numbers(elements.size()), kind, number -> {
                            FaultSet set = new FaultSet(List.of(elements.get(number)));
                            return of(whole.history(plan.scenario().estate(), set, plan.longest()));
                        })
                .results();
        List<FaultSet> sets = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Fault first = elements.get(i);
            for (Fault second : elements) {
                if (moments.get(i).failover > 0 && second != first) {
                    sets.add(new FaultSet(List.of(first, second), Moment.FAILOVER, moments.get(i).failover));
                }
                if (moments.get(i).back > 0) {
                    sets.add(new FaultSet(List.of(first, second), Moment.RETURN, moments.get(i).back));
                }
            }
        }
        return sets;
    }

    private static LaterFaults of(History history) {
        int main = history.mainCluster();
        long failover = Long.MAX_VALUE;
        long back = Long.MAX_VALUE;
        for (PnHistory pn : history.portNetworks()) {
            boolean onCore = false;
            for (PnSpan span : pn.timeline()) {
                long middle = (span.from() + span.to()) / 2;
                if (span.state() == PnState.RESTARTING && span.controller() != main) {
                    failover = Math.min(failover, middle);
                } else if (span.state() == PnState.RESTARTING && onCore) {
                    back = Math.min(back, middle);
                }
                onCore |= span.state() == PnState.IN_SERVICE && span.controller() != main;
            }
        }
        return new LaterFaults(delay(failover), delay(back));
    }

    private static long delay(long moment) {
        return moment == Long.MAX_VALUE ? 0 : Math.max(0, moment - AuditPlan.AT);
    }
}
