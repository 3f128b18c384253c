package org.ipsisim.traffic;

import java.util.Arrays;
import org.ipsisim.kernel.Draws;

/**
 * A Poisson process of rate 1 that can be entered anywhere (T1): arrivals can be counted without drawing them.
 *
 * <p>The axis is cut into blocks of 1024 expected arrivals. The number in a block is one draw from the Poisson law. Each of
 * them is in the first half of the block or in the second one, as a random bit says, and so on in each half, down to leaves
 * of 16 expected arrivals; in its leaf it is anywhere. By Poisson splitting this is the same process as one with exponential
 * distances. Every number is a pure function of the draws and of the place.
 */
final class UnitArrivals {
    /** The length of a leaf, and the number of arrivals expected in it. */
    static final double LEAF = 16;

    private static final int LEAVES = 64;
    private static final int UNKNOWN = -1;
    private static final double[] POISSON = cumulativePoisson(LEAF * LEAVES);

    private final Draws draws;
    private final int[] counts = new int[2 * LEAVES];
    private Draws ofBlock;
    private long countedBlock = -1;

    UnitArrivals(Draws draws) {
        this.draws = draws;
        ofBlock = draws;
    }

    /** The probability of at most so many arrivals in a block, for each number; 1 where no draw can tell it from 1. */
    private static double[] cumulativePoisson(double mean) {
        int most = (int) Math.round(mean + 12 * StrictMath.sqrt(mean));
        double[] cumulative = new double[most + 1];
        double logOfOne = -mean;
        double sum = 0;
        for (int k = 0; k <= most; k++) {
            sum += StrictMath.exp(logOfOne);
            cumulative[k] = sum;
            logOfOne += StrictMath.log(mean) - StrictMath.log(k + 1.0);
        }
        cumulative[most] = 1;
        return cumulative;
    }

    /** The number of arrivals from the start of one leaf to the start of another. */
    long count(long fromLeaf, long toLeaf) {
        long count = 0;
        long leaf = fromLeaf;
        while (leaf < toLeaf) {
            if (leaf % LEAVES == 0 && leaf + LEAVES <= toLeaf) {
                count += countOfBlock(leaf / LEAVES);
                leaf += LEAVES;
            } else {
                count += count(leaf++);
            }
        }
        return count;
    }

    /** The number of arrivals in a leaf. */
    int count(long leaf) {
        if (leaf / LEAVES != countedBlock) {
            countedBlock = leaf / LEAVES;
            ofBlock = draws.numbered(countedBlock);
            Arrays.fill(counts, UNKNOWN);
            counts[1] = countOfBlock(countedBlock);
        }
        return countOfPart(LEAVES + (int) (leaf % LEAVES));
    }

    private int countOfBlock(long block) {
        int place = Arrays.binarySearch(POISSON, draws.numbered(block).uniform(0));
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** The arrivals in a part of the counted block, which is split as far as need be: parts are numbered from 1 as in a heap. */
    private int countOfPart(int part) {
        if (counts[part] == UNKNOWN) {
            int whole = part / 2;
            int all = countOfPart(whole);
            counts[2 * whole] = heads(all, ofBlock.numbered(whole));
            counts[2 * whole + 1] = all - counts[2 * whole];
        }
        return counts[part];
    }

    private static int heads(int coins, Draws tosses) {
        int heads = 0;
        for (int tossed = 0; tossed < coins; tossed += Long.SIZE) {
            long bits = tosses.bits(tossed / Long.SIZE);
            int left = coins - tossed;
            heads += Long.bitCount(left < Long.SIZE ? bits & (1L << left) - 1 : bits);
        }
        return heads;
    }

    /** The draws of the arrivals in a leaf: where they are, and whatever else there is to draw for them. */
    Draws of(long leaf) {
        return draws.numbered(leaf / LEAVES).numbered(LEAVES + leaf % LEAVES);
    }
}
