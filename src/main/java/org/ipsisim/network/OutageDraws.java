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

    private final Draws draws;
    private final Map<String, Integer> entries = new HashMap<>();

    private OutageDraws(Scenario scenario) {
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
        OutageDraws draws = new OutageDraws(scenario);
        long end = scenario.duration().toMillis();
        List<List<ScenarioEvent>> outages = new ArrayList<>();
        for (RandomOutage outage : scenario.randomOutages()) {
            List<ScenarioEvent> ofOne = new ArrayList<>();
            draws.causes(outage).forEach(cause -> cause.drawUntil(end, ofOne));
            outages.add(List.copyOf(ofOne));
        }
        return outages;
    }

    /** Everything that fails by itself in a scenario, with the draws of its seed. */
    static List<Cause> causesOf(Scenario scenario) {
        OutageDraws draws = new OutageDraws(scenario);
        return scenario.randomOutages().stream()
                .flatMap(outage -> draws.causes(outage).stream())
                .toList();
    }

    /**
     * The seed of one of many runs of a scenario. Run 0 is that of the scenario itself.
     *
     * @param run 0 or more
     */
    public static long seedOf(long seed, int run) {
        return run == 0 ? seed : Draws.ofSeed(seed).named("runs").bits(run);
    }

    private List<Cause> causes(RandomOutage outage) {
        return outage.together()
                ? List.of(cause(outage, outage.targets()))
                : outage.targets().stream()
                        .map(target -> cause(outage, List.of(target)))
                        .toList();
    }

    /** A target may appear in several entries, for several reasons to fail; each has its own draws. */
    private Cause cause(RandomOutage outage, List<Target> struck) {
        String name = struck.size() == 1
                ? struck.get(0).name()
                : struck.stream().map(Target::name).collect(Collectors.joining("+"));
        Draws own = draws.named(name).numbered(entries.merge(name, 1, Integer::sum));
        return new Cause(struck, own, length(outage.betweenFailures()), length(outage.repair()));
    }

    /**
     * One reason to fail, independent of all others.
     *
     * @param struck what it strikes, all at once
     */
    record Cause(List<Target> struck, Draws draws, RandomLength between, RandomLength repair) {
        /** The uniform number that says how long it works before its failure of this number. */
        double untilFailure(long number) {
            return draws.uniform(number * DRAWS_EACH);
        }

        /** Adds the failure of this number, and returns its length. */
        long fail(long number, long at, List<ScenarioEvent> events) {
            long length = repair.millis(draws.uniform(number * DRAWS_EACH + 1));
            for (Target target : struck) {
                events.add(
                        new ScenarioEvent.Fail(Duration.ofMillis(at), target, Optional.of(Duration.ofMillis(length))));
            }
            return length;
        }

        private void drawUntil(long end, List<ScenarioEvent> events) {
            long at = between.millis(untilFailure(0));
            for (long number = 0; at < end; number++) {
                at += fail(number, at, events) + between.millis(untilFailure(number + 1));
            }
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
