package org.ipsisim.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipsisim.report.SampleHistories;
import org.ipsisim.study.Variants;
import org.junit.jupiter.api.Test;

class ReproductionTest {
    @Test
    void namesFileOverridesAndSeed() {
        assertThat(Reproduction.command(SampleHistories.failover().scenario()))
                .isEqualTo("ipsisim run scenarios/wan-cut.yaml --set timers.socket-sanity-timeout=15s --seed 7"
                        + " --report report");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(Reproduction.command(Variants.hostile().scenario())).startsWith("ipsisim run 'it'\\''s <b>.yaml' ");
    }
}
