package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which beats are lost by chance, against plain loops and closed forms (N2, N12). */
class LossDrawsTest {
    private static final String WAY = "main-a>ipsi-1a";
    private static final double[] SHARES = {
        0, 1e-9, 0.001, 0.02, 0.1, 0.25, 1.0 / 3, 0.5, 0.500001, 0.6, 0.75, 0.9, 0.99, 0.999999, 1
    };

    private static LossDraws losses(long seed) {
        return new LossDraws(Draws.ofSeed(seed), WAY);
    }

    /** What a search has to find, by looking at beat after beat. */
    private record Plain(Luck luck, double share) {
        boolean loses(long beat) {
            return luck.loses(beat, share);
        }

        long first(long from, long to, boolean lost) {
            return LongStream.rangeClosed(from, to)
                    .filter(beat -> loses(beat) == lost)
                    .findFirst()
                    .orElse(LossDraws.NONE);
        }

        long last(long from, long to, boolean lost) {
            return LongStream.rangeClosed(from, to)
                    .filter(beat -> loses(beat) == lost)
                    .max()
                    .orElse(LossDraws.NONE);
        }

        long firstRun(long from, long to, long length) {
            long run = 0;
            for (long beat = from; beat <= to; beat++) {
                run = loses(beat) ? run + 1 : 0;
                if (run == length) {
                    return beat - length + 1;
                }
            }
            return LossDraws.NONE;
        }
    }

    @Test
    void N12_a_beat_is_lost_if_the_number_of_53_digits_is_below_the_loss() {
        for (int seed = 1; seed <= 5; seed++) {
            Luck luck = new Luck(seed, WAY);
            LossDraws losses = losses(seed);
            for (double share : SHARES) {
                for (long beat = 0; beat < 300; beat++) {
                    assertThat(losses.isLost(beat, LossDraws.units(share)))
                            .as("seed %d, beat %d, loss %s", seed, beat, share)
                            .isEqualTo(luck.loses(beat, share));
                }
            }
        }
    }

    @Test
    void N12_the_loss_at_which_a_beat_begins_to_be_lost_is_its_number_and_one_unit() {
        Luck luck = new Luck(1, WAY);
        LossDraws losses = losses(1);
        for (long beat = 0; beat < 1000; beat++) {
            long number = (long) (luck.of(beat) * LossDraws.ALL);
            assertThat(losses.isLost(beat, number)).isFalse();
            assertThat(losses.isLost(beat, number + 1)).isTrue();
        }
    }

    @Test
    void searches_find_what_plain_loops_find_from_every_beat_to_every_other() {
        for (double share : new double[] {0, 0.1, 0.5, 0.9, 1}) {
            Plain plain = new Plain(new Luck(3, WAY), share);
            for (long from = 60; from < 70; from++) {
                for (long to = from - 1; to < 134; to++) {
                    check(losses(3), plain, from, to, 3);
                }
            }
        }
    }

    @Test
    void searches_find_what_plain_loops_find_whatever_was_asked_before() {
        SplittableRandom dice = new SplittableRandom(20);
        for (int round = 0; round < 60; round++) {
            LossDraws losses = losses(round);
            Luck luck = new Luck(round, WAY);
            for (int question = 0; question < 60; question++) {
                double share = SHARES[dice.nextInt(SHARES.length)];
                long from = dice.nextInt(400);
                long to = from - 1 + dice.nextInt(dice.nextBoolean() ? 600 : 70);
                long length = dice.nextBoolean() ? 1 + dice.nextInt(5) : 1 + dice.nextInt(200);
                check(losses, new Plain(luck, share), from, to, length);
            }
        }
    }

