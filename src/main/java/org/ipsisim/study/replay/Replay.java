package org.ipsisim.study.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Variant;

/**
 * What recorded outages would have cost: all of them in one run, and each of them on its own.
 *
 * <p>The costs of single outages need not sum to those of all: what overlaps is counted once there, and a stable call
 * drops only once.
 *
 * @param plan what was replayed
 * @param outages each on its own, in the order of the plan; fewer if the work was stopped
 * @param a what all of them cost each port network, by its number; empty if the work was stopped before
 * @param b the same with the other settings; empty if nothing is compared
 */
public record Replay(ReplayPlan plan, List<Outage> outages, Map<Integer, Cost> a, Optional<Map<Integer, Cost>> b) {
    /**
     * One outage on its own.
     *
     * @param incident the record
     * @param a what it costs each port network that it costs something, by its number
     * @param b the same with the other settings
     */
    public record Outage(Incident incident, Map<Integer, Cost> a, Optional<Map<Integer, Cost>> b) {}

    /** Keeps a copy of the list. */
    public Replay {
        outages = List.copyOf(outages);
    }

    /** Carries out a plan; if it is stopped, with what is done by then. */
    public static Replay of(ReplayPlan plan, ParallelRuns runs) {
        int[] numbers = Shard.WHOLE.numbers(plan.incidents().size() + 1);
        List<List<Map<Integer, Cost>>> done = run(plan, numbers, runs);
        List<Outage> outages = new ArrayList<>();
        for (int i = 1; i < done.size(); i++) {
            List<Map<Integer, Cost>> costs = done.get(i);
            outages.add(new Outage(plan.incidents().get(i - 1), costs.get(0), other(plan, costs)));
        }
        List<Map<Integer, Cost>> all = done.isEmpty() ? List.of(Map.of(), Map.of()) : done.get(0);
        return new Replay(plan, outages, all.get(0), other(plan, all));
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(ReplayPlan plan, Shard shard, ParallelRuns runs) {
        run(plan, shard.numbers(plan.incidents().size() + 1), runs);
    }

    /** The costs of all outages, by number 0, and of each, with each setting. */
    private static List<List<Map<Integer, Cost>>> run(ReplayPlan plan, int[] numbers, ParallelRuns runs) {
        return runs.run("replaying", numbers, kind(plan), number -> {
                    List<Incident> incidents = number == 0
                            ? plan.incidents()
                            : List.of(plan.incidents().get(number - 1));
                    List<Map<Integer, Cost>> costs = new ArrayList<>(List.of(costs(plan, plan.a(), incidents)));
                    plan.b().ifPresent(b -> costs.add(costs(plan, b, incidents)));
                    return costs;
                })
                .results();
    }

    /**
     * Run 0 is of all outages, the others of one each. A result is, with each setting, what each port network cost.
     */
    private static RunKind<List<Map<Integer, Cost>>> kind(ReplayPlan plan) {
        return new RunKind<>(
                number -> number == 0
                        ? "all outages"
                        : "outage of line " + plan.incidents().get(number - 1).line(),
                (costs, row) -> costs.forEach(
                        each -> plan.portNetworks().forEach(pn -> each.get(pn).write(row))),
                row -> {
                    List<Map<Integer, Cost>> costs = new ArrayList<>();
                    for (int setting = 0; setting < (plan.b().isPresent() ? 2 : 1); setting++) {
                        Map<Integer, Cost> each = new LinkedHashMap<>();
                        plan.portNetworks().forEach(pn -> each.put(pn, Measures.ALL.read(row)));
                        costs.add(each);
                    }
                    return costs;
                });
    }

    private static Optional<Map<Integer, Cost>> other(ReplayPlan plan, List<Map<Integer, Cost>> costs) {
        return plan.b().map(b -> costs.get(1));
    }

    private static Map<Integer, Cost> costs(ReplayPlan plan, Variant variant, List<Incident> incidents) {
        History history = plan.with(variant, incidents).run(Detail.RESETS);
        Map<Integer, Cost> costs = new LinkedHashMap<>();
        for (PnHistory pn : history.portNetworks()) {
            costs.put(pn.portNetwork().number(), Cost.of(pn, history));
        }
        return costs;
    }

    /** Whether all outages together were run. */
    public boolean isBegun() {
        return !a.isEmpty();
    }

    /** Whether the work was not stopped early. */
    public boolean isWhole() {
        return isBegun() && outages.size() == plan.incidents().size();
    }

    /** All of some costs added up. */
    public static Cost sum(Map<Integer, Cost> costs) {
        return costs.values().stream().reduce(Cost.NONE, Cost::plus);
    }

    /** The port networks that were reset, restarted or without power. */
    public static List<Integer> struck(Map<Integer, Cost> costs) {
        List<Integer> numbers = new ArrayList<>();
        costs.forEach((number, cost) -> {
            if (cost.cannotDial() > 0 || cost.of(Measure.WARM_RESETS) > 0) {
                numbers.add(number);
            }
        });
        return numbers;
    }
}
