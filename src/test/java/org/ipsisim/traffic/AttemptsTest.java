package org.ipsisim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipsisim.traffic.Samples.DAY;
import static org.ipsisim.traffic.Samples.HOUR;
import static org.ipsisim.traffic.Samples.traffic;
import static org.ipsisim.traffic.Samples.withSetUp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.Traffic;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;

/** Attempts are a Poisson process at the rate of the hour, and the same for the same names (T1). */
class AttemptsTest {
    private static final Draws DRAWS = Draws.ofSeed(1).named("traffic").named("pn-1");

    private static Attempts attempts(Traffic traffic) {
        return new Attempts(DRAWS, traffic, 1, 0);
    }

    private static List<Long> times(Attempts attempts, long end) {
        List<Long> times = new ArrayList<>();
        for (; attempts.at() < end; attempts.next()) {
            times.add(attempts.at());
        }
        return times;
    }

    private static long[] perHour(Traffic traffic, int hours) {
        long[] counts = new long[hours];
        times(attempts(traffic), hours * HOUR).forEach(at -> counts[(int) (at / HOUR)]++);
        return counts;
    }

    private static void assertWithin999Of1000(long count, double expected) {
        PoissonDistribution poisson = PoissonDistribution.of(expected);
        assertThat(count).isBetween((long) poisson.inverseCumulativeProbability(0.0005), (long)
                poisson.inverseCumulativeProbability(0.9995));
    }

    @Test
    void T1_as_many_come_as_the_rate_says() {
        assertWithin999Of1000(times(attempts(traffic(300)), 100 * DAY).size(), 300 * 24 * 100);
    }

    @Test
    void T1_a_direction_gets_its_share() {
        Attempts quarter = new Attempts(DRAWS, traffic(300), 0.25, 0);
        assertWithin999Of1000(times(quarter, 100 * DAY).size(), 75 * 24 * 100);
    }

    @Test
    void T1_counts_of_hours_spread_as_those_of_a_Poisson_process() {
        long[] counts = perHour(traffic(300), 2000);
        double squares = 0;
        for (long count : counts) {
            squares += (count - 300.0) * (count - 300.0) / 300;
        }
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(counts.length);
        assertThat(squares)
                .isBetween(
                        chiSquared.inverseCumulativeProbability(0.005), chiSquared.inverseCumulativeProbability(0.995));
    }

    @Test
    void T1_each_hour_of_the_day_has_the_rate_of_its_step() {
        DayProfile.Step night = new DayProfile.Step(Duration.ZERO, 0.05);
        DayProfile.Step day = new DayProfile.Step(Duration.ofHours(8), 1);
        DayProfile.Step evening = new DayProfile.Step(Duration.ofMinutes(18 * 60 + 30), 0.25);
        int days = 200;
        long[] counts = perHour(traffic(300, night, day, evening), days * 24);
        for (int hour = 0; hour < 24; hour++) {
            long count = 0;
            for (int each = 0; each < days; each++) {
                count += counts[each * 24 + hour];
            }
            double share = hour < 8 ? 0.05 : hour < 18 ? 1 : hour == 18 ? 0.625 : 0.25;
            assertWithin999Of1000(count, 300 * share * days);
        }
    }

    @Test
    void no_call_comes_while_the_share_is_0() {
        DayProfile.Step none = new DayProfile.Step(Duration.ZERO, 0);
        DayProfile.Step some = new DayProfile.Step(Duration.ofHours(12), 1);
        assertThat(times(attempts(traffic(300, none, some)), 3 * DAY))
                .isNotEmpty()
                .allMatch(at -> Math.floorMod(at, DAY) >= 12 * HOUR);
        assertThat(attempts(traffic(300, none)).at()).isEqualTo(DayProfile.NEVER);
        assertThat(attempts(traffic(0)).at()).isEqualTo(DayProfile.NEVER);
    }

    @Test
    void T1_another_seed_or_name_gives_other_calls_and_the_same_ones_the_same() {
        List<Long> times = times(attempts(traffic(300)), DAY);
        assertThat(times(attempts(traffic(300)), DAY)).isEqualTo(times);
        assertThat(times(new Attempts(DRAWS.named("trunk"), traffic(300), 1, 0), DAY))
                .isNotEqualTo(times);
    }

