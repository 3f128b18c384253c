package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measures;
import org.ipsisim.study.NumberRow;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.junit.jupiter.api.Test;

/** What follows from the costs of many settings: the front, the one to take, what matters. */
class SweepAnswerTest {
    private static final List<Criterion> CRITERIA = List.of(Criterion.CALLS, Criterion.FAILOVERS, Criterion.SERVICE);

    private static Cost cost(long calls, long needless, long dial) {
        long[] numbers = {dial, 0, 0, 0, 0, 0, 0, calls, 0, 0, 0, 0, needless, 0, 0, 0};
        return Measures.ALL.read(new NumberRow(numbers));
    }

    private static Sweep sweep(List<Axis> axes, List<Double> distances, Cost... costs) {
        SweepPlan plan = new SweepPlan(with(), new Grid(axes), new Grid(List.of()), Map.of());
        return new Sweep(
                plan,
                variant(with()).scenario(),
                Optional.empty(),
                List.of(costs),
                Stream.of(costs).map(List::of).toList(),
                Stream.of(costs).map(List::of).toList(),
                List.of(),
                distances);
    }

    private static Axis axis(String key, int values) {
        return new Axis(
                key, IntStream.range(0, values).mapToObj(String::valueOf).toList());
    }

    private static int recommended(Criterion preferred, List<Double> distances, Cost... costs) {
        Sweep sweep = sweep(List.of(axis("k", costs.length)), distances, costs);
        return SweepAnswer.of(sweep, Objective.USUAL, Optional.of(preferred))
                .recommended()
                .orElseThrow();
    }

    @Test
    void the_front_holds_what_nothing_beats() {
        List<Cost> costs = List.of(cost(10, 0, 50), cost(0, 0, 90), cost(10, 0, 60), cost(0, 1, 40), cost(0, 1, 40));
        assertThat(ParetoFront.of(costs, CRITERIA)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void the_front_is_that_of_a_plain_comparison_of_all_with_all() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Cost> costs = new ArrayList<>();
            int range = 1 + random.nextInt(8);
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                costs.add(cost(random.nextInt(range), random.nextInt(range), random.nextInt(range)));
            }
            List<Integer> front = IntStream.range(0, costs.size())
                    .filter(i -> costs.stream().noneMatch(other -> beats(other, costs.get(i))))
                    .boxed()
                    .toList();
            assertThat(ParetoFront.of(costs, CRITERIA)).isEqualTo(front);
        }
    }

    private static boolean beats(Cost a, Cost b) {
        boolean better = false;
        for (Criterion objective : CRITERIA) {
            if (objective.of(a) > objective.of(b)) {
                return false;
            }
            better |= objective.of(a) < objective.of(b);
        }
        return better;
    }

    @Test
    void calls_come_first_then_needless_failovers_then_the_time_in_which_nobody_can_dial() {
        Cost[] costs = {cost(10, 0, 10), cost(0, 1, 20), cost(0, 0, 90), cost(0, 0, 80)};
        List<Double> same = List.of(0.0, 0.0, 0.0, 0.0);
        assertThat(recommended(Criterion.CALLS, same, costs)).isEqualTo(3);
        assertThat(recommended(Criterion.FAILOVERS, same, costs)).isEqualTo(3);
        assertThat(recommended(Criterion.SERVICE, same, costs)).isEqualTo(0);
        assertThat(Criterion.preferring(
                        Criterion.SERVICE, variant(with()).scenario().estate()))
                .containsExactly(Criterion.SERVICE, Criterion.CALLS, Criterion.FAILOVERS);
    }

    @Test
    void of_settings_that_cost_the_same_the_nearest_to_what_is_administered_is_taken() {
        Cost same = cost(0, 0, 5);
        assertThat(recommended(Criterion.CALLS, List.of(0.9, 0.2, 0.5), same, same, same))
                .isEqualTo(1);
        assertThat(recommended(Criterion.CALLS, List.of(0.2, 0.2, 0.2), same, same, same))
                .isZero();
    }

    @Test
    void the_distance_of_timers_is_a_share_of_the_farthest_value() throws Exception {
        List<Axis> axes = List.of(Axis.parse("timers.pn-cold-reset-delay=60s,90s,120s"), Axis.parse("seed=1,2"));
        SweepPlan plan = SweepPlan.of(with(), axes, List.of(), Map.of());
        Sweep sweep = Sweep.of(plan, variant(with()).scenario(), ParallelRuns.quiet());
        assertThat(sweep.distances()).containsExactly(0.0, 1.0, 0.5, 1.5, 1.0, 2.0);
    }

    @Test
    void the_key_that_matters_most_comes_first() {
        Sweep sweep = sweep(
                List.of(axis("small", 2), axis("large", 2)),
                List.of(0.0, 0.0, 0.0, 0.0),
                cost(0, 0, 0),
                cost(90, 0, 0),
                cost(10, 0, 0),
                cost(100, 0, 0));
        List<Sensitivity> all = Sensitivity.of(sweep);
        assertThat(all).extracting(Sensitivity::axis).containsExactly(1, 0);
        assertThat(all.get(0).effects().get(Criterion.CALLS)).isEqualTo(90);
        assertThat(all.get(0).shares().get(Criterion.CALLS)).isEqualTo(0.9, Assertions.within(1e-12));
        assertThat(all.get(1).effects().get(Criterion.CALLS)).isEqualTo(10);
        assertThat(all.get(1).shares().get(Criterion.SERVICE)).isZero();
    }
}
