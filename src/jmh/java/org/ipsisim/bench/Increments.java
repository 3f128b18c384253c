package org.ipsisim.bench;

import java.util.SplittableRandom;

/** The exponential times between the events of one timer, in whole milliseconds: drawn once, the same in every run. */
final class Increments {
    private static final int COUNT = 1 << 16;
    private static final double MEAN = 1_000_000;

    private final long[] values = new long[COUNT];
    private int next;

    Increments() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < COUNT; i++) {
            values[i] = 1 + (long) (-MEAN * Math.log(1 - random.nextDouble()));
        }
    }

    long next() {
        return values[next++ & (COUNT - 1)];
    }

    double mean() {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return (double) sum / COUNT;
    }
}
