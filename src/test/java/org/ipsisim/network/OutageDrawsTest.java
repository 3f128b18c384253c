package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.ipsisim.estate.RandomTime;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.kernel.RandomLength;
import org.ipsisim.report.timeline.Area;
import org.ipsisim.study.Branch;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;

/** Outages by chance: their laws, what they depend on, and what they do not. */
class OutageDrawsTest {
    private static final String WAN = "{target: wan, between-failures: {mean: 10d}, repair: {mean: 2h}}";
    private static final String PN = "{target: [pn-1, pn-2], between-failures: {mean: 10d}, repair: {mean: 2h}}";
    private static final Duration MEAN = Duration.ofMinutes(20);

    private static Scenario year(String... outages) {
        return Branch.variant(Branch.with(), "duration=365d", "random-outages=[" + String.join(", ", outages) + "]")
                .scenario();
    }

    private static List<ScenarioEvent> of(Scenario scenario, String target) {
        return OutageDraws.eventsOf(scenario).stream()
                .filter(event -> ((ScenarioEvent.Fail) event).target().name().equals(target))
                .toList();
    }

    private static void assertQuantiles(RandomTime time, ContinuousDistribution expected) {
        RandomLength draw = OutageDraws.length(time);
        for (double u : new double[] {0.001, 0.1, 0.5, 0.9, 0.999, 0.999999}) {
            double quantile = expected.inverseCumulativeProbability(u);
            assertThat((double) draw.millis(u)).isCloseTo(quantile, within(0.5 + quantile * 1e-9));
        }
        double mean = IntStream.range(0, 100_000)
                .mapToDouble(i -> draw.millis((i + 0.5) / 100_000))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(MEAN.toMillis(), within(MEAN.toMillis() * 0.01));
    }

    @Test
    void a_law_is_shown_by_the_middles_of_parts_that_are_equally_probable() {
        assertThat(OutageDraws.lengths(RandomTime.exponential(Duration.ofSeconds(1000)), 4))
                .as("-1000 s ln(1 - u) at 1/8, 3/8, 5/8 and 7/8")
                .containsExactly(133_531L, 470_004L, 980_829L, 2_079_442L);
    }

    @Test
    void lengths_follow_their_law_and_have_their_mean() {
        double mean = MEAN.toMillis();
        assertQuantiles(RandomTime.exponential(MEAN), ExponentialDistribution.of(mean));
        assertQuantiles(
                new RandomTime(RandomTime.Law.WEIBULL, MEAN, 2), WeibullDistribution.of(2, mean / 0.886226925452758));
        double variance = Math.log(1 + 1.5 * 1.5);
        assertQuantiles(
                new RandomTime(RandomTime.Law.LOGNORMAL, MEAN, 1.5),
                LogNormalDistribution.of(Math.log(mean) - variance / 2, Math.sqrt(variance)));
    }

    @Test
    void the_largest_draw_of_the_longest_time_does_not_overflow() {
        RandomTime longest = new RandomTime(RandomTime.Law.LOGNORMAL, Duration.ofDays(3650), 10);
        assertThat(OutageDraws.length(longest).millis(1 - 0x1.0p-53)).isBetween(1L << 50, 1L << 53);
    }

    @Test
    void an_outage_begins_when_the_one_before_has_ended() {
        List<ScenarioEvent> outages = of(year(WAN), "wan");
        assertThat(outages).hasSizeBetween(20, 60);
        Duration before = Duration.ZERO;
        for (ScenarioEvent event : outages) {
            assertThat(event.at()).isGreaterThan(before);
            before = event.at().plus(((ScenarioEvent.Fail) event).duration().orElseThrow());
        }
    }

    @Test
    void timers_and_other_targets_change_nothing() {
        Scenario alone = year(WAN);
        Scenario hasty =
                alone.with(alone.estate().timers().with(TimerSetting.NO_SERVICE_TIMEOUT, Duration.ofMinutes(2)));
        assertThat(OutageDraws.eventsOf(hasty)).isEqualTo(OutageDraws.eventsOf(alone));
        assertThat(of(year(PN, WAN), "wan")).isEqualTo(of(alone, "wan"));
        assertThat(of(alone.withSeed(2), "wan")).isNotEqualTo(of(alone, "wan"));
    }

    @Test
    void each_target_and_each_reason_to_fail_has_outages_of_its_own() {
        Scenario scenario = year(PN, WAN, WAN);
        assertThat(starts(of(scenario, "pn-1"))).doesNotContainAnyElementsOf(starts(of(scenario, "pn-2")));
        List<ScenarioEvent> wan = of(scenario, "wan");
        assertThat(new TreeSet<>(starts(wan))).hasSameSizeAs(wan);
    }

    @Test
    void what_fails_together_is_struck_by_one_draw() {
        Scenario scenario =
                year("{target: [pn-1, pn-2], together: y, between-failures: {mean: 10d}, repair: {mean: 2h}}");
        assertThat(starts(of(scenario, "pn-1"))).isNotEmpty().isEqualTo(starts(of(scenario, "pn-2")));
        assertThat(lengths(of(scenario, "pn-1"))).isNotEmpty().isEqualTo(lengths(of(scenario, "pn-2")));
    }

    @Test
    void outages_that_strike_together_cost_both_at_once_and_others_one_after_the_other() {
        String both = "{target: [pn-1, pn-2], together: %s, between-failures: {mean: 10d}, repair: {mean: 2h}}";
        assertThat(outAtOnce(year(both.replace("%s", "y")))).isEqualTo(2);
        assertThat(outAtOnce(year(both.replace("%s", "n")))).isEqualTo(1);
    }

    /** The most port networks that were ever out of service at once, in the first outages of a year. */
    private static int outAtOnce(Scenario scenario) {
        return Area.portNetworksOut(Simulation.run(scenario, Detail.RESETS)).peak();
    }

    private static List<Duration> lengths(List<ScenarioEvent> events) {
        return events.stream()
                .map(event -> ((ScenarioEvent.Fail) event).duration().orElseThrow())
                .toList();
    }

    private static List<Duration> starts(List<ScenarioEvent> events) {
        return events.stream().map(ScenarioEvent::at).toList();
    }

    @Test
    void a_run_of_the_scenario_is_run_0_and_every_run_has_a_seed_of_its_own() {
        assertThat(OutageDraws.seedOf(7, 0)).isEqualTo(7);
        assertThat(Arrays.stream(IntStream.range(0, 10_000)
                                .mapToLong(run -> OutageDraws.seedOf(7, run))
                                .toArray())
                        .distinct())
                .hasSize(10_000);
    }

    @Test
    void a_run_with_drawn_outages_is_the_run_with_these_events() {
        Scenario scenario = year(WAN, PN);
        assertThat(Simulation.run(scenario, Detail.RESETS).portNetworks())
                .isEqualTo(Simulation.run(scenario.withOnly(OutageDraws.eventsOf(scenario)), Detail.RESETS)
                        .portNetworks());
        assertThat(Simulation.run(scenario, Detail.RESETS)
                        .portNetworks()
                        .get(1)
                        .totals()
                        .failovers())
                .isPositive();
    }
}
