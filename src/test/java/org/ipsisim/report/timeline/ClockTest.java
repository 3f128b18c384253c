package org.ipsisim.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
    @ParameterizedTest
    @CsvSource({"0, 0:00", "59000, 0:59", "75000, 1:15", "74020, 1:14.02", "3599999, 59:59.999", "3675000, 1:01:15"})
    void writesMinutesAndSecondsAndHoursWhereThereAreSome(long millis, String text) {
        assertThat(Clock.at(millis)).isEqualTo(text);
    }
}
