package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Histories;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final PnHistory FAILED_OVER =
            SampleHistories.failover().portNetworks().get(0);

    @Test
    void everySecondOutOfServiceIsChargedToOnePhase() {
        assertThat(Phases.of(FAILED_OVER))
                .containsExactly(
                        entry(PnState.CONTACT_LOST, 14_000L),
                        entry(PnState.WARM_RESET, 60_000L),
                        entry(PnState.COLD_RESET, 30_000L),
                        entry(PnState.NO_SERVICE, 270_000L),
                        entry(PnState.RESTARTING, 60_000L));
    }

    @Test
    void twoOutagesAreChargedTogether() {
        PnHistory pn = SampleHistories.fragmented().portNetworks().get(0);
        assertThat(Phases.of(pn)).containsEntry(PnState.RESTARTING, 120_000L);
    }

    @Test
    void nothingIsChargedToAQuietDay() {
        assertThat(Phases.of(SampleHistories.nothing().portNetworks().get(0))).isEmpty();
    }

    @Test
    void aTimelineWithAGapIsADefect() {
        PnHistory gap = Histories.pn(
                FAILED_OVER.portNetwork(),
                List.of(new PnSpan(0, 10, PnState.IN_SERVICE, 1), new PnSpan(20, 30, PnState.DOWN, 1)),
                FAILED_OVER.lists(),
                FAILED_OVER.totals(),
                FAILED_OVER.pnCalls(),
                FAILED_OVER.ipCalls());
        assertThatThrownBy(() -> Phases.of(gap))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pn-1: phases sum to 20 ms, the run is 30 ms");
    }
}
