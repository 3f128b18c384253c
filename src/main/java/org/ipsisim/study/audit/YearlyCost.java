package org.ipsisim.study.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Target;
import org.ipsisim.history.Detail;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Fault;
import org.ipsisim.study.Measures;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;

/**
 * What one of the random outages of a scenario costs in a year, each outage alone: how many there are in the long run, times
 * the mean cost of some lengths that are equally probable by the law of its repair.
 *
 * @param set what fails together
 * @param repair how long it is out
 * @param outages how many begin in a year of 365 days
 * @param costs of one outage of each length, ascending
 */
public record YearlyCost(FaultSet set, RandomTime repair, double outages, List<Cost> costs) {
    /** How many lengths of an outage are run. */
    public static final int LENGTHS = 20;

    private static final long YEAR = Duration.ofDays(365).toMillis();

    /** Keeps a copy of the costs. */
    public YearlyCost {
        costs = List.copyOf(costs);
    }

    /** The expected value in a year of an objective, or of a measure. */
    public double inYear(ToDoubleFunction<Cost> value) {
        return outages * costs.stream().mapToDouble(value).average().orElse(0);
    }

    /**
     * Runs what a shard has of the random outages of a plan's scenario; those of which all runs were made. Where the longest
     * outage costs nothing, as that of one of two lines, shorter ones are taken to cost nothing and are not run.
     */
    static List<YearlyCost> of(AuditPlan plan, Shard shard, ParallelRuns runs) {
        Scenario scenario = plan.scenario();
        List<YearlyCost> rates = shard.of(rates(scenario.randomOutages()));
        List<Long> lengths = new ArrayList<>();
        rates.forEach(each -> lengths.addAll(OutageDraws.lengths(each.repair, LENGTHS)));
        Measures measures = Measures.of(scenario.estate());
        RunKind<Cost> kind = new RunKind<>(
                number -> rates.get(number / LENGTHS).set.name() + " by its rate for " + lengths.get(number) + " ms",
                Cost::write,
                measures::read);
        IntFunction<Cost> run = number -> {
            long length = lengths.get(number);
            FaultSet set = rates.get(number / LENGTHS).set;
            return measures.of(
                    new WholeRuns(plan.ofLength(length)).history(scenario.estate(), set, length, Detail.RESETS));
        };
        int[] longest = IntStream.range(0, rates.size())
                .map(rate -> (rate + 1) * LENGTHS - 1)
                .toArray();
        List<Cost> most = runs.run("trying random outages", longest, kind, run).results();
        int[] shorter = IntStream.range(0, most.size() * LENGTHS)
                .filter(number -> number % LENGTHS < LENGTHS - 1)
                .filter(number -> !most.get(number / LENGTHS).equals(measures.none()))
                .toArray();
        Iterator<Cost> made =
                runs.run("trying shorter ones", shorter, kind, run).results().iterator();
        List<YearlyCost> yearly = new ArrayList<>();
        for (int i = 0; i < most.size(); i++) {
            List<Cost> costs = new ArrayList<>();
            boolean isFree = most.get(i).equals(measures.none());
            while (costs.size() < LENGTHS - 1 && (isFree || made.hasNext())) {
                costs.add(isFree ? measures.none() : made.next());
            }
            costs.add(most.get(i));
            if (costs.size() == LENGTHS) {
                YearlyCost rate = rates.get(i);
                yearly.add(new YearlyCost(rate.set, rate.repair, rate.outages, costs));
            }
        }
        return yearly;
    }

    /** What fails how often, without its costs. */
    static List<YearlyCost> rates(List<RandomOutage> outages) {
        List<YearlyCost> rates = new ArrayList<>();
        for (RandomOutage outage : outages) {
            List<List<Target>> apart = outage.together()
                    ? List.of(outage.targets())
                    : outage.targets().stream().map(List::of).toList();
            double each = outage.expectedIn(YEAR) / outage.targets().size();
            apart.forEach(targets -> rates.add(new YearlyCost(
                    new FaultSet(targets.stream().map(Fault::new).toList()), outage.repair(), each, List.of())));
        }
        return rates;
    }
}
