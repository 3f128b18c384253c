package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipsisim.history.Words;
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
    void aPartFitsWithTicksAtRoundTimesUnderTheirLabels() {
        for (long from = 0; from < 100_000; from += 1300) {
            for (long length = 1; length < 10_000_000; length = length * 7 + 13) {
                TimeScale scale = new TimeScale(new Window(from, from + length), 50);
                assertThat(scale.columns()).isBetween(1, 50);
                assertThat(from - scale.from()).isBetween(0L, scale.step() - 1);
                assertThat(scale.from() + scale.step() * scale.columns()).isGreaterThanOrEqualTo(from + length);
                String ruler = scale.ruler(true);
                for (int tick = ruler.indexOf('┬'); tick >= 0; tick = ruler.indexOf('┬', tick + 1)) {
                    long time = scale.from() + tick * scale.step();
                    assertThat(time % scale.tick()).isZero();
                    if (tick < 40) {
                        assertThat(scale.labels(50).substring(tick)).startsWith(Words.duration(time));
                    }
                }
            }
        }
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
