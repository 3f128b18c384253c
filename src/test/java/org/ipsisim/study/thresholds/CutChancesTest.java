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

    private static PnChances ofPn2(CutChances chances) {
        return chances.faults().get(0).portNetworks().get(1);
    }

    @Test
    void without_loss_all_seeds_agree_with_the_threshold() {
        PnChances chances = ofPn2(CutChances.of(plan("0%"), SEEDS, ParallelRuns.quiet()));
        assertThat(chances.never(PnChances.Point::costs)).hasValue(14_000);
        assertThat(chances.never(PnChances.Point::calls)).hasValue(74_000);
        assertThat(chances.never(PnChances.Point::failovers)).isEmpty();
        assertThat(chances.points())
                .isNotEmpty()
                .allMatch(point -> point.costs().count() == (point.length() > 14_000 ? SEEDS : 0));
    }

    @Test
    void with_loss_the_shares_are_those_of_single_runs() {
        PnChances chances = ofPn2(CutChances.of(plan("40%"), SEEDS, ParallelRuns.quiet()));
        for (int length : new int[] {10, 12, 14}) {
            Scenario cut = variant(with("{at: 1m, fail: wan, for: " + length + "s}"), "links[0].loss=40%")
                    .scenario();
            int costly = 0;
            for (int seed = 1; seed <= SEEDS; seed++) {
                PnOutcome outcome = PnOutcome.of(new Variant(List.of(), cut.withSeed(seed)).run(Detail.RESETS))
                        .get(1);
                costly += outcome.isFree() ? 0 : 1;
            }
            assertThat(chances.points().get(length).costs()).isEqualTo(new Share(costly, SEEDS));
        }
        assertThat(chances.points().get(14).costs().count()).isBetween(1, SEEDS - 1);
    }

    @Test
    void a_longer_cut_is_no_less_likely_to_cost_something() {
        PnChances chances = ofPn2(CutChances.of(plan("40%"), SEEDS, ParallelRuns.quiet()));
        int before = 0;
        for (PnChances.Point point : chances.points().subList(0, 20)) {
            assertThat(point.costs().count()).isGreaterThanOrEqualTo(before);
            before = point.costs().count();
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
