package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.study.Measures;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A history that leaves short silences out tells the same of everything else, on generated scenarios with bad networks. */
class SameInLessDetailTest {
    private static final int SCENARIOS = 100;

    @TestFactory
    Stream<DynamicTest> N1_to_N12_leaving_short_silences_out_changes_nothing_else() {
        return each(SameInLessDetailTest::compare);
    }

    private static Stream<DynamicTest> each(Consumer<Scenario> check) {
        return IntStream.range(0, SCENARIOS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check.accept(scenario(seed))));
    }

    private static void compare(Scenario scenario) {
        History all = Simulation.run(scenario, Detail.SILENCES);
        History less = Simulation.run(scenario, Detail.RESETS);
        assertThat(less.serverInterchanges()).isEqualTo(all.serverInterchanges());
        for (PnHistory pn : all.portNetworks()) {
            PnHistory brief = less.findPortNetwork(pn.portNetwork().number()).orElseThrow();
            for (PnTotal total : PnTotal.values()) {
                assertThat(brief.total(total))
                        .as(total + " of " + pn.portNetwork().id() + " in " + scenario)
                        .isEqualTo(pn.total(total));
            }
            assertThat(merged(brief.timeline())).as(scenario.toString()).isEqualTo(merged(pn.timeline()));
            assertThat(brief.lists()).isEqualTo(pn.lists());
            assertThat(brief.randomCalls()).as(scenario.toString()).isEqualTo(pn.randomCalls());
        }
    }

    @TestFactory
    Stream<DynamicTest> leaving_random_calls_out_changes_nothing_else_and_shows_who_might_drop_some() {
        return each(SameInLessDetailTest::compareControl);
    }

    private static void compareControl(Scenario scenario) {
        History all = Simulation.run(scenario, Detail.RESETS);
        History control = Simulation.run(scenario, Detail.CONTROL);
        boolean anyCouldDrop = control.portNetworks().stream().anyMatch(pn -> pn.total(PnTotal.CALLS_DROPPED) > 0);
        for (PnHistory pn : all.portNetworks()) {
            PnHistory brief = control.findPortNetwork(pn.portNetwork().number()).orElseThrow();
            assertThat(states(brief)).as(scenario.toString()).isEqualTo(states(pn));
            assertThat(brief.lists()).isEqualTo(pn.lists());
            assertThat(anyCouldDrop || pn.total(PnTotal.CALLS_DROPPED) == 0).isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> T1_to_T6_counting_only_lost_calls_changes_no_cost() {
        return each(scenario -> {
            History all = Simulation.run(scenario, Detail.RESETS);
            History losses = Simulation.run(scenario, Detail.LOSSES);
            for (PnHistory pn : all.portNetworks()) {
                PnHistory brief =
                        losses.findPortNetwork(pn.portNetwork().number()).orElseThrow();
                assertThat(Measures.ALL.of(brief, losses))
                        .as(scenario.toString())
                        .isEqualTo(Measures.ALL.of(pn, all));
                assertThat(states(brief)).as(scenario.toString()).isEqualTo(states(pn));
                assertThat(brief.lists()).isEqualTo(pn.lists());
            }
        });
    }

    private static List<String> states(PnHistory pn) {
        return pn.timeline().stream()
                .map(span -> span.from() + " " + span.to() + " " + span.state() + " " + span.controller())
                .toList();
    }

    /** The timeline with contact lost as a part of the time in service, and what random calls lost in each span. */
    private static List<PnSpan> merged(List<PnSpan> timeline) {
        List<PnSpan> merged = new ArrayList<>();
        for (PnSpan span : timeline) {
            PnState state = span.state() == PnState.CONTACT_LOST ? PnState.IN_SERVICE : span.state();
            int last = merged.size() - 1;
            boolean goesOn = last >= 0
                    && merged.get(last).state() == state
                    && merged.get(last).controller() == span.controller();
            PnSpan before =
                    goesOn ? merged.remove(last) : new PnSpan(span.from(), span.from(), state, span.controller());
            CallLosses losses = before.losses().plus(span.losses());
            merged.add(new PnSpan(before.from(), span.to(), state, span.controller(), losses));
        }
        return merged;
    }

    private static Scenario scenario(int seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        boolean duplex = dice.nextInt(3) == 0;
        boolean duplicated = dice.nextInt(3) == 0;
        boolean data = dice.nextInt(3) == 0;
        String traffic = data || dice.nextInt(3) == 0
                ? ", traffic: {calls-per-hour: 600, mean-hold: " + dice.nextInt(5, 100)
                        + "s, ip: 20%, to: [{pn: 2, share: 30%}]}"
                : "";
        List<String> events = new ArrayList<>();
        for (int i = dice.nextInt(1, 5); i > 0; i--) {
            events.add(event(dice, duplicated));
        }
        return lab().lasting("30m")
                .with("seed: " + seed)
                .with("heartbeat-transport: " + (dice.nextBoolean() ? "tcp" : "ideal"))
                .with("data-as-heartbeats: " + (data ? "y" : "n"))
                .with("timers: {socket-sanity-timeout: " + dice.nextInt(3, 8)
                        + "s, pn-cold-reset-delay: 60s, no-service-timeout: 2m}")
                .sites("sites: [hq, branch]\nlinks: [{id: wan, between: [hq, branch], latency: " + dice.nextInt(150)
                        + "ms, loss: " + dice.nextInt(40) + "%}]")
                .servers("{main: {site: hq, duplex: " + (duplex ? "y" : "n")
                        + "}, survivable-cores: [{cluster: 10, site: branch}]}")
                .portNetworks("[{pn: 1, site: branch, ipsis: " + (duplicated ? "duplicated" : "single")
                        + ", calls: {pn: 40, ip: 10}" + traffic + "}, {pn: 2, site: hq}]")
                .events(events.toArray(String[]::new))
                .scenario();
    }

    private static String event(SplittableRandom dice, boolean duplicated) {
        List<String> targets = List.of("wan", "branch", "main", "pn-1", "ipsi-1a", duplicated ? "ipsi-1b" : "sc-10");
        String target = targets.get(dice.nextInt(targets.size()));
        String at = "{at: " + dice.nextInt(1, 1_500_000) + "ms, ";
        String length = ", for: " + dice.nextInt(1, 600) + "s}";
        return switch (dice.nextInt(5)) {
            case 0 -> at + "fail: " + target + ", for: " + dice.nextInt(1, 400_000) + "ms}";
            case 1 ->
                at + "degrade: " + target + ", loss: " + dice.nextInt(1, 101) + "%, latency: " + dice.nextInt(1, 900)
                        + "ms" + length;
            case 2 -> at + "degrade: " + target + ", bursts: {good: 20s, bad: " + dice.nextInt(1, 40) + "s}" + length;
            case 3 ->
                at + "congestion: " + target + ", every: 30s, burst: " + dice.nextInt(1, 30) + "s, loss: 90%" + length;
            default -> at + "duplex-mismatch: ipsi-1a, peak-loss: 80%, full-load: 50" + length;
        };
    }
}
