package org.ipsisim.explain;

import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/**
 * How much of a state is bad luck: what the same scenario does with other seeds.
 *
 * @param seeds how many others: those that follow that of the scenario
 * @param atMoment with how many of them it is as bad or worse at the moment
 * @param atAll with how many of them it is at some time
 */
public record OtherSeeds(int seeds, int atMoment, int atAll) {
    private static final int SEEDS = 20;

    /** Tries them, if chance has a part in the scenario. */
    static Optional<OtherSeeds> of(PnMoment moment, Trials trials) {
        Scenario scenario = moment.scenario();
        if (!Chance.losesHeartbeats(scenario) && scenario.randomOutages().isEmpty()) {
            return Optional.empty();
        }
        int atMoment = 0;
        int atAll = 0;
        int runs = 0;
        for (int i = 1; i <= SEEDS; i++) {
            Optional<History> run = trials.quick(scenario.withSeed(scenario.seed() + i));
            if (run.isPresent()) {
                PnHistory pn = run.get().findPortNetwork(moment.number()).orElseThrow();
                HarmTimes times = trials.harm().timesIn(run.get(), pn);
                runs++;
                atMoment += times.isAt(moment.at()) ? 1 : 0;
                atAll += times.total() > 0 ? 1 : 0;
            }
        }
        return Optional.of(new OtherSeeds(runs, atMoment, atAll));
    }
}
