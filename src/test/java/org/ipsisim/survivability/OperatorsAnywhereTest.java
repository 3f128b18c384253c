package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.generate.HistoryChecks;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

/**
 * Whatever operators do to generated scenarios, and however the arbiter link fares meanwhile, the history keeps to the
 * rules, and the order of the file has no meaning (R17, R60, R68, M2).
 */
class OperatorsAnywhereTest {
    private static final int MOST_EVENTS = 12;

    @Test
    void the_history_keeps_to_the_rules_in_whatever_order_the_events_stand() {
        LongStream.range(0, 2000).parallel().forEach(OperatorsAnywhereTest::check);
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        Scenario scenario = withOperators(
                seed % 3 == 0 ? ScenarioGenerator.scenario(seed) : ScenarioGenerator.duplexScenario(seed), random);
        History history = Simulation.run(scenario);
        assertThat(HistoryChecks.violations(history)).as("seed " + seed).isEmpty();

        List<ScenarioEvent> shuffled = new ArrayList<>(scenario.events());
        Collections.shuffle(shuffled, random);
        History again = Simulation.run(with(scenario, scenario.estate(), shuffled));
        assertThat(again.trace()).as("seed " + seed).isEqualTo(history.trace());
        assertThat(again.servers()).as("seed " + seed).isEqualTo(history.servers());
        assertThat(again.portNetworks()).as("seed " + seed).isEqualTo(history.portNetworks());
    }

    private static Scenario withOperators(Scenario scenario, Random random) {
        Estate e = scenario.estate();
        List<PortNetwork> portNetworks = e.portNetworks().stream()
                .map(pn -> random.nextBoolean() ? duplicated(pn) : pn)
                .toList();
        Estate estate = e.withPortNetworks(portNetworks);
        List<ScenarioEvent> events = new ArrayList<>(scenario.events());
        for (int i = random.nextInt(MOST_EVENTS); i >= 0; i--) {
            events.add(event(scenario, portNetworks, random));
        }
        return with(scenario, estate, events);
    }

    private static PortNetwork duplicated(PortNetwork pn) {
        return pn.withDuplicatedIpsis(true);
    }

    /** Often at the time of another event, or a little later. */
    private static ScenarioEvent event(Scenario scenario, List<PortNetwork> portNetworks, Random random) {
        List<ScenarioEvent> others = scenario.events();
        Duration at = others.isEmpty() || random.nextInt(3) == 0
                ? Duration.ofMillis(random.nextLong(scenario.duration().toMillis()))
                : others.get(random.nextInt(others.size())).at().plusMillis(random.nextInt(3) * 4100L);
        PortNetwork pn = portNetworks.get(random.nextInt(portNetworks.size()));
        IpsiId ipsi = pn.ipsis().get(random.nextInt(pn.ipsis().size()));
        List<Integer> clusters =
                new ArrayList<>(List.of(scenario.estate().main().cluster()));
        scenario.estate().survivableCores().forEach(core -> clusters.add(core.cluster()));
        int cluster = clusters.get(random.nextInt(clusters.size()));
        Duration length = Duration.ofMillis(1 + random.nextInt(400) * 1000L + random.nextInt(5000));
        return switch (random.nextInt(scenario.estate().main().duplex() ? 9 : 7)) {
            case 0, 1 -> new ScenarioEvent.BusyOut(at, ipsi);
            case 2 -> new ScenarioEvent.ReleaseBusyOut(at, ipsi);
            case 3 -> new ScenarioEvent.Fail(at, new Target.OfIpsi(ipsi), Optional.of(length));
            case 4 -> new ScenarioEvent.Disable(at, cluster);
            case 5 -> new ScenarioEvent.Enable(at, cluster);
            case 6 -> new ScenarioEvent.ForcedTakeover(at, cluster, new TreeSet<>(List.of(pn.number())));
            case 7 -> new ScenarioEvent.Fail(at, new Target.OfArbiterLink(), Optional.of(length));
            default -> new ScenarioEvent.Flap(at, new Target.OfArbiterLink(), length, Duration.ofSeconds(7), 3);
        };
    }

    private static Scenario with(Scenario s, Estate estate, List<ScenarioEvent> events) {
        return s.with(estate).withEvents(events);
    }
}
