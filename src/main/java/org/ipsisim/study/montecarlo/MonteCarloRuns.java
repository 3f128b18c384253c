package org.ipsisim.study.montecarlo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.network.BiasedOutages;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Variant;

/**
 * The runs of one setting. Where nothing but outages can cost anything, those without an outage are not made, nor those
 * whose outages are known.
 *
 * @param quiet what a run without an outage costs; empty if calls, lost heartbeats or phones may make it differ by its seed
 * @param lone outages that are known; empty if there can be none
 */
record MonteCarloRuns(Variant variant, Measures judged, Optional<long[]> quiet, Optional<LoneOutages> lone) {
    /**
     * Looks, if the setting may allow it, whether nothing at all happens without an outage.
     *
     * @param runs how many there will be
     */
    static MonteCarloRuns of(Variant variant, Measures judged, int runs) {
        Scenario scenario = variant.scenario();
        Optional<long[]> quiet = Optional.empty();
        if (isSilent(scenario)) {
            History history = new Variant(variant.settings(), scenario.withOnly(scenario.events())).run(Detail.LOSSES);
            quiet = Optional.of(MonteCarlo.cost(history, judged))
                    .filter(costs ->
                            history.trace().isEmpty() && Arrays.stream(costs).allMatch(each -> each == 0));
        }
        Optional<LoneOutages> lone = quiet.flatMap(costs -> LoneOutages.of(scenario, judged, costs.length, runs));
        return new MonteCarloRuns(variant, judged, quiet, lone);
    }

    /** Whether no event, no loss, no phone and no lack of trunk circuits makes one run without an outage unlike another. */
    private static boolean isSilent(Scenario scenario) {
        return scenario.events().isEmpty()
                && scenario.estate().sip().isEmpty()
                && scenario.estate().links().stream()
                        .allMatch(link -> link.loss() == 0 && link.bursts().isEmpty())
                && scenario.estate().portNetworks().stream()
                        .flatMap(pn -> pn.traffic().stream())
                        .allMatch(traffic -> traffic.circuits().isEmpty());
    }

    /** What the run of a number costs. */
    long[] run(int number) {
        Variant seeded = seeded(number);
        return cost(seeded, OutageDraws.eventsOf(seeded.scenario()));
    }

    /** The same under biased outages; the bits of their weight come last. */
    long[] runBiased(int number) {
        Variant seeded = seeded(number);
        BiasedOutages outages = BiasedOutages.of(seeded.scenario());
        long[] costs = cost(seeded, outages.events());
        long[] all = Arrays.copyOf(costs, costs.length + 1);
        all[costs.length] = Double.doubleToLongBits(outages.weight());
        return all;
    }

    private Variant seeded(int number) {
        return variant.withSeed(OutageDraws.seedOf(variant.scenario().seed(), number));
    }

    private long[] cost(Variant seeded, List<ScenarioEvent> events) {
        if (quiet.isPresent() && events.isEmpty()) {
            return quiet.orElseThrow();
        }
        Optional<long[]> known = lone.flatMap(outages -> outages.cost(events));
        if (known.isPresent()) {
            return known.get();
        }
        Variant run = new Variant(seeded.settings(), seeded.scenario().withOnly(events));
        return MonteCarlo.cost(run.run(Detail.LOSSES), judged);
    }
}
