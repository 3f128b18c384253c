package org.ipsisim.generate;

import java.util.stream.LongStream;

/**
 * How many generated cases a test looks at: each build at one of five, {@code mvn -P whole test} at all of them, with
 * {@code -Dtests.rest=true} at those that a build leaves out. Other cases with {@code -Dseeds=10000-60000}.
 */
public final class Generated {
    private static final int ONE_OF = Integer.getInteger("generated.one-of", 5);
    private static final boolean REST = Boolean.getBoolean("generated.rest");

    private Generated() {}

    /** So many of some cases. */
    public static int count(int all) {
        return REST ? all - sample(all) : sample(all);
    }

    /** The seeds of so many of some cases. */
    public static LongStream seeds(int all) {
        int first = REST ? sample(all) : 0;
        String[] range =
                System.getProperty("seeds", first + "-" + (first + count(all))).split("-");
        return LongStream.range(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    private static int sample(int all) {
        return Math.max(1, all / ONE_OF);
    }
}
