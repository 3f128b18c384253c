package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failure biasing: weighted outages say of chance what chance itself would, in far fewer runs. */
class BiasedOutagesTest {
    private static final double DAYS = 30;

    private static Scenario month(String outages) {
        return Branch.variant(Branch.with(), "duration=30d", "random-outages=[" + outages + "]")
                .scenario();
    }

    /** Whether two targets are out at once for some time before the end. */
    private static boolean overlap(List<ScenarioEvent> events) {
        for (ScenarioEvent one : events) {
            for (ScenarioEvent other : events) {
                ScenarioEvent.Fail first = (ScenarioEvent.Fail) one;
                ScenarioEvent.Fail second = (ScenarioEvent.Fail) other;
                if (!first.target().equals(second.target())
                        && !first.at().minus(second.at()).isNegative()
                        && first.at()
                                        .minus(second.at())
                                        .compareTo(second.duration().orElseThrow())
                                < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The mean of some numbers, and its standard error. */
    private record Mean(double mean, double error) {
        static Mean of(List<Double> numbers) {
            double mean = numbers.stream().mapToDouble(each -> each).average().orElseThrow();
            double squares =
                    numbers.stream().mapToDouble(each -> each * each).average().orElseThrow();
            return new Mean(mean, Math.sqrt((squares - mean * mean) / numbers.size()));
        }
    }

    private static Mean biased(Scenario scenario, int runs, boolean onlyOverlap) {
        List<Double> weights = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            BiasedOutages outages = BiasedOutages.of(scenario.withSeed(OutageDraws.seedOf(1, run)));
            weights.add(onlyOverlap && !overlap(outages.events()) ? 0 : outages.weight());
        }
        return Mean.of(weights);
    }

    private static Mean crude(Scenario scenario, int runs) {
        List<Double> overlaps = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            overlaps.add(overlap(OutageDraws.eventsOf(scenario.withSeed(OutageDraws.seedOf(2, run)))) ? 1.0 : 0.0);
        }
        return Mean.of(overlaps);
    }

    /**
     * How likely two alike targets are to be out at once before the end: a chain of the states none out, one out, both out, which
     * is not left again. With the rates l and m, not to have come there yet has a probability that solves
     * y'' + (3l + m)y' + 2l²y = 0, is 1 at the start, and has no slope there.
     */
    private static double bothOut(double daysBetween, double repairMinutes) {
        double l = 1 / daysBetween;
        double m = 1440 / repairMinutes;
        double fast = -(3 * l + m + Math.sqrt((3 * l + m) * (3 * l + m) - 8 * l * l)) / 2;
        double slow = 2 * l * l / fast;
        return 1 - (fast * Math.exp(slow * DAYS) - slow * Math.exp(fast * DAYS)) / (fast - slow);
    }

    @ParameterizedTest(name = "once in {0} days for {1} min")
    @CsvSource({"1000, 240", "3650, 240", "1000, 6", "100, 1440", "20, 480"})
    void two_exponential_targets_are_out_at_once_as_often_as_a_Markov_chain_has_it(int days, int minutes) {
        Scenario scenario = month(
                "{target: [wan, pn-1], between-failures: {mean: " + days + "d}, repair: {mean: " + minutes + "m}}");
        Mean found = biased(scenario, 10_000, true);
        assertThat(found.mean()).isCloseTo(bothOut(days, minutes), within(4 * found.error()));
        assertThat(found.error() / found.mean()).isLessThan(0.07);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{law: weibull, mean: 30d, shape: 0.7}    | {law: lognormal, mean: 3h, variation: 2}",
                "{law: weibull, mean: 25d, shape: 3}      | {law: weibull, mean: 3h, shape: 0.5}",
                "{law: lognormal, mean: 20d, variation: 1} | {mean: 5h}"
            })
    void every_law_gives_what_chance_alone_does(String between, String repair) {
        Scenario scenario = month("{target: [wan, pn-1], between-failures: " + between + ", repair: " + repair + "}");
        Mean found = biased(scenario, 10_000, true);
        Mean truth = crude(scenario, 50_000);
        assertThat(found.mean()).isCloseTo(truth.mean(), within(4 * Math.hypot(found.error(), truth.error())));
        assertThat(truth.error() / truth.mean()).isLessThan(0.1);
        Mean weights = biased(scenario, 10_000, false);
        assertThat(weights.mean()).isCloseTo(1, within(4 * weights.error()));
    }

    @Test
    void many_frequent_outages_beside_rare_ones_leave_the_weights_sound() {
        Scenario scenario = month("{target: [wan], between-failures: {mean: 1d}, repair: {mean: 5m}},"
                + "{target: [pn-1, pn-2], between-failures: {mean: 2000d}, repair: {mean: 2h}}");
        Mean weights = biased(scenario, 10_000, false);
        assertThat(weights.mean()).isCloseTo(1, within(4 * weights.error()));
        assertThat(weights.error()).isLessThan(0.05);
    }

    @Test
    void what_fails_often_enough_by_itself_is_not_biased() {
        Scenario scenario = month("{target: wan, between-failures: {mean: 3d}, repair: {mean: 2h}}");
        BiasedOutages outages = BiasedOutages.of(scenario);
        assertThat(outages.weight()).isEqualTo(1);
        List<ScenarioEvent> usual = OutageDraws.eventsOf(scenario);
        assertThat(outages.events()).hasSameSizeAs(usual).hasSizeGreaterThan(3);
        for (int i = 0; i < usual.size(); i++) {
            assertThat(outages.events().get(i).at().toMillis())
                    .isCloseTo(usual.get(i).at().toMillis(), within(2L * usual.size()));
        }
    }
}
