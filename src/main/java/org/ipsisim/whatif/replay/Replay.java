package org.ipsisim.whatif.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.incident.Incident;
import org.ipsisim.whatif.Cost;
import org.ipsisim.whatif.Done;
import org.ipsisim.whatif.ParallelRuns;
import org.ipsisim.whatif.Variant;

/**
 * What recorded outages would have cost: all of them in one run, and each of them on its own.
 *
 * <p>The costs of single outages need not sum to those of all: what overlaps is counted once there, and a stable call
 * drops only once.
 *
 * @param plan what was replayed
 * @param outages each on its own, in the order of the plan; fewer if the work was stopped
 * @param a what all of them cost each port network, by its number
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

    /** Carries out a plan. */
    public static Replay of(ReplayPlan plan, ParallelRuns runs) {
        Map<Integer, Cost> a = costs(plan, plan.a(), plan.incidents());
        Optional<Map<Integer, Cost>> b = plan.b().map(other -> costs(plan, other, plan.incidents()));
        Done<Outage> done = runs.run("replaying", plan.incidents().size(), number -> {
            Incident incident = plan.incidents().get(number);
            return new Outage(
                    incident,
                    costs(plan, plan.a(), List.of(incident)),
                    plan.b().map(other -> costs(plan, other, List.of(incident))));
        });
        return new Replay(plan, done.results(), a, b);
    }

    private static Map<Integer, Cost> costs(ReplayPlan plan, Variant variant, List<Incident> incidents) {
        History history = plan.with(variant, incidents).run(Detail.RESETS);
        Map<Integer, Cost> costs = new LinkedHashMap<>();
        for (PnHistory pn : history.portNetworks()) {
            costs.put(pn.portNetwork().number(), Cost.of(pn, history));
        }
        return costs;
    }

    /** Whether the work was not stopped early. */
    public boolean isWhole() {
        return outages.size() == plan.incidents().size();
    }

    /** All of some costs added up. */
    public static Cost sum(Map<Integer, Cost> costs) {
        return costs.values().stream().reduce(Cost::plus).orElseThrow();
    }

    /** The port networks of which something was reset, restarted or without power. */
    public static List<Integer> struck(Map<Integer, Cost> costs) {
        List<Integer> numbers = new ArrayList<>();
        costs.forEach((number, cost) -> {
            if (cost.cannotDial() > 0 || cost.totals().warmResets() > 0) {
                numbers.add(number);
            }
        });
        return numbers;
    }
}
