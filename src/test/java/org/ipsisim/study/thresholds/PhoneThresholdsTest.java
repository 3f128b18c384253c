package org.ipsisim.study.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.variant;

import java.util.List;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.PhoneBranch;
import org.ipsisim.study.Share;
import org.junit.jupiter.api.Test;

/**
 * How long a cut may last before it costs SIP phones something, on the {@link PhoneBranch}. The cut begins at 1 min, when the
 * first phone sends a keep-alive; the third one that is missed is due 30 s later, the second 15 s later.
 */
class PhoneThresholdsTest {
    private static final long UP_TO = 120_000;
    private static final String[] SECOND_MANAGER = {
        "servers.survivable-remotes=[{name: lsp-1, site: branch}]",
        "sip.session-managers=[{name: sm-1, site: hq}, {name: bsm, site: branch, survivable-remote: lsp-1}]",
        "sip.phones[0].controllers=[sm-1, bsm]"
    };

    private static CutPlan plan(String fault, String... settings) {
        var scenario =
                variant(PhoneBranch.with("{at: 5m, failback: all}"), settings).scenario();
        List<Fault> faults = Fault.usual(scenario.estate()).stream()
                .filter(each -> each.name().equals(fault))
                .toList();
        return new CutPlan(scenario, faults, 60_000, UP_TO, 10_000);
    }

    private static List<CutBands.Band> bands(String fault, String... settings) {
        Thresholds thresholds = Thresholds.of(plan(fault, settings), ParallelRuns.quiet());
        return thresholds.faults().get(0).subjects().get(0).bands();
    }

    private static CutBands.Band band(long from, long to, WorstOutcome fate) {
        return new CutBands.Band(from, to, new CutOutcome(fate, false));
    }

    @Test
    void any_cut_leaves_phones_in_limbo_and_the_third_miss_costs_the_controller() {
        assertThat(bands("wan"))
                .containsExactly(
                        band(0, 0, WorstOutcome.NOTHING),
                        band(1, 30_000, WorstOutcome.LIMBO),
                        band(30_001, UP_TO, WorstOutcome.LOST));
        assertThat(bands("wan", "sip.settings.keepalive-misses=2"))
                .element(1)
                .isEqualTo(band(1, 15_000, WorstOutcome.LIMBO));
    }

    @Test
    void with_a_second_controller_the_same_loss_is_a_move() {
        assertThat(bands("wan", SECOND_MANAGER)).last().isEqualTo(band(30_001, UP_TO, WorstOutcome.MOVED));
    }

    @Test
    void a_session_manager_that_restarts_has_lost_its_phones_however_short_it_was_away() {
        assertThat(bands("sm-1")).containsExactly(band(0, 0, WorstOutcome.NOTHING), band(1, UP_TO, WorstOutcome.LOST));
    }

    @Test
    void without_a_main_phones_keep_their_controller_and_without_power_everything_is_down() {
        assertThat(bands("main")).last().isEqualTo(band(1, UP_TO, WorstOutcome.NO_CALL_PROCESSING));
        assertThat(bands("branch")).last().isEqualTo(band(1, UP_TO, WorstOutcome.DOWN));
    }

    /**
     * In phase 20 phones ask a session manager that serves one request a second. The first challenge comes in time, but the
     * password waits behind the 19 others, longer than the phone does: all give up, and ask again together, for ever. A queue for one refuses the others at once, and
     * each time one more phone is back.
     */
    @Test
    void phones_in_phase_at_a_slow_session_manager_never_come_back_and_a_short_queue_lets_them() {
        String[] storm = {
            "sip.phones[0].extensions=6001-6020",
            "sip.session-managers[0].requests-per-second=1",
            "sip.settings.phase=together",
            "sip.settings.answer-timeout=5s"
        };
        assertThat(bands("wan", storm))
                .last()
                .isEqualTo(new CutBands.Band(30_001, UP_TO, new CutOutcome(WorstOutcome.LOST, false, false, true)));
        String[] shortQueue = {storm[0], storm[1], storm[2], storm[3], "sip.session-managers[0].queue=1"};
        assertThat(bands("wan", shortQueue))
                .last()
                .isEqualTo(new CutBands.Band(30_001, UP_TO, new CutOutcome(WorstOutcome.LOST, false, true, false)));
    }

    @Test
    void nothing_is_by_chance_here_and_with_the_usual_phases_and_waits_something_is() {
        CutPlan certain = plan("wan");
        assertThat(certain.chance()).isEmpty();
        assertThat(certain.leftOut()).isEqualTo(1);
        CutPlan drawn = plan("wan", "sip.settings.phase=random");
        assertThat(drawn.chance()).isEqualTo("Phones send keep-alives and wait by chance");
        CutOdds odds = CutChances.of(drawn, 10, ParallelRuns.quiet())
                .faults()
                .get(0)
                .subjects()
                .get(0);
        assertThat(odds.never(CutCost.CONTROLLER)).hasValue(30_000);
        assertThat(odds.points().get(4).share(CutCost.CONTROLLER).count()).isBetween(1, 10);
        assertThat(odds.points().get(5).share(CutCost.CONTROLLER)).isEqualTo(new Share(10, 10));
    }
}
