package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.network.FaultPlan.Change;
import org.ipsisim.network.ImpairmentPlan.Impaired;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;

/** Which event began a fault and which ended it, where several would have. */
class FaultPlanTest {
    private static List<ScenarioEvent> events(String... events) {
        return Branch.variant(Branch.with(events)).scenario().events();
    }

    private static List<Integer> begunAndEnded(String... events) {
        return FaultPlan.of(events(events)).stream().map(Change::event).toList();
    }

    @Test
    void a_fault_that_ends_by_itself_is_not_ended_by_a_restore_of_the_same_instant() {
        assertThat(begunAndEnded("{at: 10s, fail: wan, for: 20s}", "{at: 30s, restore: wan}"))
                .containsExactly(1, 1);
        assertThat(begunAndEnded("{at: 10s, fail: wan, for: 20s}", "{at: 29s, restore: wan}"))
                .containsExactly(1, 2);
    }

    @Test
    void of_faults_that_overlap_the_one_that_lasts_longest_ends_them_and_the_first_of_two_that_end_together() {
        assertThat(begunAndEnded("{at: 10s, fail: wan, for: 20s}", "{at: 20s, fail: wan, for: 20s}"))
                .containsExactly(1, 2);
        assertThat(begunAndEnded("{at: 10s, fail: wan, for: 20s}", "{at: 20s, fail: wan, for: 10s}"))
                .containsExactly(1, 1);
    }

    @Test
    void an_impairment_that_ends_by_itself_is_not_ended_by_a_restore_of_the_same_instant() {
        assertThat(ImpairmentPlan.of(events("{at: 10s, degrade: wan, loss: 1%, for: 20s}", "{at: 30s, restore: wan}")))
                .extracting(Impaired::ended)
                .containsExactly(1);
        assertThat(ImpairmentPlan.of(events("{at: 10s, degrade: wan, loss: 1%, for: 20s}", "{at: 29s, restore: wan}")))
                .extracting(Impaired::ended, Impaired::to)
                .containsExactly(tuple(2, 29_000L));
    }

    @Test
    void impairments_come_in_one_order_whatever_that_of_the_file() {
        List<ScenarioEvent> events = new ArrayList<>(events(
                "{at: 20s, degrade: wan, loss: 1%, for: 20s}",
                "{at: 10s, degrade: wan, loss: 2%, for: 20s}",
                "{at: 20s, congestion: wan, every: 30s, burst: 3s, loss: 100%, for: 2m}",
                "{at: 20s, degrade: pn-2, loss: 1%, for: 20s}"));
        List<ScenarioEvent.Degradation> order =
                ImpairmentPlan.of(events).stream().map(Impaired::event).toList();
        assertThat(ImpairmentPlan.of(events))
                .extracting(each -> each.target().name())
                .containsExactly("wan", "pn-2", "wan", "wan");
        Collections.reverse(events);
        assertThat(ImpairmentPlan.of(events)).extracting(Impaired::event).isEqualTo(order);
        assertThat(order).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }
}
