package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.ipsisim.document.Csv;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.junit.jupiter.api.Test;

class RunTablesTest {
    @Test
    void phasesSumToTheTimeNotInService() throws IOException {
        for (History history : SampleHistories.all().values()) {
            List<PnGroup> groups = PnGroup.byTimeline(history);
            List<String> rows = rows(RunTables.phases(groups));
            for (int i = 0; i < groups.size(); i++) {
                long notInService = groups.get(i).first().timeline().stream()
                        .filter(span -> span.state() != PnState.IN_SERVICE)
                        .mapToLong(PnSpan::length)
                        .sum();

                assertThat(rows.get(i)).endsWith("," + Words.duration(notInService));
                assertThat(Phases.of(groups.get(i).first()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(notInService);
            }
        }
    }

    @Test
    void everyPhaseHasItsColumn() throws IOException {
        assertThat(rows(RunTables.phases(PnGroup.byTimeline(SampleHistories.failover()))))
                .containsExactly("1,14s,1m,30s,4m30s,1m,7m14s");
    }

    @Test
    void callsOfAllPortNetworksAreSummed() throws IOException {
        assertThat(rows(RunTables.calls(PnGroup.byTimeline(SampleHistories.sixtyFour()))))
                .contains("\"8, 16, 24, 32, 40, 48, 56, 64\",through the port network,320,320,320,0")
                .contains("all,through the port network,2560,320,1160,2240");
    }

    @Test
    void listsShowStartChangesAndEnd() throws IOException {
        assertThat(rows(RunTables.lists(SampleHistories.failover())))
                .containsExactly("1,0s,1m14s,\"main, core 10\"", "1,1m14s,20m,core 10");
    }

    @Test
    void listsOfIpsisThatHaveNoChoiceOfServersAreLeftOut() throws IOException {
        assertThat(rows(RunTables.lists(SampleHistories.stillOut()))).isEmpty();
    }

    private static List<String> rows(Table<?> table) throws IOException {
        StringWriter out = new StringWriter();
        Csv.write(table, out);
        return out.toString().lines().skip(1).toList();
    }
}
