package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipsisim.study.Branch.variant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.history.Detail;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.study.audit.Audit;
import org.ipsisim.study.audit.AuditPlan;
import org.ipsisim.study.audit.FaultCost;
import org.ipsisim.study.compare.Compared;
import org.ipsisim.study.compare.Comparison;
import org.ipsisim.study.montecarlo.Forecast;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloPlan;
import org.ipsisim.study.montecarlo.Sample;
import org.ipsisim.study.replay.Incident;
import org.ipsisim.study.replay.Replay;
import org.ipsisim.study.replay.ReplayPlan;
import org.ipsisim.study.sweep.Axis;
import org.ipsisim.study.sweep.Sweep;
import org.ipsisim.study.sweep.SweepPlan;
import org.junit.jupiter.api.Test;

/**
 * What studies say of SIP phones, against numbers worked out by hand on the {@link PhoneBranch}.
 *
 * <p>A cut at 1 min for 20 s leaves the three phones in limbo, 20 s each. One for 40 s, until 1 min 40 s, costs the first
 * its third keep-alive at 1 min 30 s: it tries again 30 s later and is in service at 2 min 5.015 s, after 65.015 s. The
 * second loses the controller 5 s later, is back 5 s later, and is out for 70.015 s. The third would send its third
 * keep-alive when the WAN is back: 40 s in limbo.
 */
class PhonesInStudiesTest {
    private static final long SHORT = 3 * 20_000;
    private static final long LONG = 65_015 + 70_015 + 40_000;

    /** With two misses the phones lose the controller 15 s sooner, the third too, and in a cut for 20 s the first. */
    private static final long SHORT_WITH_TWO = 50_015 + 20_000 + 20_000;

    private static final long LONG_WITH_TWO = 50_015 + 55_015 + 60_015;

    private static final String CUT = "{at: 1m, fail: wan, for: 40s}";

