package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.ServerHistory;
import org.junit.jupiter.api.Test;

/** Two IPSIs that share every way fare exactly as one: duplication helps only where their ways differ (R77, R82). */
class TwoIpsisLikeOneTest {
    @Test
    void on_generated_scenarios_in_which_no_single_board_fails() {
        LongStream.range(0, 1500)
                .parallel()
                .mapToObj(seed ->
                        seed % 2 == 0 ? ScenarioGenerator.scenario(seed) : ScenarioGenerator.duplexScenario(seed))
                .filter(scenario -> scenario.events().stream().noneMatch(TwoIpsisLikeOneTest::strikesOneBoard))
                .forEach(TwoIpsisLikeOneTest::compare);
    }

    private static void compare(Scenario scenario) {
        History single = Simulation.run(scenario);
        History twice = Simulation.run(duplicated(scenario));
        for (int i = 0; i < single.portNetworks().size(); i++) {
            PnHistory one = single.portNetworks().get(i);
            PnHistory two = twice.portNetworks().get(i);
            assertThat(two.timeline()).as(scenario.title()).isEqualTo(one.timeline());
            assertThat(two.totals()).as(scenario.title()).isEqualTo(one.totals());
            assertThat(two.lists().values())
                    .as(scenario.title())
                    .isNotEmpty()
                    .allSatisfy(list -> assertThat(list)
                            .isEqualTo(one.lists().get(one.lists().firstKey())));
        }
        assertThat(twice.servers())
                .extracting(ServerHistory::timeline)
                .as(scenario.title())
                .isEqualTo(
                        single.servers().stream().map(ServerHistory::timeline).toList());
    }

    private static boolean strikesOneBoard(ScenarioEvent event) {
        return event instanceof ScenarioEvent.Fail fail && fail.target() instanceof Target.OfIpsi
                || event instanceof ScenarioEvent.Flap flap && flap.target() instanceof Target.OfIpsi;
    }

    private static Scenario duplicated(Scenario s) {
        Estate e = s.estate();
        List<PortNetwork> twice = e.portNetworks().stream()
                .map(pn -> pn.withDuplicatedIpsis(true))
                .toList();
        Estate estate = e.withPortNetworks(twice);
        return s.with(estate);
    }
}