    @Test
    void a_search_for_a_run_goes_on_where_the_one_before_ended() {
        SplittableRandom dice = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            LossDraws losses = losses(round);
            double share = SHARES[3 + dice.nextInt(SHARES.length - 4)];
            Plain plain = new Plain(new Luck(round, WAY), share);
            long length = 1 + dice.nextInt(share > 0.7 ? 40 : 6);
            long to = 0;
            for (long from = 0; from < 700; from += dice.nextInt(90)) {
                to = Math.max(from, dice.nextInt(4) == 0 ? from + dice.nextInt(100) : to + dice.nextInt(150));
                assertThat(losses.firstRun(from, to, length, LossDraws.units(share)))
                        .as("round %d, from %d to %d, %d in a row, loss %s", round, from, to, length, share)
                        .isEqualTo(plain.firstRun(from, to, length));
            }
        }
    }

    private static void check(LossDraws losses, Plain plain, long from, long to, long length) {
        long loss = LossDraws.units(plain.share);
        String what = "from " + from + " to " + to + ", loss " + plain.share;
        assertThat(losses.firstLost(from, to, loss)).as(what).isEqualTo(plain.first(from, to, true));
        assertThat(losses.firstDelivered(from, to, loss)).as(what).isEqualTo(plain.first(from, to, false));
        assertThat(losses.lastLost(from, to, loss)).as(what).isEqualTo(plain.last(from, to, true));
        assertThat(losses.lastDelivered(from, to, loss)).as(what).isEqualTo(plain.last(from, to, false));
        assertThat(losses.firstRun(from, to, length, loss))
                .as("%d in a row, %s", length, what)
                .isEqualTo(plain.firstRun(from, to, length));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 0.3, 0.5, 0.8, 0.99})
    void N2_the_share_of_lost_beats_is_the_loss_within_four_standard_deviations(double share) {
        int beats = 1_000_000;
        LossDraws losses = losses(1);
        long loss = LossDraws.units(share);
        long lost = LongStream.range(0, beats)
                .filter(beat -> losses.isLost(beat, loss))
                .count();
        double deviation = Math.sqrt(beats * share * (1 - share));
        assertThat((double) lost).isBetween(beats * share - 4 * deviation, beats * share + 4 * deviation);
    }

    @Test
    void N2_beats_and_ways_are_independent_of_each_other() {
        int beats = 200_000;
        LossDraws one = losses(1);
        LossDraws other = new LossDraws(Draws.ofSeed(1), "main-a>ipsi-2a");
        long loss = LossDraws.units(0.5);
        long both = LongStream.range(0, beats)
                .filter(beat -> one.isLost(beat, loss) && other.isLost(beat, loss))
                .count();
        long inARow = LongStream.range(0, beats)
                .filter(beat -> one.isLost(beat, loss) && one.isLost(beat + 1, loss))
                .count();
        double deviation = Math.sqrt(beats * 0.25 * 0.75);
        assertThat((double) both).isBetween(beats * 0.25 - 4 * deviation, beats * 0.25 + 4 * deviation);
        assertThat((double) inARow)
                .as("neighbours overlap: the variance is p²(1 − p²) + 2p³(1 − p) a beat")
                .isBetween(beats * 0.25 - 6 * deviation, beats * 0.25 + 6 * deviation);
    }

    /** The wait has nearly a geometric distribution, so its standard deviation is at most about its mean. */
    @ParameterizedTest
    @CsvSource({"0.1, 3", "0.3, 3", "0.3, 8", "0.5, 2", "0.5, 15", "0.8, 15", "0.9, 40"})
    void N2_the_mean_time_to_a_run_is_that_of_the_closed_form_within_five_percent(double share, int length) {
        int samples = 10_000;
        double mean = IntStream.range(0, samples)
                .mapToLong(seed -> {
                    long begin = losses(seed).firstRun(0, 1L << 40, length, LossDraws.units(share));
                    return begin + length;
                })
                .average()
                .orElseThrow();
        double run = Math.pow(share, length);
        double expected = (1 - run) / ((1 - share) * run);
        assertThat(mean)
                .as("five standard deviations of the mean of %d samples", samples)
                .isBetween(expected * 0.95, expected * 1.05);
    }
}
