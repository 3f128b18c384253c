package org.ipsisim.kernel;

/**
 * Random numbers that are a pure function of their purpose: a seed, names, and the number of the draw.
 *
 * <p>There is no state: two runs that differ in a timer, or two threads, get the same number for the same thing, and one
 * more port network changes nobody else's luck. The numbers of one stream are those of the SplitMix64 generator (Steele,
 * Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014), which can be entered anywhere.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    private Draws(long key) {
        this.key = key;
    }

    /** All draws of a run with this seed. */
    public static Draws ofSeed(long seed) {
        return new Draws(mix(seed + GOLDEN_GAMMA));
    }

    /** The draws for one purpose, or for one thing of it, by name. */
    public Draws named(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new Draws(mix(key ^ mix(hash)));
    }

    /** The draws for one of many numbered things. */
    public Draws numbered(long index) {
        return new Draws(bits(index));
    }

    /** The draw of this number as 64 random bits. */
    public long bits(long index) {
        return mix(key + (index + 1) * GOLDEN_GAMMA);
    }

    /** The places of so many draws, each a distance after the one before, for {@link #or}. */
    public static long[] places(int count, long distance) {
        long[] places = new long[count];
        for (int i = 0; i < count; i++) {
            places[i] = i * distance * GOLDEN_GAMMA;
        }
        return places;
    }

    /**
     * Ors draws into words, the first one into the first word, in a loop from which compilers make steps of several draws at once.
     *
     * @param places of the draws, counted from the first one
     */
    public void or(long[] words, int count, long first, long[] places) {
        long start = key + (first + 1) * GOLDEN_GAMMA;
        for (int i = 0; i < count; i++) {
            words[i] |= mix(start + places[i]);
        }
    }

    /** The draw of this number, evenly spread over [0, 1) in steps of 2^-53. */
    public double uniform(long index) {
        return (bits(index) >>> 11) * UNIT;
    }

    /** The output function of SplitMix64. */
    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
