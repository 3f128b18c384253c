package org.ipsisim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.ipsisim.estate.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How results write the moments of a run, with and without the customer's clock. */
class MomentsTest {
    private static final String CHICAGO = "America/Chicago";

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59000, 0:59", "75000, 1:15", "74020, 1:14.02", "3599999, 59:59.999", "3675000, 1:01:15"})
    void without_a_clock_figures_are_minutes_and_seconds_and_hours_where_there_are_some(long millis, String text) {
        assertThat(Moments.relative(0).figures(millis)).isEqualTo(text);
    }

    @Test
    void without_a_clock_a_moment_is_the_time_from_the_start() {
        Moments moments = Moments.relative(1_200_000);

        assertThat(moments.exact(74_020)).isEqualTo("1m14.02s");
        assertThat(moments.rounded(74_520)).isEqualTo("1m15s");
        assertThat(moments.rounded(250)).isEqualTo("250ms");
    }

    @Test
    void on_a_clock_every_moment_has_one_form_in_whole_seconds() {
        Moments moments = moments("2026-11-13T14:00-06:00[America/Chicago]", Duration.ofHours(2));

        assertThat(moments.exact(0)).isEqualTo("14:00:00");
        assertThat(moments.exact(74_020)).isEqualTo("14:01:14");
        assertThat(moments.figures(74_020)).isEqualTo("14:01:14");
        assertThat(moments.rounded(74_520)).isEqualTo("14:01:14");
        assertThat(moments.lasting(74_520)).isEqualTo("1m15s");
        assertThat(moments.axis()).isEqualTo("time in America/Chicago, 2026-11-13");
    }

    @Test
    void the_date_is_there_if_the_run_goes_past_midnight() {
        Moments moments = moments("2026-11-13T23:30-06:00[America/Chicago]", Duration.ofHours(2));

        assertThat(moments.exact(0)).isEqualTo("2026-11-13 23:30:00");
        assertThat(moments.exact(3_600_000)).isEqualTo("2026-11-14 00:30:00");
        assertThat(moments.axis()).isEqualTo("time in America/Chicago, 2026-11-13 to 2026-11-14");
    }

    @ParameterizedTest
    @CsvSource({
        // the clocks go back at 02:00: the hour from 01:00 comes twice
        "2026-11-01T01:50-05:00, 600000, 01:00:00-06:00",
        // the clocks go forward at 02:00: no moment is between 02:00 and 03:00
        "2026-03-08T01:50-06:00, 600000, 03:00:00-05:00",
    })
    void the_offset_is_there_if_the_clocks_change_during_the_run(String start, long millis, String text) {
        Moments moments = moments(start + "[" + CHICAGO + "]", Duration.ofHours(1));

        assertThat(moments.exact(millis)).isEqualTo(text);
        assertThat(moments.clock().orElseThrow().iso(millis)).endsWith("T" + text);
        assertThat(moments.exact(millis - 1)).startsWith("01:59:59");
    }

    @Test
    void a_clock_without_a_zone_has_no_offset() {
        WallClock clock = new WallClock(ZonedDateTime.parse("2026-03-08T01:50Z[UTC]"), false);

        assertThat(clock.iso(600_004)).isEqualTo("2026-03-08T02:00:00.004");
        assertThat(clock.text(600_004, 3_600_000)).isEqualTo("02:00:00");
        assertThat(new Moments(Optional.of(clock), 0).axis()).isEqualTo("time, 2026-03-08");
    }

    private static Moments moments(String start, Duration length) {
        ZonedDateTime at = ZonedDateTime.parse(start);
        assertThat(at.getZone()).isEqualTo(ZoneId.of(CHICAGO));
        return new Moments(Optional.of(new WallClock(at, true)), length.toMillis());
    }
}
