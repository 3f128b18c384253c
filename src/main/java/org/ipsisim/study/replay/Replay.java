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
 * <p>The costs of single outages need not sum to those of all: what overlaps is counted once there.
 *
 * @param plan what was replayed
 * @param all what all outages cost; nothing if the work was stopped before
 * @param outages each on its own, in the order of the plan; fewer if the work was stopped
 * @param bounds of a poller's records, what all cost if they were as short, and if they were as long, as may be; else empty
 */
public record Replay(ReplayPlan plan, Costs all, List<Outage> outages, List<Costs> bounds) {
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
        bounds = List.copyOf(bounds);
    }

    /** Carries out a plan; if it is stopped, with what is done by then. */
    public static Replay of(ReplayPlan plan, ParallelRuns runs) {
        List<Costs> done = run(plan, Shard.WHOLE.numbers(plan.runs()), runs);
        Costs all = done.isEmpty() ? new Costs(List.of(), plan.b().map(b -> List.of())) : done.get(0);
        int single = 1 + plan.incidents().size();
        List<Outage> outages = IntStream.range(1, Math.min(single, done.size()))
                .mapToObj(i -> new Outage(plan.incidents().get(i - 1), done.get(i)))
                .toList();
        List<Costs> bounds = done.size() == plan.runs() ? done.subList(single, done.size()) : List.of();
        return new Replay(plan, all, outages, bounds);
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(ReplayPlan plan, Shard shard, ParallelRuns runs) {
        run(plan, shard.numbers(plan.runs()), runs);
    }

    /** What all outages cost, by number 0, and each of them; on record with each setting each subject. */
    private static List<Costs> run(ReplayPlan plan, int[] numbers, ParallelRuns runs) {
        RunKind<Costs> kind = new RunKind<>(
                number -> name(plan, number),
                (costs, row) -> {
                    costs.a.forEach(cost -> cost.write(row));
                    costs.b.ifPresent(b -> b.forEach(cost -> cost.write(row)));
                },
                row -> new Costs(read(plan, row), plan.b().map(b -> read(plan, row))));
        return runs.run("replaying", numbers, kind, number -> {
                    List<Incident> incidents = plan.outagesOf(number);
                    Measures measures = plan.measures();
                    return new Costs(
                            run(plan.with(plan.a(), incidents), measures),
                            plan.b().map(b -> run(plan.with(b, incidents), measures)));
                })
                .results();
    }

    private static String name(ReplayPlan plan, int number) {
        int single = plan.incidents().size();
        if (number == 0 || number > single) {
            return number == 0 ? "all outages" : number == single + 1 ? "all, at least" : "all, at most";
        }
        return "outage of line " + plan.incidents().get(number - 1).line();
    }

    private static List<Cost> read(ReplayPlan plan, NumberRow row) {
        Measures measures = plan.measures();
        return plan.subjects().names().stream().map(name -> measures.read(row)).toList();
    }

    private static List<Cost> run(Variant variant, Measures measures) {
        return Subjects.costs(measures, variant.run(Detail.LOSSES));
    }

    /** Whether all outages together were run. */
    public boolean isBegun() {
        return !all.a.isEmpty();
    }

    /** Whether the work was not stopped early. */
    public boolean isWhole() {
        return isBegun()
                && outages.size() == plan.incidents().size()
                && (plan.resolution().isZero() || !bounds.isEmpty());
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
