package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a cut may last. Heartbeats are due each second; the cut begins at 1 min, so the last contact is at 59 s, the
 * sanity time-out at 74 s, the cold reset at 134 s and the request for service at 434 s.
 */
class ThresholdsTest {
    private static final long MINUTE = 60_000;

    private static CutPlan plan(Scenario scenario, long at, long step, String... faults) {
        List<Fault> chosen = Fault.all(scenario.estate()).stream()
                .filter(fault -> List.of(faults).contains(fault.name()))
                .toList();
        return new CutPlan(scenario, chosen, at, 10 * MINUTE, step);
    }

    private static Thresholds thresholds(Scenario scenario, long at, long step, String... faults) {
        return Thresholds.of(plan(scenario, at, step, faults), ParallelRuns.quiet());
    }

    private static CutBands bands(Thresholds thresholds, int fault, int pn) {
        return thresholds.faults().get(fault).subjects().get(pn - 1);
    }

    private static CutBands ofWan(Scenario scenario) {
        return bands(thresholds(scenario, MINUTE, 1000, "wan"), 0, 2);
    }

    @Test
    void the_edges_are_found_to_the_millisecond() {
        CutBands bands = ofWan(variant(with()).scenario());
        assertThat(bands.bands())
                .containsExactly(
                        new CutBands.Band(0, 14_000, new CutOutcome(WorstOutcome.NOTHING, false)),
                        new CutBands.Band(14_001, 74_000, new CutOutcome(WorstOutcome.WARM_RESET, false)),
                        new CutBands.Band(74_001, 374_000, new CutOutcome(WorstOutcome.COLD_RESET, true)),
                        new CutBands.Band(374_001, 600_000, new CutOutcome(WorstOutcome.FAILOVER, true)));
        assertThat(bands.without(CutCost.ANYTHING)).hasValue(14_000);
        assertThat(bands.without(CutCost.CALL)).hasValue(74_000);
        assertThat(bands.without(CutCost.FAILOVER)).hasValue(374_000);
        assertThat(bands.isExact()).isTrue();
    }

    @ParameterizedTest(name = "a cut of {0}: {1}")
    @CsvSource({
        "14s, NOTHING",
        "14s1ms, WARM_RESET",
        "74s, WARM_RESET",
        "74s1ms, COLD_RESET",
        "374s, COLD_RESET",
        "374s1ms, FAILOVER"
    })
    void a_scenario_of_that_length_ends_as_its_band_says(String length, WorstOutcome fate) {
        assertThat(CutOutcome.of(variant(with("{at: 1m, fail: wan, for: " + length + "}"))
                                .run(Detail.SILENCES))
                        .get(1)
                        .fate())
                .isEqualTo(fate);
    }

    @Test
    void a_port_network_on_the_near_side_is_untouched() {
        Thresholds thresholds = thresholds(variant(with()).scenario(), MINUTE, 1000, "wan");
        assertThat(bands(thresholds, 0, 1).isUntouched()).isTrue();
        assertThat(bands(thresholds, 0, 1).without(CutCost.ANYTHING)).isEmpty();
    }

    @Test
    void a_cut_that_begins_between_two_heartbeats_may_last_longer() {
        CutBands bands = bands(thresholds(variant(with()).scenario(), MINUTE + 300, 1000, "wan"), 0, 2);
        assertThat(bands.without(CutCost.ANYTHING)).hasValue(14_700);
    }

    @ParameterizedTest
    @ValueSource(longs = {700, 120_000, 600_000})
    void the_first_steps_need_not_meet_the_edges(long step) {
        Thresholds coarse = thresholds(variant(with()).scenario(), MINUTE, step, "wan");
        assertThat(bands(coarse, 0, 2)).isEqualTo(ofWan(variant(with()).scenario()));
    }

    @Test
    void a_site_without_power_costs_at_once() {
        Thresholds thresholds = thresholds(variant(with()).scenario(), MINUTE, 1000, "branch");
        assertThat(bands(thresholds, 0, 2).without(CutCost.ANYTHING)).hasValue(0);
        assertThat(bands(thresholds, 0, 2).bands().get(1).outcome()).isEqualTo(new CutOutcome(WorstOutcome.DOWN, true));
    }

