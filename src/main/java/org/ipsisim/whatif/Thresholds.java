package org.ipsisim.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;

/**
 * How long a cut may last before it costs something: the lengths at which its outcome changes, found by running.
 *
 * <p>First cuts of regular lengths are tried, for outcomes need not get worse with the length alone; then each change
 * between two of them is narrowed down to the millisecond. A change that comes and goes between two lengths of the first
 * look is not seen.
 *
 * @param plan what was tried
 * @param faults in the order of the plan; if the search was stopped, the last one may end before the longest cut
 */
public record Thresholds(CutPlan plan, List<FaultBands> faults) {
    /** Keeps a copy of the list. */
    public Thresholds {
        faults = List.copyOf(faults);
    }

    /** Runs a plan; if it is stopped, what was looked at by then. */
    public static Thresholds of(CutPlan plan, ParallelRuns runs) {
        return new Search(plan, runs).run();
    }

    /** Whether every fault was looked at, and every edge found. */
    public boolean isWhole() {
        return done() == plan.faults().size()
                && faults.stream()
                        .flatMap(fault -> fault.portNetworks().stream())
                        .allMatch(PnBands::isExact);
    }

    /** How many faults were looked at up to the longest cut. */
    public int done() {
        return (int) faults.stream()
                .filter(fault -> fault.portNetworks().stream().allMatch(pn -> pn.upTo() == plan.upTo()))
                .count();
    }

    private static final class Search {
        private final CutPlan plan;
        private final ParallelRuns runs;
        private final Scenario ground;
        private final List<Long> lengths;
        private final Map<List<PnOutcome>, List<PnOutcome>> kinds = new ConcurrentHashMap<>();

        Search(CutPlan plan, ParallelRuns runs) {
            this.plan = plan;
            this.runs = runs;
            this.ground = plan.ground();
            this.lengths = plan.lengths();
        }

        /** Two lengths of a cut with different outcomes, and the outcomes. */
        private record Gap(int fault, long low, List<PnOutcome> below, long high, List<PnOutcome> above) {}

        Thresholds run() {
            int each = lengths.size();
            List<List<PnOutcome>> seen = runs.run(
                            "trying cuts",
                            Math.multiplyExact(plan.faults().size(), each),
                            number -> outcomes(number / each, lengths.get(number % each)))
                    .results();
            int begun = (seen.size() + each - 1) / each;
            List<Gap> gaps = new ArrayList<>();
            for (int number = 1; number < seen.size(); number++) {
                if (number % each > 0 && !seen.get(number).equals(seen.get(number - 1))) {
                    gaps.add(new Gap(
                            number / each,
                            lengths.get(number % each - 1),
                            seen.get(number - 1),
                            lengths.get(number % each),
                            seen.get(number)));
                }
            }
            List<TreeMap<Long, List<PnOutcome>>> known = new ArrayList<>();
            for (int fault = 0; fault < begun; fault++) {
                int last = Math.min(seen.size(), (fault + 1) * each) - 1;
                known.add(new TreeMap<>());
                known.get(fault).put(0L, seen.get(fault * each));
                known.get(fault).put(lengths.get(last % each), seen.get(last));
            }
            List<List<Gap>> edges = runs.run("narrowing down", gaps.size(), number -> narrow(gaps.get(number)))
                    .results();
            for (int number = 0; number < gaps.size(); number++) {
                List<Gap> found = number < edges.size() ? edges.get(number) : List.of(gaps.get(number));
                for (Gap edge : found) {
                    known.get(edge.fault).put(edge.low, edge.below);
                    known.get(edge.fault).put(edge.high, edge.above);
                }
            }
            List<FaultBands> faults = new ArrayList<>();
            for (int fault = 0; fault < begun; fault++) {
                faults.add(bands(plan.faults().get(fault), known.get(fault)));
            }
            return new Thresholds(plan, faults);
        }

        /** What a cut costs each port network; equal outcomes are one list, for there are few kinds of them. */
        private List<PnOutcome> outcomes(int fault, long length) {
            Fault cut = plan.faults().get(fault);
            List<String> settings = List.of(cut.name() + " cut for " + length + " ms");
            Variant variant = new Variant(settings, CutPlan.cut(ground, cut, plan.at(), length));
            return kinds.computeIfAbsent(PnOutcome.of(variant.run(Detail.RESETS)), kind -> kind);
        }

        /** The changes within a gap, each between two lengths one millisecond apart. */
        private List<Gap> narrow(Gap gap) {
            List<Gap> edges = new ArrayList<>();
            narrow(gap, edges);
            return edges;
        }

        private void narrow(Gap gap, List<Gap> edges) {
            if (gap.below.equals(gap.above)) {
                return;
            }
            if (gap.high - gap.low == 1) {
                edges.add(gap);
                return;
            }
            long middle = (gap.low + gap.high) >>> 1;
            List<PnOutcome> there = outcomes(gap.fault, middle);
            narrow(new Gap(gap.fault, gap.low, gap.below, middle, there), edges);
            narrow(new Gap(gap.fault, middle, there, gap.high, gap.above), edges);
        }

        private FaultBands bands(Fault fault, TreeMap<Long, List<PnOutcome>> known) {
            List<Integer> numbers = plan.portNetworks();
            List<PnBands> portNetworks = new ArrayList<>();
            for (int i = 0; i < numbers.size(); i++) {
                List<Band> bands = new ArrayList<>();
                for (Long length : known.keySet()) {
                    PnOutcome outcome = known.get(length).get(i);
                    int last = bands.size() - 1;
                    if (last >= 0 && bands.get(last).outcome().equals(outcome)) {
                        bands.set(last, new Band(bands.get(last).from(), length, outcome));
                    } else {
                        bands.add(new Band(length, length, outcome));
                    }
                }
                portNetworks.add(new PnBands(numbers.get(i), bands));
            }
            return new FaultBands(fault, portNetworks);
        }
    }
}
