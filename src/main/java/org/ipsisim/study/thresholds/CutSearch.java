package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Variant;

/** Looks for the lengths at which the outcome of a cut changes: cuts of regular lengths first, then what lies between. */
final class CutSearch {
    /**
     * Two lengths of a cut with different outcomes.
     *
     * @param fault its place in the plan
     * @param low the shorter one, in milliseconds
     * @param below what it costs each port network and population
     * @param high the longer one
     * @param above what that costs
     */
    private record Gap(int fault, long low, List<CutOutcome> below, long high, List<CutOutcome> above) {}

    private final CutPlan plan;
    private final ParallelRuns runs;
    private final Scenario ground;
    private final List<Long> lengths;
    private final SharedOutcomes outcomes;

    CutSearch(CutPlan plan, ParallelRuns runs) {
        this.plan = plan;
        this.runs = runs;
        this.ground = plan.ground();
        this.lengths = plan.lengths();
        this.outcomes = new SharedOutcomes(plan);
    }

    /** Looks at all cuts; if it is stopped, what is known by then. */
    List<FaultCuts<CutBands>> all() {
        int each = lengths.size();
        List<List<CutOutcome>> seen = look(0, Math.multiplyExact(plan.faults().size(), each));
        int begun = (seen.size() + each - 1) / each;
        List<Gap> gaps = gaps(0, seen);
        List<TreeMap<Long, List<CutOutcome>>> known = new ArrayList<>();
        for (int fault = 0; fault < begun; fault++) {
            int last = Math.min(seen.size(), (fault + 1) * each) - 1;
            known.add(new TreeMap<>());
            known.get(fault).put(0L, seen.get(fault * each));
            known.get(fault).put(lengths.get(last % each), seen.get(last));
        }
        List<List<Gap>> edges = narrow(gaps);
        for (int number = 0; number < gaps.size(); number++) {
            List<Gap> found = number < edges.size() ? edges.get(number) : List.of(gaps.get(number));
            for (Gap edge : found) {
                known.get(edge.fault()).put(edge.low(), edge.below());
                known.get(edge.fault()).put(edge.high(), edge.above());
            }
        }
        List<FaultCuts<CutBands>> faults = new ArrayList<>();
        for (int fault = 0; fault < begun; fault++) {
            faults.add(bands(plan.faults().get(fault), known.get(fault)));
        }
        return faults;
    }

    /** Looks at a block of lengths and its upper neighbour, so that each gap is narrowed down in one shard. */
    void make(Shard shard) {
        int count = Math.multiplyExact(plan.faults().size(), lengths.size());
        int begin = shard.begin(count);
        int end = shard.end(count);
        if (begin < end) {
            List<List<CutOutcome>> seen = look(begin, Math.min(end + 1, count));
            narrow(gaps(begin, seen));
        }
    }

    private Fault faultOf(int number) {
        return plan.faults().get(number / lengths.size());
    }

    private long lengthOf(int number) {
        return lengths.get(number % lengths.size());
    }

    private static String name(Fault fault, long length) {
        return fault.name() + " cut for " + length + " ms";
    }

    private List<List<CutOutcome>> look(int begin, int end) {
        return runs.run(
                        "trying cuts",
                        IntStream.range(begin, end).toArray(),
                        outcomes.kind(number -> name(faultOf(number), lengthOf(number))),
                        number -> outcomes(faultOf(number), lengthOf(number)))
                .results();
    }

    /** What a cut costs each port network and population. */
    private List<CutOutcome> outcomes(Fault fault, long length) {
        List<String> settings = List.of(name(fault, length));
        Variant variant = new Variant(settings, CutPlan.cut(ground, fault, plan.at(), length));
        return outcomes.shared(CutOutcome.of(variant.run(Detail.RESETS)));
    }

    /** Where neighbours have different outcomes. */
    private List<Gap> gaps(int begin, List<List<CutOutcome>> seen) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            int number = begin + i;
            boolean sameFault = number % lengths.size() > 0;
            if (sameFault && !seen.get(i).equals(seen.get(i - 1))) {
                gaps.add(new Gap(
                        number / lengths.size(), lengthOf(number - 1), seen.get(i - 1), lengthOf(number), seen.get(i)));
            }
        }
        return gaps;
    }

    /** Gaps narrowed down to edges: of each the fault, the lower length, what it costs, and what a millisecond more costs. */
    private RunKind<List<Gap>> kind(List<Gap> gaps) {
        return new RunKind<>(
                number -> {
                    Gap gap = gaps.get(number);
                    return plan.faults().get(gap.fault).name() + " cut for " + gap.low + " to " + gap.high + " ms";
                },
                (edges, row) -> edges.forEach(edge -> {
                    row.add(edge.fault, edge.low);
                    SharedOutcomes.write(edge.below, row);
                    SharedOutcomes.write(edge.above, row);
                }),
                row -> {
                    List<Gap> edges = new ArrayList<>();
                    while (row.hasNext()) {
                        int fault =
                                Objects.checkIndex(row.nextInt(), plan.faults().size());
                        long low = row.next();
                        edges.add(new Gap(fault, low, outcomes.read(row), low + 1, outcomes.read(row)));
                    }
                    return edges;
                });
    }

    private List<List<Gap>> narrow(List<Gap> gaps) {
        return runs.run(
                        "narrowing down",
                        IntStream.range(0, gaps.size()).toArray(),
                        kind(gaps),
                        number -> edges(gaps.get(number)))
                .results();
    }

    /** The changes within a gap, each between two lengths one millisecond apart. */
    private List<Gap> edges(Gap gap) {
        List<Gap> edges = new ArrayList<>();
        narrow(gap, edges);
        return edges;
    }

    private void narrow(Gap gap, List<Gap> edges) {
        if (gap.below().equals(gap.above())) {
            return;
        }
        if (gap.high() - gap.low() == 1) {
            edges.add(gap);
            return;
        }
        long middle = (gap.low() + gap.high()) >>> 1;
        List<CutOutcome> there = outcomes(plan.faults().get(gap.fault()), middle);
        narrow(new Gap(gap.fault(), gap.low(), gap.below(), middle, there), edges);
        narrow(new Gap(gap.fault(), middle, there, gap.high(), gap.above()), edges);
    }

    private FaultCuts<CutBands> bands(Fault fault, TreeMap<Long, List<CutOutcome>> known) {
        List<CutBands> all = new ArrayList<>();
        for (Subject subject : plan.subjects()) {
            int place = all.size();
            List<CutBands.Band> bands = new ArrayList<>();
            known.forEach((length, outcomes) -> {
                CutOutcome outcome = outcomes.get(place);
                int last = bands.size() - 1;
                if (last >= 0 && bands.get(last).outcome().equals(outcome)) {
                    bands.set(last, new CutBands.Band(bands.get(last).from(), length, outcome));
                } else {
                    bands.add(new CutBands.Band(length, length, outcome));
                }
            });
            all.add(new CutBands(subject, bands));
        }
        return new FaultCuts<>(fault, all);
    }
}
