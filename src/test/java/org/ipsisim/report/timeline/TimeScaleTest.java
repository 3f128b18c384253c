package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeScaleTest {
    @Test
    void aColumnIsARoundTimeAndTheRunFits() {
        TimeScale scale = new TimeScale(1_200_000, 72);
        assertThat(scale.step()).isEqualTo(20_000);
        assertThat(scale.columns()).isEqualTo(60);
        assertThat(scale.labels(72)).startsWith("0s       3m       6m");
        assertThat(scale.ruler(false)).startsWith("+--------+--------+").hasSize(60);
    }

    @Test
    void everyDurationFitsWithTicksUnderTheirLabels() {
        for (long duration = 1; duration < 400L * 86_400_000; duration = duration * 3 + 1) {
            TimeScale scale = new TimeScale(duration, 50);
            assertThat(scale.columns()).isBetween(1, 50);
            assertThat(scale.step() * scale.columns()).isGreaterThanOrEqualTo(duration);
            assertThat(scale.labels(50)).hasSizeLessThanOrEqualTo(50).startsWith("0s");
            assertThat(scale.ruler(true)).hasSize(scale.columns()).startsWith("┬");
        }
    }
}
