package org.ipsisim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.IpsiId;
import org.junit.jupiter.api.Test;

/** What a trace answers: what led to what, and what happened to whom. */
class TraceTest {
    private static final Subject PN = Subject.pn(1);
    private static final Subject WAN = Subject.link("wan");

    private final TraceEntry failed = entry(1, 10, WAN, 0, new NetworkHappening.Failed(Element.LINK));
    private final TraceEntry lost = entry(2, 20, PN, 1, new PnHappening.ContactLost(1, 9));
    private final TraceEntry warm = entry(3, 30, PN, 2, new PnHappening.WarmReset(21, true));
    private final TraceEntry side =
            entry(4, 30, Subject.ipsi(new IpsiId(1, IpsiId.Side.B)), 1, new PnHappening.ContactLost(1, 9));
    private final TraceEntry restored = entry(5, 40, WAN, 0, new NetworkHappening.Restored(Element.LINK));
    private final Trace trace = new Trace(List.of(failed, lost, warm, side, restored));

    private static TraceEntry entry(int id, long at, Subject subject, int cause, Happening what) {
        return new TraceEntry(id, at, subject, cause, 0, what.rules(), what);
    }

    @Test
    void goes_back_along_the_causes() {
        assertThat(trace.causeOf(warm)).contains(lost);
        assertThat(trace.causeOf(failed)).isEmpty();
        assertThat(trace.rootOf(warm)).isEqualTo(failed);
        assertThat(trace.rootOf(failed)).isEqualTo(failed);
        assertThat(trace.chainOf(warm)).containsExactly(failed, lost, warm);
        assertThat(trace.isCausedBy(warm, PnHappening.Contact.class)).isTrue();
        assertThat(trace.isCausedBy(warm, PnHappening.ContactRestored.class)).isFalse();
    }

    @Test
    void knows_what_happened_to_whom() {
        assertThat(trace.of(PN)).containsExactly(lost, warm);
        assertThat(trace.ofPn(1)).containsExactly(lost, warm, side);
        assertThat(trace.of(Subject.pn(2))).isEmpty();
        assertThat(trace.ofPn(2)).isEmpty();
    }

    @Test
    void finds_entries_of_a_kind() {
        assertThat(trace.all(NetworkHappening.class)).containsExactly(failed, restored);
        assertThat(trace.first(PnHappening.Silence.class, PN)).contains(warm);
        assertThat(trace.next(NetworkHappening.Restored.class, failed)).contains(restored);
        assertThat(trace.next(NetworkHappening.Restored.class, restored)).isEmpty();
        assertThat(trace.last(NetworkHappening.class, WAN, 39)).contains(failed);
        assertThat(trace.last(NetworkHappening.class, WAN, 40)).contains(restored);
        assertThat(trace.last(NetworkHappening.class, WAN, 9)).isEmpty();
    }

    @Test
    void is_the_list_of_its_entries() {
        assertThat(trace).containsExactly(failed, lost, warm, side, restored).isEqualTo(List.copyOf(trace));
        assertThat(trace.find(3)).contains(warm);
        assertThat(trace.find(0)).isEmpty();
        assertThat(trace.find(6)).isEmpty();
    }

    @Test
    void a_type_is_the_name_of_its_kind() {
        assertThat(failed.what().type()).isEqualTo("link-failed");
        assertThat(warm.what().type()).isEqualTo("warm-reset");
        assertThat(new CommandHappening.BusyoutReleased("by the restart").type())
                .isEqualTo("busyout-released");
        assertThat(Happening.types())
                .contains("control-path-degradation-ended", "set-ups-lost")
                .doesNotHaveDuplicates();
    }

    @Test
    void subjects_are_in_the_order_of_their_names() {
        assertThat(List.of(Subject.pn(2), Subject.MAIN, Subject.pn(10), Subject.core(10)).stream()
                        .sorted())
                .extracting(Subject::name)
                .containsExactly("main", "pn-10", "pn-2", "sc-10");
    }
}
