package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Traffic;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.traffic.PlainCalls;
import org.junit.jupiter.api.Test;

/** Random calls fare on generated scenarios as if each was followed by itself (T1 to T8, M5 to M10, M23, M24, M28). */
class SameAsPlainCallsTest {
    private static final int SCENARIOS = 500;

    @Test
    void with_a_simplex_main() {
        LongStream.range(0, SCENARIOS)
                .mapToObj(seed -> withTraffic(ScenarioGenerator.scenario(seed), seed))
                .forEach(SameAsPlainCallsTest::compare);
    }

    @Test
    void with_a_duplex_main() {
        LongStream.range(0, SCENARIOS)
                .mapToObj(seed -> withTraffic(ScenarioGenerator.duplexScenario(seed), seed))
                .forEach(SameAsPlainCallsTest::compare);
    }

    @Test
    void traffic_moves_no_port_network() {
        LongStream.range(0, SCENARIOS).forEach(seed -> {
            Scenario scenario = ScenarioGenerator.duplexScenario(seed);
            History without = Simulation.run(scenario);
            History with = Simulation.run(withTraffic(scenario, seed));
            assertThat(with.servers()).isEqualTo(without.servers());
            for (int i = 0; i < without.portNetworks().size(); i++) {
                assertThat(with.portNetworks().get(i).timeline())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("losses")
                        .isEqualTo(without.portNetworks().get(i).timeline());
            }
        });
    }

    @Test
    void M2_the_order_of_declarations_changes_nothing() {
        LongStream.range(0, SCENARIOS).forEach(seed -> {
            Scenario scenario = withTraffic(ScenarioGenerator.scenario(seed), seed);
            List<PortNetwork> reversed = new ArrayList<>(scenario.estate().portNetworks());
            Collections.reverse(reversed);
            History history = Simulation.run(scenario);
            History other = Simulation.run(with(reversed, scenario, seed));
            assertThat(other.portNetworks()).isEqualTo(history.portNetworks());
            assertThat(other.trace()).isEqualTo(history.trace());
        });
    }

    private static void compare(Scenario scenario) {
        History history = Simulation.run(scenario);
        for (PnHistory pn : history.portNetworks()) {
            String what = scenario.title() + ", " + pn.portNetwork().id();
            RandomCalls calls = pn.randomCalls();
            if (pn.portNetwork().traffic().isEmpty()) {
                assertThat(calls).as(what).isEqualTo(RandomCalls.NONE);
            } else {
                List<CallLosses> bySpan =
                        pn.timeline().stream().map(PnSpan::losses).toList();
                assertThat(bySpan).as(what).isEqualTo(PlainCalls.losses(history, pn));
                assertThat(calls).as(what).isEqualTo(PlainCalls.outcome(history, pn));
                assertThat(bySpan.stream().reduce(CallLosses.NONE, CallLosses::plus))
                        .as(what)
                        .isEqualTo(calls.losses());
            }
            assertBalanced(calls, what);
        }
    }

    /** What came in has ended, was lost, or is still there. */
    private static void assertBalanced(RandomCalls calls, String what) {
        CallLosses losses = calls.losses();
        long left = calls.upAtEnd() + calls.inSetUpAtEnd();
        assertThat(calls.upAtStart() + calls.inSetUpAtStart() + calls.offered())
                .as(what)
                .isEqualTo(calls.ended() + losses.blocked() + losses.setUpsLost() + losses.dropped() + left);
        assertThat(calls.trunksBusy() + calls.farEndOut() + calls.separate())
                .as(what)
                .isLessThanOrEqualTo(losses.blocked());
        assertThat(calls.carried()).as(what).isBetween(0L, calls.offered() + calls.inSetUpAtStart());
    }

    private static Scenario withTraffic(Scenario scenario, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Estate estate = scenario.estate();
        List<Integer> numbers =
                estate.portNetworks().stream().map(PortNetwork::number).toList();
        List<PortNetwork> busy = estate.portNetworks().stream()
                .map(pn -> pn.with(
                        random.nextInt(5) == 0
                                ? Optional.empty()
                                : Optional.of(traffic(
                                        random,
                                        pn.number(),
                                        numbers,
                                        scenario.duration().toMillis()))))
                .toList();
        return with(busy, scenario, seed);
    }

    private static Scenario with(List<PortNetwork> portNetworks, Scenario scenario, long seed) {
        Estate estate = scenario.estate();
        return scenario.titled(scenario.title(), "")
                .withSeed(seed)
                .with(estate.withPortNetworks(portNetworks))
                .withoutExpectations();
    }

    /** Some 200 calls in the run, of a length that an outage has. */
    private static Traffic traffic(SplittableRandom random, int number, List<Integer> numbers, long length) {
        double perHour = 200 * 3_600_000.0 / length;
        boolean lognormal = random.nextBoolean();
        TreeMap<Integer, Double> others = new TreeMap<>();
        numbers.stream()
                .filter(other -> other != number && random.nextBoolean())
                .forEach(other -> others.put(other, 0.1));
        DayProfile.Step later = new DayProfile.Step(Duration.ofMillis(1 + length / 2), random.nextInt(3) / 2.0);
        return new Traffic(
                perHour,
                Duration.ofMillis(1 + random.nextLong(length / 10)),
                lognormal ? HoldingLaw.LOGNORMAL : HoldingLaw.EXPONENTIAL,
                lognormal ? random.nextInt(3) : 1,
                Duration.ofMillis(random.nextLong(length / 40)),
                new CallShares(random.nextInt(3) / 10.0, random.nextInt(3) / 10.0, others),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(4)) : OptionalInt.empty(),
                random.nextBoolean()
                        ? DayProfile.ALWAYS
                        : new DayProfile(List.of(new DayProfile.Step(Duration.ZERO, 1), later)));
    }
}
