package org.ipsisim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The draws beside the SplitMix64 generator of the JDK, and names beside published FNV-1a hashes. */
class DrawsTest {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long[] SEEDS = {0, 1, -1, 1_234_567, Long.MIN_VALUE, 0x9E3779B97F4A7C15L};

    /** What the generator makes of a state that it has come to. */
    private static long mixed(long state) {
        return new SplittableRandom(state - GOLDEN_GAMMA).nextLong();
    }

    private static long[] bits(Draws draws) {
        return LongStream.range(0, 50).map(draws::bits).toArray();
    }

    private static long[] stream(long key) {
        SplittableRandom generator = new SplittableRandom(key);
        return LongStream.generate(generator::nextLong).limit(50).toArray();
    }

    @Test
    void theBitsOfASeedAreAStreamOfTheGenerator() {
        for (long seed : SEEDS) {
            long key = new SplittableRandom(seed).nextLong();
            assertThat(bits(Draws.ofSeed(seed))).as("seed " + seed).isEqualTo(stream(key));
        }
    }

    @Test
    void aNameIsHashedIntoTheKey() {
        long key = new SplittableRandom(7).nextLong();

        assertThat(bits(Draws.ofSeed(7).named(""))).isEqualTo(stream(mixed(key ^ mixed(0xCBF29CE484222325L))));
        assertThat(bits(Draws.ofSeed(7).named("a"))).isEqualTo(stream(mixed(key ^ mixed(0xAF63DC4C8601EC8CL))));
        assertThat(bits(Draws.ofSeed(7).named("foobar"))).isEqualTo(stream(mixed(key ^ mixed(0x85944171F73967E8L))));
    }

    @Test
    void theDrawsOfANumberAreTheStreamThatItsBitsBegin() {
        Draws draws = Draws.ofSeed(7);

        assertThat(bits(draws.numbered(3))).isEqualTo(stream(draws.bits(3)));
        assertThat(bits(draws.numbered(3))).isNotEqualTo(bits(draws.numbered(4)));
    }

    @Test
    void drawsAtEqualDistancesAreThoseThatAreMadeOneByOne() {
        Draws draws = Draws.ofSeed(7);
        long[] words = new long[70];
        Arrays.fill(words, 5);

        draws.or(words, 67, 1L << 40, Draws.places(70, 64));

        for (int i = 0; i < words.length; i++) {
            assertThat(words[i]).as("word " + i).isEqualTo(i < 67 ? 5 | draws.bits((1L << 40) + 64 * i) : 5);
        }
    }

    @Test
    void uniformDrawsAreThoseOfTheGenerator() {
        SplittableRandom generator = new SplittableRandom(new SplittableRandom(7).nextLong());
        Draws draws = Draws.ofSeed(7);

        for (int i = 0; i < 50; i++) {
            assertThat(draws.uniform(i))
                    .as("draw " + i)
                    .isEqualTo(generator.nextDouble())
                    .isBetween(0.0, Math.nextDown(1.0));
        }
    }
}
