package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.Target;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.audit.FaultSet.Moment;
import org.ipsisim.survivability.Dependence;

/**
 * Second faults that strike while what the first one has brought about is under way.
 *
 * @param failover how long after the first fault the first port network that fails over is half way through its restart by
 *     a survivable core, in milliseconds; 0 if none does
 * @param back the same of its restart by the main, once it has been in service under a core
 */
record LaterFaults(long failover, long back) {
    /** How many courses of two faults are tried, unless one first fault has more. */
    private static final int MOST = 400;

    /**
     * What is tried.
     *
     * @param sets two faults each
     * @param leftOut how many faults lead to a failover and are not among the first faults
     */
    record Courses(List<FaultSet> sets, int leftOut) {}

    /**
     * For each fault that ends in a failover, every other one during that, and every one, itself too, during the return; those
     * that part the most port networks from a main server come first, until there are enough. All last as long as the
     * longest fault of the plan. If the work was stopped, what was found by then.
     */
    static Courses of(AuditPlan plan, ParallelRuns runs) {
        List<Fault> elements = firsts(plan);
        WholeRuns whole = new WholeRuns(plan);
        RunKind<LaterFaults> kind = new RunKind<>(
                number -> "when " + elements.get(number).name() + " leads to a failover and a return",
                (moments, row) -> row.add(moments.failover, moments.back),
                row -> new LaterFaults(row.next(), row.next()));
        List<LaterFaults> moments = runs.run(
                        "looking for failovers", Shard.WHOLE.numbers(elements.size()), kind, number -> {
                            FaultSet set = new FaultSet(List.of(elements.get(number)));
                            return of(whole.history(plan.scenario().estate(), set, plan.longest(), Detail.CONTROL));
                        })
                .results();
        List<FaultSet> sets = new ArrayList<>();
        int leftOut = 0;
        for (int i = 0; i < moments.size(); i++) {
            List<FaultSet> own = moments.get(i).sets(elements.get(i), plan.elements());
            if (sets.isEmpty() || sets.size() + own.size() <= MOST) {
                sets.addAll(own);
            } else {
                leftOut += own.isEmpty() ? 0 : 1;
            }
        }
        return new Courses(sets, leftOut);
    }

    private List<FaultSet> sets(Fault first, List<Fault> seconds) {
        List<FaultSet> sets = new ArrayList<>();
        for (Fault second : seconds) {
            if (failover > 0 && !second.equals(first)) {
                sets.add(new FaultSet(List.of(first, second), Moment.FAILOVER, failover));
            }
            if (back > 0) {
                sets.add(new FaultSet(List.of(first, second), Moment.RETURN, back));
            }
        }
        return sets;
    }

    /** Faults that part port networks from a main server, in the order of how many: no other one leads to a failover but by chance. */
    static List<Fault> firsts(AuditPlan plan) {
        Estate estate = plan.scenario().estate();
        Dependence dependence = new Dependence(estate);
        Map<Fault, Integer> parted = new LinkedHashMap<>();
        for (Fault fault : plan.elements()) {
            parted.put(fault, (int) estate.portNetworks().stream()
                    .filter(pn -> estate.main().servers().stream()
                            .anyMatch(server -> isParted(fault.target(), server, pn, dependence)))
                    .count());
        }
        return parted.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Comparator.comparingInt((Map.Entry<Fault, Integer> each) -> -each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isParted(Target target, Server main, PortNetwork pn, Dependence dependence) {
        return target.name().equals(main.id())
                || (target.element() == Element.LINK || target.element() == Element.SITE)
                        && !target.name().equals(pn.site())
                        && pn.ipsis().stream().noneMatch(ipsi -> dependence.isJoined(main, pn, ipsi, List.of(target)));
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
