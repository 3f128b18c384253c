package org.ipsisim.network;

import org.ipsisim.kernel.Draws;

/**
 * Which beats of one way are lost by chance, 64 at a time (N2, N12).
 *
 * <p>Beat k has a number u(k) in [0, 1), and is lost where u(k) is below the loss. The numbers stand in columns: draw d of a
 * block holds the d-th binary digit of 64 of them. So a block is compared with the loss digit by digit, and some eight
 * draws settle 64 beats; a run of many losses is mostly ruled out by the first digit alone.
 */
final class LossDraws {
    /** What the searches give if there is no such beat. */
    static final long NONE = -1;

    /** The loss of a way that loses everything. */
    static final long ALL = 1L << 53;

    private static final int DIGITS = 53;
    private static final int BLOCK = 64;
    private static final int BLOCK_SHIFT = 6;

    private final Draws draws;
    private long keptBlock = NONE;
    private long keptLoss;
    private long keptMask;

    /** @param way such as {@code main-a>ipsi-1a} */
    LossDraws(Draws ofRun, String way) {
        draws = ofRun.named("loss").named(way);
    }

    /** A loss from 0 to 1 in units of 2^-53, as the searches take it. */
    static long units(double loss) {
        return (long) Math.ceil(loss * ALL);
    }

    /** The beats of a block that are lost, from the lowest bit on. */
    private long lostOf(long block, long loss) {
        if (loss <= 0 || loss >= ALL) {
            return loss <= 0 ? 0 : -1L;
        }
        if (block != keptBlock || loss != keptLoss) {
            keptMask = possiblyLost(block, loss, 0, 0);
            keptBlock = block;
            keptLoss = loss;
        }
        return keptMask;
    }

    boolean isLost(long beat, long loss) {
        return (lostOf(beat >> BLOCK_SHIFT, loss) >>> beat & 1) != 0;
    }

    /** The first lost beat from one beat to another, both included; {@link #NONE} if there is none. */
    long firstLost(long from, long to, long loss) {
        return loss <= 0 ? NONE : first(from, to, loss, 0);
    }

    /** The first beat that is not lost. */
    long firstDelivered(long from, long to, long loss) {
        return loss >= ALL ? NONE : first(from, to, loss, -1L);
    }

    /** The last beat that is not lost. */
    long lastDelivered(long from, long to, long loss) {
        return loss >= ALL ? NONE : last(from, to, loss, -1L);
    }

    /** The last lost beat. */
    long lastLost(long from, long to, long loss) {
        return loss <= 0 ? NONE : last(from, to, loss, 0);
    }

    private long first(long from, long to, long loss, long flip) {
        long beat = from;
        while (beat <= to) {
            long found = (lostOf(beat >> BLOCK_SHIFT, loss) ^ flip) >>> beat;
            if (found != 0) {
                beat += Long.numberOfTrailingZeros(found);
                return beat <= to ? beat : NONE;
            }
            beat = (beat | BLOCK - 1) + 1;
        }
        return NONE;
    }

    private long last(long from, long to, long loss, long flip) {
        long beat = to;
        while (beat >= from) {
            long found = (lostOf(beat >> BLOCK_SHIFT, loss) ^ flip) << (BLOCK - 1 - (beat & BLOCK - 1));
            if (found != 0) {
                beat -= Long.numberOfLeadingZeros(found);
                return beat >= from ? beat : NONE;
            }
            beat = (beat & -BLOCK) - 1;
        }
        return NONE;
    }

    /**
     * The first beat of the first run of lost beats within a range.
     *
     * @param length of the run, 1 or more; of a longer one the beginning is given
     */
    long firstRun(long from, long to, long length, long loss) {
        long possibleFrom = from;
        for (long block = from >> BLOCK_SHIFT; block <= to >> BLOCK_SHIFT; block++) {
            long start = block << BLOCK_SHIFT;
            long carried = Math.max(0, start - possibleFrom);
            long possible = possiblyLost(block, loss, length, carried);
            if (mayHoldRun(possible, length, carried)) {
                long begins = possibleFrom;
                long end = start + BLOCK - 1;
                long found = runWithin(Math.min(begins, end), Math.min(end, to), length, loss);
                if (found != NONE) {
                    return found;
                }
                possible = lostOf(block, loss);
            }
            long tail = Long.numberOfLeadingZeros(~possible);
            possibleFrom = tail == BLOCK ? Math.min(possibleFrom, start) : start + BLOCK - tail;
            possibleFrom = Math.max(possibleFrom, from);
        }
        return NONE;
    }

    /** The beats of a block that are lost; with others if even so no run of this length ends in the block. */
    private long possiblyLost(long block, long loss, long length, long carried) {
        if (loss <= 0 || loss >= ALL) {
            return loss <= 0 ? 0 : -1L;
        }
        Draws digits = draws.numbered(block);
        long lost = 0;
        long undecided = -1L;
        long rest = loss;
        for (int digit = 1; undecided != 0 && rest != 0; digit++) {
            long word = digits.bits(digit);
            long bit = 1L << (DIGITS - digit);
            if ((rest & bit) != 0) {
                lost |= undecided & ~word;
                undecided &= word;
                rest -= bit;
            } else {
                undecided &= ~word;
            }
            if (!mayHoldRun(lost | undecided, length, carried)) {
                return lost | undecided;
            }
        }
        return lost;
    }

    /** Whether a run ends in a block: within it, or together with beats before it. */
    private static boolean mayHoldRun(long lost, long length, long carried) {
        if (carried + Long.numberOfTrailingZeros(~lost) >= length) {
            return true;
        }
        long runs = lost;
        for (long left = length; left > 1 && runs != 0; ) {
            long half = left >> 1;
            runs &= runs >>> half;
            left -= half;
        }
        return runs != 0 && length <= BLOCK;
    }

    private long runWithin(long from, long to, long length, long loss) {
        long begin = firstLost(from, to, loss);
        while (begin != NONE) {
            long end = firstDelivered(begin, to, loss);
            long next = end == NONE ? to + 1 : end;
            if (next - begin >= length) {
                return begin;
            }
            begin = end == NONE ? NONE : firstLost(end, to, loss);
        }
        return NONE;
    }
}
