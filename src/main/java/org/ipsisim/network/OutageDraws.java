package org.ipsisim.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.RandomOutage;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.kernel.Draws;

/**
 * The random outages of a run: a pure function of its seed, what is struck, and the number of the draw. Timers, and
 * what else an administrator can set, change none of them, so that two settings can be compared under the same outages.
 */
public final class OutageDraws {
    /** Each outage takes so many draws: for the time before it, and for its length. */
    private static final int DRAWS_EACH = 2;

    private final long end;
    private final Draws draws;
    private final Map<String, Integer> entries = new HashMap<>();
    private final List<ScenarioEvent> outages = new ArrayList<>();

    private OutageDraws(Scenario scenario) {
        this.end = scenario.duration().toMillis();
        this.draws = Draws.ofSeed(scenario.seed()).named("outages");
    }

    /** Everything that happens in a run: the events of the scenario, then the outages that its seed gives. */
    public static List<ScenarioEvent> eventsOf(Scenario scenario) {
        if (scenario.randomOutages().isEmpty()) {
            return scenario.events();
        }
        List<ScenarioEvent> all = new ArrayList<>(scenario.events());
        outagesOf(scenario).forEach(all::addAll);
        return all;
    }

    /** The outages that the seed of a scenario gives: those of each of its random outages, in their order. */
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

    /** A target can stand in several entries, for several reasons to fail; each has its own draws. */
    private void draw(RandomOutage outage, List<Target> struck) {
        String name = struck.stream().map(Target::name).collect(Collectors.joining("+"));
        Draws own = draws.named(name).numbered(entries.merge(name, 1, Integer::sum));
        TimeDraw between = TimeDraw.of(outage.betweenFailures());
        TimeDraw repair = TimeDraw.of(outage.repair());
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
}
