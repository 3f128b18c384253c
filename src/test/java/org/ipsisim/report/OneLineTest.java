package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void aFailoverInOneLine() {
        assertThat(OneLine.of(SampleHistories.failover().portNetworks().get(0), 1))
                .isEqualTo("pn-1: main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 706s");
    }

    @Test
    void fractionsOfASecondAndNoPower() {
        History history = new HistoryBuilder("Test", Duration.ofSeconds(100))
                .pn(7, "main 0.02s | down 39.98s | restart→1 60s")
                .build();
        assertThat(OneLine.of(history.portNetworks().get(0), 1))
                .isEqualTo("pn-7: main 0.02s | down 39.98s | restart→1 60s");
    }

    @Test
    void theMainIsWhateverClusterItHas() {
        assertThat(OneLine.of(SampleHistories.nothing().portNetworks().get(0), 5))
                .isEqualTo("pn-1: sc-1 3600s");
    }
}
