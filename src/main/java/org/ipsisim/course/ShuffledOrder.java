package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;

/** An order that looks random and is always the same: SplitMix64, seeded with a text or a number. */
public final class ShuffledOrder {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    /** The orders of a seed, one after the other. */
    public ShuffledOrder(long seed) {
        state = seed;
    }

    /** The orders of a text, one after the other. */
    public static ShuffledOrder of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return new ShuffledOrder(hash);
    }

    /** The items in the next order. */
    public <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = (int) Math.floorMod(next() >>> 16, (long) i + 1);
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        return shuffled;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
