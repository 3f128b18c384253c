package org.ipsisim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipsisim.traffic.Samples.DAY;
import static org.ipsisim.traffic.Samples.HOUR;
import static org.ipsisim.traffic.Samples.halfWidth;
import static org.ipsisim.traffic.Samples.lognormal;
import static org.ipsisim.traffic.Samples.mean;
import static org.ipsisim.traffic.Samples.traffic;
import static org.ipsisim.traffic.Samples.withSetUp;

import java.time.Duration;
import java.util.OptionalInt;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;

/**
 * In quiet times the calls follow Erlang's formulas (T3): each of these means lies within its interval, which holds the
 * true one in 99 of 100 cases. The seed is fixed, so that a test that passes goes on passing.
 */
class ErlangTest {
    private static final int BATCHES = 40;
    private static final Draws DRAWS = Draws.ofSeed(3).named("erlang");

    /** Erlang B: the share of calls that find all circuits busy, by its recursion. */
    private static double blocking(double erlangs, int circuits) {
        double blocking = 1;
        for (int n = 1; n <= circuits; n++) {
            blocking = erlangs * blocking / (n + erlangs * blocking);
        }
        return blocking;
    }

    private static CallStream stream(Traffic traffic, OptionalInt circuits) {
        CallStream stream = new CallStream(new Agenda(), DRAWS, traffic, 1, circuits, true);
        stream.start();
        return stream;
    }

    /** The share of blocked calls in each batch of 20 days, a thousand times as long as what batches share. */
    private static double[] blocked(Traffic traffic, int circuits) {
        CallStream stream = stream(traffic, OptionalInt.of(circuits));
        double[] shares = new double[BATCHES];
        RandomCalls before = stream.outcome(0);
        for (int i = 0; i < BATCHES; i++) {
            long end = (i + 1) * 20 * DAY;
            stream.advanceTo(end);
            RandomCalls now = stream.outcome(end);
            shares[i] = (now.trunksBusy() - before.trunksBusy()) / (double) (now.offered() - before.offered());
            before = now;
        }
        assertThat(before.losses().blocked()).isEqualTo(before.trunksBusy());
        return shares;
    }

    @Test
    void the_recursion_gives_the_values_of_the_tables() {
        assertThat(blocking(20, 30)).isCloseTo(0.00846, within(0.00001));
        assertThat(blocking(10, 10)).isCloseTo(0.21458, within(0.00001));
        assertThat(blocking(1, 1)).isEqualTo(0.5);
    }

    @Test
    void T3_calls_find_all_circuits_busy_as_often_as_Erlang_B_says() {
        double[] heavy = blocked(traffic(200), 10);
        assertThat(halfWidth(heavy)).isLessThan(0.003);
        assertThat(mean(heavy)).isCloseTo(blocking(10, 10), within(halfWidth(heavy)));

        double[] light = blocked(traffic(200), 18);
        assertThat(halfWidth(light)).isLessThan(0.0008);
        assertThat(mean(light)).isCloseTo(blocking(10, 18), within(halfWidth(light)));
    }

    @Test
    void T3_Erlang_B_asks_for_the_mean_hold_alone() {
        double[] constant = blocked(lognormal(200, 0), 10);
        assertThat(mean(constant)).isCloseTo(blocking(10, 10), within(halfWidth(constant)));

        double[] wide = blocked(lognormal(200, 2), 10);
        assertThat(mean(wide)).isCloseTo(blocking(10, 10), within(halfWidth(wide)));
    }

    @Test
    void T3_a_circuit_is_busy_from_the_dialling_on() {
        double[] shares = blocked(withSetUp(traffic(200), Duration.ofSeconds(36)), 12);
        assertThat(mean(shares)).isCloseTo(blocking(12, 12), within(halfWidth(shares)));
    }

    @Test
    void T3_without_a_limit_the_mean_number_of_calls_is_the_load_in_Erlang() {
        Traffic traffic = withSetUp(traffic(300), Duration.ofSeconds(12));
        CallStream stream = stream(traffic, OptionalInt.empty());
        double[] up = new double[BATCHES];
        double[] inSetUp = new double[BATCHES];
        int hours = 200;
        for (int i = 0; i < BATCHES; i++) {
            for (int hour = 0; hour < hours; hour++) {
                long now = (i * hours + hour + 1L) * HOUR;
                stream.advanceTo(now);
                up[i] += (double) stream.outcome(now).upAtEnd() / hours;
                inSetUp[i] += (double) stream.outcome(now).inSetUpAtEnd() / hours;
            }
        }
        assertThat(mean(up)).isCloseTo(traffic.callsUp(300), within(halfWidth(up)));
        assertThat(halfWidth(up)).isLessThan(0.15);
        assertThat(mean(inSetUp)).as("300/h times 12 s").isCloseTo(1, within(halfWidth(inSetUp)));
    }

    @Test
    void T3_a_run_begins_with_as_many_calls_as_any_other_time() {
        double[] up = new double[400];
        for (int i = 0; i < up.length; i++) {
            CallStream stream =
                    new CallStream(new Agenda(), DRAWS.numbered(i), lognormal(300, 1.4), 1, OptionalInt.empty(), true);
            stream.start();
            up[i] = stream.outcome(0).upAtStart();
        }
        assertThat(mean(up)).isCloseTo(15, within(halfWidth(up)));
        assertThat(halfWidth(up)).isLessThan(0.6);
    }
}