    @Test
    void T1_how_long_calls_last_does_not_change_when_they_come() {
        Traffic plain = traffic(300);
        Traffic longer = new Traffic(
                300,
                Duration.ofMinutes(30),
                HoldingLaw.EXPONENTIAL,
                1,
                Traffic.DEFAULT_SET_UP,
                CallShares.WITHIN,
                OptionalInt.empty(),
                DayProfile.ALWAYS);
        assertThat(times(attempts(longer), DAY)).isEqualTo(times(attempts(plain), DAY));
    }

    @Test
    void T2_the_mean_time_of_set_up_is_that_of_the_scenario() {
        Attempts attempts = attempts(withSetUp(traffic(300), Duration.ofSeconds(8)));
        int calls = 100_000;
        double sum = 0;
        for (int i = 0; i < calls; i++, attempts.next()) {
            assertThat(attempts.at()).isNotNegative();
            sum += attempts.setUp();
        }
        assertThat(sum / calls).isCloseTo(8000, within(3.3 * 8000 / Math.sqrt(calls)));
        Attempts atOnce = attempts(traffic(300));
        assertThat(atOnce.at()).isNotNegative();
        assertThat(atOnce.setUp()).isZero();
    }

    @Test
    void T2_a_usual_call_is_over_after_the_usual_time() {
        Attempts each = attempts(withSetUp(traffic(300), Duration.ofSeconds(8)));
        Attempts unusual = attempts(withSetUp(traffic(300), Duration.ofSeconds(8)));
        long longest = 0;
        int skipped = 0;
        int kept = 0;
        for (; each.at() < 2 * DAY; each.next()) {
            skipped += (int) unusual.skipUsual(DAY);
            if (each.at() < unusual.at()) {
                longest = Math.max(longest, each.setUp() + each.hold());
                skipped--;
            } else {
                assertThat(unusual.at()).isEqualTo(each.at());
                assertThat(unusual.hold()).isEqualTo(each.hold());
                assertThat(skipped).isZero();
                kept += each.at() < DAY ? 1 : 0;
                unusual.next();
            }
        }
        assertThat(longest).isBetween(each.usual() * 2 / 3, each.usual());
        assertThat(kept).isBetween(1, 24 * 300 / 100);
    }

    @Test
    void T1_attempts_that_are_skipped_are_counted_as_if_each_had_been_drawn() {
        DayProfile.Step night = new DayProfile.Step(Duration.ofHours(1), 0);
        DayProfile.Step day = new DayProfile.Step(Duration.ofHours(8), 0.37);
        for (Traffic traffic : List.of(traffic(300), traffic(7), traffic(300, night, day))) {
            Attempts each = attempts(traffic);
            Attempts leaps = attempts(traffic);
            long time = 0;
            for (int i = 0; i < 200; i++) {
                time += (long) i * i * i * 1000 + i;
                long counted = 0;
                for (; each.at() < time; each.next()) {
                    counted++;
                }
                assertThat(leaps.skipTo(time, true)).isEqualTo(counted);
                assertThat(leaps.at()).isEqualTo(each.at());
                assertThat(leaps.setUp()).isEqualTo(each.setUp());
                assertThat(leaps.hold()).isEqualTo(each.hold());
            }
        }
    }

    @Test
    void T1_an_attempt_is_the_one_that_a_leap_to_its_very_time_finds() {
        List<Long> times = times(attempts(traffic(300)), DAY);
        for (int i = 0; i < times.size(); i++) {
            Attempts leap = attempts(traffic(300));
            assertThat(leap.skipTo(times.get(i), true)).isEqualTo(times.indexOf(times.get(i)));
            assertThat(leap.at()).isEqualTo(times.get(i));
        }
    }

    @Test
    void T1_distances_are_exponential() {
        List<Long> times = times(attempts(traffic(60)), 100 * DAY);
        double mean = (double) (times.get(times.size() - 1) - times.get(0)) / (times.size() - 1);
        int cells = 50;
        long[] counts = new long[cells];
        for (int i = 1; i < times.size(); i++) {
            double share = Math.exp(-(times.get(i) - times.get(i - 1)) / mean);
            counts[Math.min(cells - 1, (int) (share * cells))]++;
        }
        double squares = 0;
        double expected = (times.size() - 1.0) / cells;
        for (long count : counts) {
            squares += (count - expected) * (count - expected) / expected;
        }
        assertThat(squares).isLessThan(ChiSquaredDistribution.of(cells - 1).inverseCumulativeProbability(0.999));
    }
}
