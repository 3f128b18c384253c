package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.document.ReportTable;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.ipsisim.report.PhaseCharge;
import org.ipsisim.report.Phases;
import org.ipsisim.report.SampleHistories;
import org.junit.jupiter.api.Test;

class ReportTablesTest {
    @Test
    void phasesSumToTheTimeNotInService() {
        for (History history : SampleHistories.all().values()) {
            List<PnNarrative> groups = PnNarrative.of(history);
            ReportTable table = ReportTables.phases(groups);
            for (int i = 0; i < groups.size(); i++) {
                long notInService = groups.get(i).first().timeline().stream()
                        .filter(span -> span.state() != PnState.IN_SERVICE)
                        .mapToLong(PnSpan::length)
                        .sum();
                List<String> row = table.rows().get(i);

                assertThat(row.get(row.size() - 1)).isEqualTo(Words.duration(notInService));
                assertThat(Phases.of(groups.get(i).first()).stream()
                                .mapToLong(PhaseCharge::millis)
                                .sum())
                        .isEqualTo(notInService);
            }
        }
    }

    @Test
    void everyPhaseHasItsColumn() {
        ReportTable table = ReportTables.phases(PnNarrative.of(SampleHistories.failover()));

        assertThat(table.rows()).containsExactly(List.of("PN 1", "14s", "1m", "30s", "4m30s", "1m", "7m14s"));
    }

    @Test
    void callsOfAllPortNetworksAreSummed() {
        ReportTable table = ReportTables.calls(PnNarrative.of(SampleHistories.sixtyFour()));

        assertThat(table.rows())
                .contains(List.of(
                        "PN 8, 16, 24, 32, 40, 48, 56, 64", "through the port network", "320", "320", "320", "0"))
                .contains(List.of("All", "through a port network", "2560", "320", "1160", "2240"));
    }

    @Test
    void listsShowStartChangesAndEnd() {
        ReportTable table = ReportTables.lists(SampleHistories.stillOut());

        assertThat(table.rows())
                .containsExactly(List.of("PN 1", "0:00", "1:14", "main"), List.of("PN 1", "1:14", "10:00", "empty"));
    }

    @Test
    void portNetworksWithTheSameListsShareARowWhateverBecameOfThem() {
        ReportTable table = ReportTables.lists(SampleHistories.warmReset());

        assertThat(table.rows()).containsExactly(List.of("PN 1–2", "0:00", "5:00", "main"));
    }
}
