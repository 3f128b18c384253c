package org.ipsisim.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that a seed fixes. */
public final class Dice {
    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** A whole number between two bounds, both possible. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A whole number between two bounds, both possible. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    public <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A share of what is lost: mostly one that can lose several heartbeats in a row. */
    double share() {
        return percent(70) ? oneOf(List.of(0.01, 0.1, 0.3, 0.5, 0.5, 0.7, 0.9)) : random.nextInt(1000) / 1000.0;
    }
}
