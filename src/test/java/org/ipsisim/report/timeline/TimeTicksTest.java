package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTicksTest {
    @Test
    void twentyMinutesAreMarkedEveryTwo() {
        TimeTicks ticks = TimeTicks.over(1_200_000);

        assertThat(ticks.step()).isEqualTo(120_000);
        assertThat(ticks.times()).startsWith(0L, 120_000L).endsWith(1_200_000L).hasSize(11);
        assertThat(ticks.label(120_000)).isEqualTo("2:00");
        assertThat(ticks.unit()).isEqualTo("m:ss");
    }

    @Test
    void aDayIsMarkedInHours() {
        TimeTicks ticks = TimeTicks.over(86_400_000);

        assertThat(ticks.label(ticks.times().get(1))).isEqualTo("3:00");
        assertThat(ticks.unit()).isEqualTo("h:mm");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 60_000, 3_600_001, 86_400_000, 31_536_000_000L, 3_153_600_000_000L})
    void neverMoreThanElevenMarks(long duration) {
        assertThat(TimeTicks.over(duration).times()).hasSizeBetween(1, 11);
    }
}
