package org.ipsisim.study.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipsisim.history.Detail;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunsDone;
import org.ipsisim.study.Shard;
import org.ipsisim.study.Variant;

/**
 * A scenario run many times under other outages each time, and what that says.
 *
 * <p>Each run has a seed of its own, from which its outages, its calls and its lost heartbeats follow. Two settings that
 * are compared run with the same seeds (common random numbers).
 */
public final class MonteCarlo {
    /** Runs between two checks of the precision, whatever the number of threads. */
    static final int BATCH = 500;

    private final MonteCarloPlan plan;
    private final List<RunCosts> a;
    private final List<RunCosts> b;
    private final boolean whole;

    private MonteCarlo(MonteCarloPlan plan, List<RunCosts> a, List<RunCosts> b, boolean whole) {
        this.plan = plan;
        this.a = a;
        this.b = b;
        this.whole = whole;
    }

    /** Carries out a plan; if it is stopped, with the runs that are done by then. */
    public static MonteCarlo of(MonteCarloPlan plan, ParallelRuns runs) {
        List<RunCosts> a = new ArrayList<>();
        List<RunCosts> b = new ArrayList<>();
        while (true) {
            int from = a.size();
            int rest = plan.runs() - from;
            int next = plan.precision().isPresent() ? Math.min(BATCH, rest) : rest;
            RunsDone<CostPair> done =
                    run(plan, IntStream.range(from, from + next).toArray(), runs);
            done.results().forEach(pair -> {
                a.add(pair.a());
                pair.b().ifPresent(b::add);
            });
            MonteCarlo study = new MonteCarlo(plan, a, b, done.isWhole());
            if (!done.isWhole() || a.size() >= plan.runs() || study.isPrecise()) {
                return study;
            }
        }
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(MonteCarloPlan plan, Shard shard, ParallelRuns runs) {
        run(plan, shard.numbers(plan.runs()), runs);
    }

    private static RunsDone<CostPair> run(MonteCarloPlan plan, int[] numbers, ParallelRuns runs) {
        return runs.run(
                "running",
                numbers,
                CostPair.kind(plan),
                number -> new CostPair(run(plan.a(), number), plan.b().map(b -> run(b, number))));
    }

    private static RunCosts run(Variant variant, int number) {
        long seed = OutageDraws.seedOf(variant.scenario().seed(), number);
        return RunCosts.of(variant.withSeed(seed).run(Detail.RESETS));
    }

    private boolean isPrecise() {
        Interval mean = all().outage().mean();
        return mean.estimate() > 0
                && mean.halfWidth() <= mean.estimate() * plan.precision().orElse(0);
    }

    /** What was asked for. */
    public MonteCarloPlan plan() {
        return plan;
    }

    /** Whether it was not stopped early by the user. */
    public boolean isWhole() {
        return whole;
    }

    /** How many runs were made, of each setting. */
    public int runs() {
        return a.size();
    }

    /** What can be said of each port network, by number. */
    public List<Forecast> portNetworks() {
        return prospects(a);
    }

    /** What can be said of all port networks together. */
    public Forecast all() {
        return prospect(a, plan.portNetworks().size());
    }

    /** The same for the other setting; empty if nothing is compared. */
    public List<Forecast> otherPortNetworks() {
        return b.isEmpty() ? List.of() : prospects(b);
    }

    /** The same for the other setting. */
    public Optional<Forecast> otherAll() {
        return b.isEmpty()
                ? Optional.empty()
                : Optional.of(prospect(b, plan.portNetworks().size()));
    }

    /** How far the other setting differs, for one port network or all together; none if nothing is compared. */
    public List<PairedDifference> differences() {
        List<PairedDifference> differences = new ArrayList<>();
        for (int subject = 0; subject <= plan.portNetworks().size() && !b.isEmpty(); subject++) {
            differences.add(new PairedDifference(
                    nameOf(subject),
                    difference(subject, RunMeasure.OUTAGE),
                    difference(subject, RunMeasure.CALLS_DROPPED),
                    difference(subject, RunMeasure.FAILOVERS)));
        }
        return differences;
    }

    private PairedDifference.Of difference(int subject, RunMeasure measure) {
        long[] differences = new long[b.size()];
        for (int run = 0; run < differences.length; run++) {
            differences[run] = b.get(run).of(subject, measure) - a.get(run).of(subject, measure);
        }
        Sample paired = new Sample(differences);
        double apart = sample(a, subject, measure).variance()
                + sample(b, subject, measure).variance();
        return new PairedDifference.Of(paired.mean(), apart / paired.variance());
    }

    /** The run with the longest outage in all, the first one of several. */
    public int worstRun() {
        int worst = 0;
        for (int run = 1; run < a.size(); run++) {
            if (outageOf(run) > outageOf(worst)) {
                worst = run;
            }
        }
        return worst;
    }

    /** The outage of all port networks in a run, in milliseconds. */
    public long outageOf(int run) {
        return a.get(run).of(plan.portNetworks().size(), RunMeasure.OUTAGE);
    }

    /** The seed with which {@code ipsisim run} shows a run. */
    public long seedOf(int run) {
        return OutageDraws.seedOf(plan.a().scenario().seed(), run);
    }

    private String nameOf(int subject) {
        return subject == plan.portNetworks().size()
                ? Forecast.ALL
                : plan.portNetworks().get(subject).toString();
    }

    private List<Forecast> prospects(List<RunCosts> costs) {
        List<Forecast> prospects = new ArrayList<>();
        for (int subject = 0; subject < plan.portNetworks().size(); subject++) {
            prospects.add(prospect(costs, subject));
        }
        return prospects;
    }

    private Forecast prospect(List<RunCosts> costs, int subject) {
        int all = plan.portNetworks().size();
        long duration = plan.a().scenario().duration().toMillis();
        List<Sample> samples = new ArrayList<>();
        for (RunMeasure measure : RunMeasure.values()) {
            samples.add(sample(costs, subject, measure));
        }
        return new Forecast(nameOf(subject), samples, subject == all ? duration * all : duration);
    }

    private static Sample sample(List<RunCosts> costs, int subject, RunMeasure measure) {
        return new Sample(
                costs.stream().mapToLong(run -> run.of(subject, measure)).toArray());
    }
}