    @Test
    void the_timers_and_the_reading_count() {
        CutBands author = ofWan(variant(with(), "timers.pn-cold-reset-delay=120s", "timers.no-service-timeout=2m")
                .scenario());
        assertThat(author.without(CutCost.CALL)).hasValue(134_000);
        assertThat(author.without(CutCost.FAILOVER)).hasValue(254_000);
        CutBands atTakeover =
                ofWan(variant(with(), "timers.calls-drop=at-takeover").scenario());
        assertThat(atTakeover.bands())
                .contains(new CutBands.Band(74_001, 374_000, new CutOutcome(WorstOutcome.COLD_RESET, true)));
    }

    @Test
    void failures_of_the_scenario_are_left_out_and_what_describes_the_estate_stays() {
        Scenario scenario = variant(with(
                        "{at: 1m, fail: wan, for: 14m}",
                        "{at: 20m, forced-takeover: 1, port-networks: all}",
                        "{at: 0s, set-timers: {no-service-timeout: 2m}}"))
                .scenario();
        assertThat(plan(scenario, MINUTE, 1000, "wan").leftOut()).isEqualTo(2);
        assertThat(ofWan(scenario).without(CutCost.FAILOVER)).hasValue(194_000);
    }

    @Test
    void by_chance_the_edges_are_those_of_one_seed() {
        Scenario certain = variant(with()).scenario();
        Scenario lossy = variant(with(), "links[0].loss=40%").scenario();
        assertThat(plan(certain, MINUTE, 1000, "wan").chance()).isEmpty();
        assertThat(plan(lossy, MINUTE, 1000, "wan").chance()).isEqualTo("Heartbeats are lost by chance");
        assertThat(ofWan(lossy)).isEqualTo(ofWan(lossy)).isNotEqualTo(ofWan(lossy.withSeed(2)));
    }

    @Test
    void without_calls_it_shows_all_the_same_when_calls_would_drop() {
        Scenario scenario = variant(with(), "port-networks[1].calls.pn=0").scenario();
        assertThat(ofWan(scenario)).isEqualTo(ofWan(variant(with()).scenario()));
    }

    @Test
    void unless_asked_for_others_each_link_site_and_control_path_and_the_main_are_cut() {
        assertThat(Fault.usual(variant(with()).scenario().estate()))
                .extracting(Fault::name)
                .containsExactly("wan", "hq", "branch", "main", "pn-1", "pn-2");
        assertThat(Fault.all(variant(with()).scenario().estate()))
                .extracting(Fault::name)
                .contains("main-a", "sc-10", "ipsi-1a");
    }

    @Test
    void the_usual_longest_cut_outlasts_every_timer() {
        assertThat(variant(with()).scenario().estate().outlastingMillis()).isEqualTo(10 * MINUTE);
    }

    @Test
    void what_is_stopped_tells_what_was_looked_at_by_then() {
        Stop stop = new Stop();
        CutPlan plan = plan(variant(with()).scenario(), MINUTE, 10_000, "wan", "main");
        ParallelRuns runs = new ParallelRuns(1, stop, (what, done, of) -> {
            if (done == 70) {
                stop.request();
            }
        });
        Thresholds thresholds = Thresholds.of(plan, runs);
        assertThat(thresholds.isWhole()).isFalse();
        assertThat(thresholds.done()).isEqualTo(1);
        assertThat(bands(thresholds, 1, 2).upTo()).isEqualTo(80_000);
        CutBands bands = bands(thresholds, 0, 2);
        assertThat(bands.isExact()).isFalse();
        assertThat(bands.bands().get(0))
                .isEqualTo(new CutBands.Band(0, 10_000, new CutOutcome(WorstOutcome.NOTHING, false)));
        assertThat(bands.bands().get(1).from()).isEqualTo(20_000);
    }

    @Test
    void what_is_lost_may_come_back_with_longer_cuts() {
        CutOutcome free = new CutOutcome(WorstOutcome.NOTHING, false);
        CutOutcome warm = new CutOutcome(WorstOutcome.WARM_RESET, false);
        CutBands bands = new CutBands(
                Subject.pn(1),
                List.of(
                        new CutBands.Band(0, 5, free),
                        new CutBands.Band(6, 9, warm),
                        new CutBands.Band(10, 20, free),
                        new CutBands.Band(21, 30, warm)));
        assertThat(bands.without(CutCost.ANYTHING)).isEqualTo(OptionalLong.of(5));
        assertThat(bands.comesAndGoes(CutCost.ANYTHING)).isTrue();
        assertThat(bands.comesAndGoes(CutCost.CALL)).isFalse();
    }
}
