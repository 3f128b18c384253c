package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.Share;
import org.ipsisim.study.Stop;
import org.ipsisim.study.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How likely a cut costs something where heartbeats are lost by chance. */
class CutChancesTest {
    private static final int SEEDS = 20;

    private static CutPlan plan(String loss) {
        Scenario scenario = variant(with(), "links[0].loss=" + loss).scenario();
        List<Fault> wan = Fault.usual(scenario.estate()).subList(0, 1);
        return new CutPlan(scenario, wan, 60_000, 80_000, 1000);
    }

    private static CutOdds ofPn2(CutChances chances) {
        return chances.faults().get(0).subjects().get(1);
    }

    @Test
    void without_loss_all_seeds_agree_with_the_threshold() {
        CutOdds chances = ofPn2(CutChances.of(plan("0%"), SEEDS, ParallelRuns.quiet()));
        assertThat(chances.never(CutCost.ANYTHING)).hasValue(14_000);
        assertThat(chances.never(CutCost.CALL)).hasValue(74_000);
        assertThat(chances.never(CutCost.FAILOVER)).isEmpty();
        assertThat(chances.points())
                .isNotEmpty()
                .allMatch(point -> point.share(CutCost.ANYTHING).count() == (point.length() > 14_000 ? SEEDS : 0));
    }

    @Test
    void with_loss_the_shares_are_those_of_single_runs() {
        CutOdds chances = ofPn2(CutChances.of(plan("40%"), SEEDS, ParallelRuns.quiet()));
        for (int length : new int[] {10, 12, 14}) {
            Scenario cut = variant(with("{at: 1m, fail: wan, for: " + length + "s}"), "links[0].loss=40%")
                    .scenario();
            int costly = 0;
            for (int seed = 1; seed <= SEEDS; seed++) {
                CutOutcome outcome = CutOutcome.of(new Variant(List.of(), cut.withSeed(seed)).run(Detail.RESETS))
                        .get(1);
                costly += CutCost.ANYTHING.isPaid(outcome) ? 1 : 0;
            }
            assertThat(chances.points().get(length).share(CutCost.ANYTHING)).isEqualTo(new Share(costly, SEEDS));
        }
        assertThat(chances.points().get(14).share(CutCost.ANYTHING).count()).isBetween(1, SEEDS - 1);
    }

    @Test
    void a_longer_cut_is_no_less_likely_to_cost_something() {
        CutOdds chances = ofPn2(CutChances.of(plan("40%"), SEEDS, ParallelRuns.quiet()));
        int before = 0;
        for (CutOdds.Point point : chances.points().subList(0, 20)) {
            assertThat(point.share(CutCost.ANYTHING).count()).isGreaterThanOrEqualTo(before);
            before = point.share(CutCost.ANYTHING).count();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void the_number_of_threads_changes_nothing(int threads) {
        ParallelRuns runs = new ParallelRuns(threads, new Stop(), Progress.NONE);
        assertThat(CutChances.of(plan("40%"), SEEDS, runs))
                .isEqualTo(CutChances.of(plan("40%"), SEEDS, ParallelRuns.quiet()));
    }

    @Test
    void what_is_stopped_tells_what_was_done_by_then() {
        Stop stop = new Stop();
        CutChances chances = CutChances.of(plan("40%"), SEEDS, new ParallelRuns(1, stop, (what, done, of) -> {
            if (done == 5 * SEEDS + 3) {
                stop.request();
            }
        }));
        assertThat(chances.isWhole()).isFalse();
        assertThat(ofPn2(chances).upTo()).isEqualTo(4000);
    }
}
