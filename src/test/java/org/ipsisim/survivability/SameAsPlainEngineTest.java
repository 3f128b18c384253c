package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.ipsisim.estate.Scenario;
import org.ipsisim.generate.Differential;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.HistoryChecks;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.Detail;
import org.ipsisim.plain.PlainEngine;
import org.junit.jupiter.api.Test;

/** The engine that skips heartbeats gives the same history, to the millisecond, as the one that sends each of them. */
class SameAsPlainEngineTest {
    private static final int SCENARIOS = 5000;
    private static final int DUPLICATED_SCENARIOS = 3000;
    private static final int BAD_NETWORKS = 3000;
    private static final int PARTIAL_FAULTS = 3000;

    @Test
    void on_generated_scenarios() {
        assertSame(SCENARIOS, ScenarioGenerator::scenario);
    }

    @Test
    void on_generated_scenarios_with_a_duplex_main() {
        assertSame(SCENARIOS, ScenarioGenerator::duplexScenario);
    }

    @Test
    void on_generated_scenarios_with_duplicated_ipsis() {
        assertSame(DUPLICATED_SCENARIOS, ScenarioGenerator::duplicatedScenario);
    }

    @Test
    void on_generated_scenarios_with_bad_networks() {
        assertSame(BAD_NETWORKS, ScenarioGenerator::badNetworkScenario);
    }

    @Test
    void M31_on_generated_scenarios_in_which_parts_of_IPSIs_fail() {
        assertSame(PARTIAL_FAULTS, ScenarioGenerator::partialFaultScenario);
    }

    private static void assertSame(int scenarios, LongFunction<Scenario> generator) {
        Differential differential = new Differential(
                scenario -> PlainEngine.run(scenario, detail(scenario)),
                scenario -> Simulation.run(scenario, detail(scenario)));
        List<String> differences = Generated.seeds(scenarios)
                .parallel()
                .mapToObj(generator)
                .map(differential::findDifference)
                .flatMap(Optional::stream)
                .limit(3)
                .toList();
        assertThat(differences).as(String.join("\n\n", differences)).isEmpty();
    }

    /** Every heartbeat is compared, in one of four. */
    private static Detail detail(Scenario scenario) {
        return scenario.seed() % 4 == 0 ? Detail.HEARTBEATS : Detail.SILENCES;
    }

    @Test
    void and_its_histories_pass_the_checks() {
        assertThat(Generated.seeds(2000))
                .allSatisfy(
                        seed -> assertThat(HistoryChecks.violations(Simulation.run(ScenarioGenerator.scenario(seed))))
                                .as("seed %s", seed)
                                .isEmpty());
    }
}
