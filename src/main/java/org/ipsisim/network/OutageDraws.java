package org.ipsisim.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.RandomLength;

/**
 * The random outages of a run: a pure function of its seed, the target, and the number of the draw. Timers and other
 * settings of an administrator change none of them, so that two settings can be compared under the same outages.
 */
public final class OutageDraws {
    /** Draws per outage: for the time before it, and for its length. */
    private static final int DRAWS_EACH = 2;

    private final long end;
    private final Draws draws;
    private final Map<String, Integer> entries = new HashMap<>();
    private final List<ScenarioEvent> outages = new ArrayList<>();

    private OutageDraws(Scenario scenario) {
        this.end = scenario.duration().toMillis();
        this.draws = Draws.ofSeed(scenario.seed()).named("outages");
    }

    /** All events of a run: those of the scenario, then the random outages of its seed. */
    public static List<ScenarioEvent> eventsOf(Scenario scenario) {
        if (scenario.randomOutages().isEmpty()) {
            return scenario.events();
        }
        List<ScenarioEvent> all = new ArrayList<>(scenario.events());
        outagesOf(scenario).forEach(all::addAll);
        return all;
    }

    /** The outages of a scenario's seed, for each of its random outages, in their order. */
    public static List<List<ScenarioEvent>> outagesOf(Scenario scenario) {
        OutageDraws all = new OutageDraws(scenario);
        List<List<ScenarioEvent>> outages = new ArrayList<>();
        for (RandomOutage outage : scenario.randomOutages()) {
            int before = all.outages.size();
            all.draw(outage);
            outages.add(List.copyOf(all.outages.subList(before, all.outages.size())));
        }
        return outages;
    }

    /**
     * The seed of one of many runs of a scenario. Run 0 is that of the scenario itself.
     *
     * @param run 0 or more
     */
    public static long seedOf(long seed, int run) {
        return run == 0 ? seed : Draws.ofSeed(seed).named("runs").bits(run);
    }

    private void draw(RandomOutage outage) {
        if (outage.together()) {
            draw(outage, outage.targets());
        } else {
            outage.targets().forEach(target -> draw(outage, List.of(target)));
        }
    }

    /** A target may appear in several entries, for several reasons to fail; each has its own draws. */
    private void draw(RandomOutage outage, List<Target> struck) {
        String name = struck.stream().map(Target::name).collect(Collectors.joining("+"));
        Draws own = draws.named(name).numbered(entries.merge(name, 1, Integer::sum));
        RandomLength between = length(outage.betweenFailures());
        RandomLength repair = length(outage.repair());
        long number = 0;
        long at = between.millis(own.uniform(0));
        while (at < end) {
            long length = repair.millis(own.uniform(number * DRAWS_EACH + 1));
            for (Target target : struck) {
                outages.add(
                        new ScenarioEvent.Fail(Duration.ofMillis(at), target, Optional.of(Duration.ofMillis(length))));
            }
            number++;
            at += length + between.millis(own.uniform(number * DRAWS_EACH));
        }
    }

    /** Lengths of a random time, ascending and in milliseconds: the middle of each of so many equally probable parts of its law. */
    public static List<Long> lengths(RandomTime time, int parts) {
        RandomLength length = length(time);
        return IntStream.range(0, parts)
                .mapToObj(part -> length.millis((part + 0.5) / parts))
                .toList();
    }

    static RandomLength length(RandomTime time) {
        double mean = time.mean().toMillis();
        return switch (time.law()) {
            case EXPONENTIAL -> RandomLength.exponential(mean);
            case WEIBULL -> RandomLength.weibull(mean, time.form());
            case LOGNORMAL -> RandomLength.lognormal(mean, time.form());
        };
    }
}
