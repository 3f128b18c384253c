package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PnNamesTest {
    @Test
    void neighboursFromThreeOnBecomeARange() {
        assertThat(PnNames.of(List.of(4, 1, 2, 3, 5, 7))).isEqualTo("PN 1–5, 7");
        assertThat(PnNames.of(List.of(1, 2))).isEqualTo("PN 1–2");
        assertThat(PnNames.of(List.of(64))).isEqualTo("PN 64");
    }
}
