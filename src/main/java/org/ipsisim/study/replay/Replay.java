package org.ipsisim.study.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipsisim.history.Detail;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.NumberRow;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Subjects;
import org.ipsisim.study.Variant;

/**
 * What recorded outages would have cost: all of them in one run, and each of them on its own.
 *
 * <p>The costs of single outages need not sum to those of all: what overlaps is counted once there, and a stable call
 * drops only once.
 *
 * @param plan what was replayed
 * @param all what all outages cost; nothing if the work was stopped before
 * @param outages each on its own, in the order of the plan; fewer if the work was stopped
 */
public record Replay(ReplayPlan plan, Costs all, List<Outage> outages) {
    /**
     * What outages cost each subject, in their order.
     *
     * @param a with the setting of the scenario
     * @param b with the other setting; empty if nothing is compared
     */
    public record Costs(List<Cost> a, Optional<List<Cost>> b) {
        /** All subjects added up. */
        public Cost sum() {
            return sum(a);
        }

        /** The same with the other setting. */
        public Optional<Cost> otherSum() {
            return b.map(Costs::sum);
        }

        private static Cost sum(List<Cost> costs) {
            Measures measures = costs.isEmpty() ? Measures.ALL : costs.get(0).measures();
            return measures.sum(costs.stream());
        }
    }

    /**
     * One outage on its own.
     *
     * @param incident the record
     * @param costs what it costs
     */
    public record Outage(Incident incident, Costs costs) {}

    /** Keeps a copy of the list. */
    public Replay {
        outages = List.copyOf(outages);
    }

    /** Carries out a plan; if it is stopped, with what is done by then. */
    public static Replay of(ReplayPlan plan, ParallelRuns runs) {
        List<Costs> done = run(plan, Shard.WHOLE.numbers(plan.incidents().size() + 1), runs);
        Costs all = done.isEmpty() ? new Costs(List.of(), plan.b().map(b -> List.of())) : done.get(0);
        List<Outage> outages = IntStream.range(1, done.size())
                .mapToObj(i -> new Outage(plan.incidents().get(i - 1), done.get(i)))
                .toList();
        return new Replay(plan, all, outages);
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(ReplayPlan plan, Shard shard, ParallelRuns runs) {
        run(plan, shard.numbers(plan.incidents().size() + 1), runs);
    }

    /** What all outages cost, by number 0, and each of them; on record with each setting each subject. */
    private static List<Costs> run(ReplayPlan plan, int[] numbers, ParallelRuns runs) {
        RunKind<Costs> kind = new RunKind<>(
                number -> number == 0
                        ? "all outages"
                        : "outage of line " + plan.incidents().get(number - 1).line(),
                (costs, row) -> {
                    costs.a.forEach(cost -> cost.write(row));
                    costs.b.ifPresent(b -> b.forEach(cost -> cost.write(row)));
                },
                row -> new Costs(read(plan, row), plan.b().map(b -> read(plan, row))));
        return runs.run("replaying", numbers, kind, number -> {
                    List<Incident> incidents = number == 0
                            ? plan.incidents()
                            : List.of(plan.incidents().get(number - 1));
                    Measures measures = plan.measures();
                    return new Costs(
                            run(plan.with(plan.a(), incidents), measures),
                            plan.b().map(b -> run(plan.with(b, incidents), measures)));
                })
                .results();
    }

    private static List<Cost> read(ReplayPlan plan, NumberRow row) {
        Measures measures = plan.measures();
        return plan.subjects().names().stream().map(name -> measures.read(row)).toList();
    }

    private static List<Cost> run(Variant variant, Measures measures) {
        return Subjects.costs(measures, variant.run(Detail.RESETS));
    }

    /** Whether all outages together were run. */
    public boolean isBegun() {
        return !all.a.isEmpty();
    }

    /** Whether the work was not stopped early. */
    public boolean isWhole() {
        return isBegun() && outages.size() == plan.incidents().size();
    }

    /** The port networks that were reset, restarted or without power. */
    public List<Integer> struck(List<Cost> costs) {
        List<Integer> portNetworks = plan.subjects().portNetworks();
        return IntStream.range(0, Math.min(costs.size(), portNetworks.size()))
                .filter(pn -> costs.get(pn).cannotDial() > 0 || costs.get(pn).of(Measure.WARM_RESETS) > 0)
                .mapToObj(portNetworks::get)
                .toList();
    }

    /** The populations of phones of which some were out of service. */
    public List<String> struckPhones(List<Cost> costs) {
        Subjects subjects = plan.subjects();
        return IntStream.range(0, costs.size())
                .filter(subject -> costs.get(subject).of(Measure.PHONES_AFFECTED) > 0)
                .mapToObj(subjects.names()::get)
                .toList();
    }
}
