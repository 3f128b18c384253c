package org.ipsisim.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ipsisim.estate.DayProfile.Step;
import org.junit.jupiter.api.Test;

/** How many calls come, by time of the day, and where they go. */
class TrafficTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    private static Step step(int hour, double share) {
        return new Step(Duration.ofHours(hour), share);
    }

    private static Traffic traffic(Step... steps) {
        return new Traffic(
                300,
                Duration.ofMinutes(3),
                HoldingLaw.EXPONENTIAL,
                1,
                Traffic.DEFAULT_SET_UP,
                CallShares.WITHIN,
                OptionalInt.empty(),
                new DayProfile(List.of(steps)));
    }

    private static List<Long> changes(Traffic traffic, long from, int most) {
        List<Long> hours = new ArrayList<>();
        for (long at = traffic.nextChangeAfter(from);
                at != DayProfile.NEVER && hours.size() < most;
                at = traffic.nextChangeAfter(at)) {
            hours.add(at / HOUR);
        }
        return hours;
    }

    @Test
    void without_a_profile_the_rate_is_always_the_same() {
        assertThat(traffic().callsPerHourAt(0)).isEqualTo(300);
        assertThat(traffic().callsPerHourAt(100 * DAY + 1)).isEqualTo(300);
        assertThat(traffic().nextChangeAfter(0)).isEqualTo(DayProfile.NEVER);
    }

    @Test
    void a_step_holds_from_its_time_to_the_next_one_every_day() {
        Traffic traffic = traffic(step(0, 0.2), step(8, 1), step(18, 0.5));
        assertThat(traffic.callsPerHourAt(0)).isEqualTo(60);
        assertThat(traffic.callsPerHourAt(8 * HOUR - 1)).isEqualTo(60);
        assertThat(traffic.callsPerHourAt(8 * HOUR)).isEqualTo(300);
        assertThat(traffic.callsPerHourAt(DAY - 1)).isEqualTo(150);
        assertThat(traffic.callsPerHourAt(3 * DAY + 8 * HOUR)).isEqualTo(300);
        assertThat(changes(traffic, 0, 5)).containsExactly(8L, 18L, 24L, 32L, 42L);
    }

    /** Clocks in Chicago are put back at 2 o'clock on 1 November 2026, and forward on 14 March 2027. */
    @Test
    void a_clock_that_is_put_back_makes_its_steps_come_an_hour_later() {
        WallClock clock =
                new WallClock(LocalDateTime.of(2026, 10, 31, 0, 0).atZone(ZoneId.of("America/Chicago")), true);
        Traffic traffic = traffic(step(8, 1), step(18, 0.5)).by(clock);
        assertThat(changes(traffic, 0, 4)).containsExactly(8L, 18L, 24 + 9L, 24 + 19L);
        assertThat(traffic.callsPerHourAt(24 * HOUR + 8 * HOUR)).isEqualTo(150);
        assertThat(traffic.callsPerHourAt(24 * HOUR + 9 * HOUR)).isEqualTo(300);
        assertThat(traffic().by(clock).nextChangeAfter(0)).isEqualTo(DayProfile.NEVER);
        assertThat(traffic(step(0, 1)).by(clock).nextChangeAfter(0)).isEqualTo(DayProfile.NEVER);
    }

    @Test
    void before_the_first_step_the_last_one_of_the_day_before_holds() {
        Traffic traffic = traffic(step(8, 1), step(18, 0.5));
        assertThat(traffic.callsPerHourAt(0)).isEqualTo(150);
        assertThat(traffic.callsPerHourAt(-10 * HOUR))
                .as("14 o'clock of the day before")
                .isEqualTo(300);
        assertThat(changes(traffic, -10 * HOUR, 3)).containsExactly(-6L, 8L, 18L);
    }

    @Test
    void a_step_that_changes_nothing_is_no_change() {
        assertThat(traffic(step(8, 0.5)).nextChangeAfter(0)).isEqualTo(DayProfile.NEVER);
        assertThat(changes(traffic(step(0, 1), step(6, 1), step(12, 0.5)), 0, 3))
                .containsExactly(12L, 24L, 36L);
    }

    @Test
    void the_load_in_Erlang_is_the_rate_times_the_mean_hold() {
        assertThat(traffic().callsUp(300)).isEqualTo(15);
        assertThat(traffic().callsUp(60)).isEqualTo(3);
    }

    @Test
    void what_goes_nowhere_else_stays_within_the_port_network() {
        CallShares shares = new CallShares(0.4, 0.2, new TreeMap<>(Map.of(2, 0.1)));
        assertThat(shares.within()).isCloseTo(0.3, within(1e-12));
        assertThat(new CallShares(0.7, 0.2, new TreeMap<>(Map.of(2, 0.1))).within())
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new CallShares(0.7, 0.2, new TreeMap<>(Map.of(2, 0.11))));
    }
}
