package org.ipsisim.generate;

import java.util.stream.LongStream;

/**
 * How many generated cases a test looks at: each build at one of five, {@code mvn -P whole test} at all of them. Other cases
 * than those of each build with {@code -Dseeds=10000-60000}.
 */
public final class Generated {
    private static final int ONE_OF = Integer.getInteger("generated.one-of", 5);

    private Generated() {}

    /** So many of some cases. */
    public static int count(int all) {
        return Math.max(1, all / ONE_OF);
    }

    /** The seeds of so many of some cases. */
    public static LongStream seeds(int all) {
        String[] range = System.getProperty("seeds", "0-" + count(all)).split("-");
        return LongStream.range(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }
}
