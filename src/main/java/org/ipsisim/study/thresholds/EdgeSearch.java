package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ipsisim.history.Subject;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Variant;

/** Looks for the lengths at which the outcome changes: regular lengths first, then what lies between. */
final class EdgeSearch {
    /**
     * Two lengths with different outcomes.
     *
     * @param course its place in the plan
     * @param low the shorter one, in milliseconds
     * @param below what it costs each port network and population
     * @param high the longer one
     * @param above what that costs
     */
    private record Gap(int course, long low, List<CutOutcome> below, long high, List<CutOutcome> above) {}

    private final EdgePlan plan;
    private final ParallelRuns runs;
    private final List<Long> lengths;
    private final SharedOutcomes outcomes;

    EdgeSearch(EdgePlan plan, ParallelRuns runs) {
        this.plan = plan;
        this.runs = runs;
        this.lengths = plan.lengths();
        this.outcomes = new SharedOutcomes(plan.subjects().size());
    }

    /** Looks at all courses; if it is stopped, those begun by then, with what is known. */
    List<List<CutBands>> all() {
        int each = lengths.size();
        List<List<CutOutcome>> seen = look(0, Math.multiplyExact(plan.courses(), each));
        int begun = (seen.size() + each - 1) / each;
        List<Gap> gaps = gaps(0, seen);
        List<TreeMap<Long, List<CutOutcome>>> known = new ArrayList<>();
        for (int course = 0; course < begun; course++) {
            int last = Math.min(seen.size(), (course + 1) * each) - 1;
            known.add(new TreeMap<>());
            known.get(course).put(lengths.get(0), seen.get(course * each));
            known.get(course).put(lengths.get(last % each), seen.get(last));
        }
        List<List<Gap>> edges = narrow(gaps);
        for (int number = 0; number < gaps.size(); number++) {
            List<Gap> found = number < edges.size() ? edges.get(number) : List.of(gaps.get(number));
            for (Gap edge : found) {
                known.get(edge.course()).put(edge.low(), edge.below());
                known.get(edge.course()).put(edge.high(), edge.above());
            }
        }
        return known.stream().map(this::bands).toList();
    }

    /** Looks at a block of lengths and its upper neighbour, so that each gap is narrowed down in one shard. */
    void make(Shard shard) {
        int count = Math.multiplyExact(plan.courses(), lengths.size());
        int begin = shard.begin(count);
        int end = shard.end(count);
        if (begin < end) {
            List<List<CutOutcome>> seen = look(begin, Math.min(end + 1, count));
            narrow(gaps(begin, seen));
        }
    }

    private int courseOf(int number) {
        return number / lengths.size();
    }

    private long lengthOf(int number) {
        return lengths.get(number % lengths.size());
    }

    private List<List<CutOutcome>> look(int begin, int end) {
        return runs.run(
                        "trying cuts",
                        IntStream.range(begin, end).toArray(),
                        outcomes.kind(number -> plan.name(courseOf(number), lengthOf(number))),
                        number -> outcomes(courseOf(number), lengthOf(number)))
                .results();
    }

    /** What a length costs each port network and population. */
    private List<CutOutcome> outcomes(int course, long length) {
        Variant variant = new Variant(List.of(plan.name(course, length)), plan.scenario(course, length));
        return outcomes.shared(CutOutcome.of(variant));
    }

    /** Where neighbours have different outcomes. */
    private List<Gap> gaps(int begin, List<List<CutOutcome>> seen) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            int number = begin + i;
            boolean sameCourse = number % lengths.size() > 0;
            if (sameCourse && !seen.get(i).equals(seen.get(i - 1))) {
                gaps.add(new Gap(
                        courseOf(number), lengthOf(number - 1), seen.get(i - 1), lengthOf(number), seen.get(i)));
            }
        }
        return gaps;
    }

    /** Gaps narrowed down to edges: of each the course, the lower length, what it costs, and what a millisecond more costs. */
    private RunKind<List<Gap>> kind(List<Gap> gaps) {
        return new RunKind<>(
                number -> {
                    Gap gap = gaps.get(number);
                    return plan.name(gap.course, gap.low) + ", up to " + gap.high + " ms";
                },
                (edges, row) -> edges.forEach(edge -> {
                    row.add(edge.course, edge.low);
                    SharedOutcomes.write(edge.below, row);
                    SharedOutcomes.write(edge.above, row);
                }),
                row -> {
                    List<Gap> edges = new ArrayList<>();
                    while (row.hasNext()) {
                        int course = Objects.checkIndex(row.nextInt(), plan.courses());
                        long low = row.next();
                        edges.add(new Gap(course, low, outcomes.read(row), low + 1, outcomes.read(row)));
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
        List<CutOutcome> there = outcomes(gap.course(), middle);
        narrow(new Gap(gap.course(), gap.low(), gap.below(), middle, there), edges);
        narrow(new Gap(gap.course(), middle, there, gap.high(), gap.above()), edges);
    }

    private List<CutBands> bands(TreeMap<Long, List<CutOutcome>> known) {
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
        return all;
    }
}