    @Test
    void compare_says_what_a_setting_changes_for_phones_from_when_and_which_value_does() {
        Comparison comparison = Comparison.of(
                variant(PhoneBranch.with(CUT)),
                variant(PhoneBranch.with(CUT), "sip.settings.keepalive-misses=2", "sip.settings.answer-timeout=20s"),
                Detail.RESETS,
                ParallelRuns.quiet());
        assertThat(comparison.a().cost().of(Measure.PHONE_TIME_LOST)).isEqualTo(LONG);
        assertThat(comparison.b().cost().of(Measure.PHONE_TIME_LOST)).isEqualTo(LONG_WITH_TWO);
        assertThat(comparison.a().cost().of(Measure.LONGEST_PHONE_OUTAGE)).isEqualTo(70_015);
        assertThat(comparison.b().cost().of(Measure.LONGEST_PHONE_OUTAGE)).isEqualTo(60_015);
        Compared<String, PopulationHistory> desk = comparison.phones().get(0);
        assertThat(desk.divergence().orElseThrow().at()).isEqualTo(75_000);
        assertThat(desk.cause().orElseThrow().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.key()).isEqualTo("sip.settings.keepalive-misses"));
    }

    @Test
    void sweep_adds_up_over_readings_and_keeps_the_longest_outage_and_the_peak() throws Exception {
        SweepPlan plan = SweepPlan.of(
                PhoneBranch.with(CUT),
                List.of(Axis.parse("sip.settings.keepalive-misses=2,3")),
                List.of(Axis.weighted("events[0].for=20s*3,40s")),
                Map.of());
        Sweep sweep = Sweep.of(plan, variant(plan.source()).scenario(), ParallelRuns.quiet());
        assertThat(sweep.costs().stream().map(Measure.PHONE_TIME_LOST::of))
                .containsExactly(3 * SHORT_WITH_TWO + LONG_WITH_TWO, 3 * SHORT + LONG);
        assertThat(sweep.costs().stream().map(Measure.LONGEST_PHONE_OUTAGE::of)).containsExactly(60_015L, 70_015L);
        assertThat(sweep.costs().stream().map(Measure.PHONES_AFFECTED::of)).containsExactly(12L, 12L);
        // at 2 min 5 s the first phone sends three requests to become active, the second two to register
        assertThat(sweep.costs().stream().map(Measure.PEAK_REQUESTS::of)).containsExactly(5L, 5L);
        assertThat(sweep.costs().stream().map(Measure.REQUESTS_REFUSED::of)).containsExactly(0L, 0L);
    }

    @Test
    void replay_costs_phones_each_outage_alone_and_all_together() throws Exception {
        Variant branch = variant(PhoneBranch.with());
        Target wan = Targets.of(branch.scenario().estate()).get("wan");
        ReplayPlan plan = ReplayPlan.of(
                branch,
                Optional.of(variant(PhoneBranch.with(), "sip.settings.keepalive-misses=2")),
                List.of(outage(wan, "10:00:00", "10:00:20"), outage(wan, "15:00:00", "15:00:40")),
                Optional.empty(),
                ZoneOffset.UTC);
        Replay replay = Replay.of(plan, ParallelRuns.quiet());
        assertThat(replay.outages())
                .extracting(each -> lost(each.costs().sum()))
                .containsExactly(SHORT, LONG);
        assertThat(lost(replay.all().sum())).isEqualTo(SHORT + LONG);
        assertThat(lost(replay.all().otherSum().orElseThrow())).isEqualTo(SHORT_WITH_TWO + LONG_WITH_TWO);
        assertThat(replay.struckPhones(replay.outages().get(0).costs().a())).containsExactly("desk");
    }

    private static Incident outage(Target target, String from, String to) {
        return new Incident(
                2,
                target.name(),
                target,
                Instant.parse("2025-03-07T" + from + "Z"),
                Optional.of(Instant.parse("2025-03-07T" + to + "Z")));
    }

    private static long lost(Cost cost) {
        return cost.of(Measure.PHONE_TIME_LOST);
    }

    @Test
    void monte_carlo_forecasts_phone_time_and_its_availability() throws Exception {
        String cuts = "random-outages=[{target: wan, between-failures: {mean: 6h},"
                + " repair: {law: lognormal, mean: 10s, variation: 0.2}}]";
        Variant week = variant(PhoneBranch.with(), "duration=7d", cuts);
        int runs = 40;
        MonteCarlo study = MonteCarlo.of(
                MonteCarloPlan.of(week, Optional.empty(), runs, OptionalDouble.empty(), Objective.USUAL),
                ParallelRuns.quiet());
        Forecast desk = study.phones().get(0);
        Sample lost = desk.of(Measure.PHONE_TIME_LOST);
        // all cuts end before a phone can notice them: each costs the three phones its own length
        assertThat(IntStream.range(0, runs).mapToLong(lost::value)).allMatch(time -> time % 3 == 0);
        assertThat(desk.of(Measure.LONGEST_PHONE_OUTAGE).largest()).isBetween(15_000L, 29_999L);
        // a week has 28 cuts of 10 s on average; three standard deviations of the mean of 40 weeks are 77 s
        double mean = lost.mean().estimate();
        assertThat(mean).isBetween(763_000.0, 917_000.0);
        double week3 = 3.0 * 7 * 24 * 3_600_000;
        assertThat(desk.availability().estimate()).isCloseTo(1 - mean / week3, within(1e-12));
    }

    @Test
    void audit_knows_a_cut_a_failure_a_loss_of_power_and_a_main_that_is_gone() throws Exception {
        Scenario branch = variant(PhoneBranch.with()).scenario();
        Audit audit = Audit.of(new AuditPlan(branch, 2, List.of(40_000L)), false, ParallelRuns.quiet());
        assertThat(lost(cost(audit, "wan").cost())).isEqualTo(LONG);
        assertThat(cost(audit, "wan").phonesOut()).isEqualTo(3);
        // back again, it resets the third phone at its keep-alive; that registers at once
        assertThat(lost(cost(audit, "sm-1").cost())).isEqualTo(65_015 + 70_015 + 45_015);
        // all three begin at the moment of return: each waits 1 ms for the one before it
        assertThat(lost(cost(audit, "branch").cost())).isEqualTo(45_015 + 45_016 + 45_017);
        assertThat(lost(cost(audit, "main-a").cost())).isEqualTo(3 * 40_000);
        assertThat(lost(cost(audit, "wan + main-a").cost())).isEqualTo(LONG);
        assertThat(cost(audit, "wan").cost().of(Measure.LONGEST_PHONE_OUTAGE)).isEqualTo(70_015);
    }

    private static FaultCost cost(Audit audit, String name) {
        return audit.results().stream()
                .filter(result -> result.set().name().equals(name))
                .findFirst()
                .orElseThrow()
                .ofLongest();
    }
}
