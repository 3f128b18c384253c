package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.Subject;
import org.junit.jupiter.api.Test;

/** The counters of calls are those of the run as far as it has been played. */
class CallCountsTest {
    private static PreparedRun run(String stem) {
        return Viewer.of(stem).session().run();
    }

    private static PnHistory dallasBy(PreparedRun run, long at) {
        return run.cutAfter(at).orElseThrow().findPortNetwork(2).orElseThrow();
    }

    @Test
    void at_the_end_they_are_the_totals_of_the_run() {
        for (String stem : List.of("busy-hour", "wan-cut", "fragmented", "separated-pair")) {
            PreparedRun run = run(stem);
            for (PnHistory pn : run.portNetworks()) {
                PreparedRun.CallsLost.Sum lost = run.callsLost().by(pn.subject(), run.duration());
                assertThat(lost.dropped()).isEqualTo(pn.totals().callsDropped());
                assertThat(lost.inSetUp()).isEqualTo(pn.randomCalls().losses().setUpsLost());
            }
            History cut = run.cutAfter(run.duration()).orElseThrow();
            assertThat(cut.portNetworks()).isEqualTo(run.portNetworks());
        }
    }

    @Test
    void they_only_grow() {
        PreparedRun run = run("busy-hour");
        RandomCalls before = RandomCalls.NONE;
        for (long at = 37_700_000; at < 38_600_000; at += 7_777) {
            RandomCalls now = dallasBy(run, at).randomCalls();
            assertThat(now.offered()).isGreaterThanOrEqualTo(before.offered());
            assertThat(now.losses().blocked())
                    .isGreaterThanOrEqualTo(before.losses().blocked());
            assertThat(now.losses().dropped())
                    .isGreaterThanOrEqualTo(before.losses().dropped());
            before = now;
        }
        assertThat(before.losses().blocked()).isPositive();
    }

    @Test
    void both_counts_of_dropped_calls_are_one_at_every_moment() {
        PreparedRun run = run("busy-hour");
        for (long at = 37_700_000; at < 38_600_000; at += 11_111) {
            assertThat(run.callsLost().by(Subject.pn(2), at).dropped())
                    .isEqualTo(dallasBy(run, at).totals().callsDropped());
        }
    }

    @Test
    void what_happens_at_a_moment_has_happened_then() {
        PreparedRun run = run("wan-cut");
        assertThat(run.callsLost().by(Subject.pn(2), 134_019).dropped()).isZero();
        assertThat(run.callsLost().by(Subject.pn(2), 134_020).dropped()).isEqualTo(40);
    }

    @Test
    void calls_that_would_take_too_long_to_count_at_every_moment_are_counted_at_changes_of_state() {
        Viewer viewer = Viewer.of("month-by-chance");
        assertThat(viewer.session().run().cutAfter(1000)).isEmpty();
        assertThat(viewer.press("nnnnnnnnnn<tab>").screen(120, 24)).containsPattern("\\d+ dropped, .* blocked by \\d");
    }
}
