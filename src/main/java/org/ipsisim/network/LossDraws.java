package org.ipsisim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.kernel.Draws;

/**
 * Which packets of one stream are lost by chance, 64 at a time (N2, N12): the heartbeats of one server to one IPSI, say.
 *
 * <p>Packet k has a number u(k) in [0, 1), and is lost if u(k) is below the loss. The numbers stand in columns: a draw
 * holds one binary digit of 64 of them. So a block is compared with the loss digit by digit, and some eight draws decide 64
 * packets; a run of many losses is mostly ruled out by the first digit alone.
 */
public final class LossDraws {
    /** The result of a search that finds no such packet. */
    public static final long NONE = -1;

    /** The loss of a way that loses everything. */
    public static final long ALL = 1L << 53;

    private static final int DIGITS = 53;
    private static final int BLOCK = 64;
    private static final int BLOCK_SHIFT = 6;

    /** The first packets of the groups of 1, 2, 4, ... 64. */
    private static final long[] FIRST_OF_GROUPS = {
        -1L, 0x5555555555555555L, 0x1111111111111111L, 0x0101010101010101L, 0x0001000100010001L, 0x0000000100000001L, 1L
    };

    /** So many blocks are sieved at once; at the start of a search fewer, for the run may be near. */
    private static final int MOST_SIEVED = 256;

    private static final long[] SAME_DIGIT_OF_BLOCKS = Draws.places(MOST_SIEVED, BLOCK);

    /** A stream is watched for few silences: the sanity time-out, the interchange delay, three heartbeats. */
    private static final int SEARCHES_KEPT = 4;

    private final Draws draws;
    private final List<Searched> searches = new ArrayList<>(2);
    private long keptBlock = NONE;
    private long keptLoss;
    private long keptMask;
    private long[] sieved = {};

    /** Where no run of a length has been found: none lies wholly within these packets. */
    private static final class Searched {
        private final long length;
        private final long loss;
        private long from;
        private long to = NONE;

        Searched(long length, long loss) {
            this.length = length;
            this.loss = loss;
        }
    }

    /** @param stream whose packets they are, such as {@code main-a>ipsi-1a}; each has luck of its own */
    public LossDraws(Draws ofRun, String stream) {
        draws = ofRun.named("loss").named(stream);
    }

    /** A loss from 0 to 1 in units of 2^-53, as the searches take it. */
    public static long units(double loss) {
        return (long) Math.ceil(loss * ALL);
    }

    /** The packets of a block that are lost, from the lowest bit on. */
    private long lostOf(long block, long loss) {
        if (loss <= 0 || loss >= ALL) {
            return loss <= 0 ? 0 : -1L;
        }
        if (block != keptBlock || loss != keptLoss) {
            keptMask = lostOf(block, loss, 0);
            keptBlock = block;
            keptLoss = loss;
        }
        return keptMask;
    }

    /** Whether a packet is lost, if its stream loses this share. */
    public boolean isLost(long packet, long loss) {
        return (lostOf(packet >> BLOCK_SHIFT, loss) >>> packet & 1) != 0;
    }

    /** The first lost packet from one packet to another, both included; {@link #NONE} if there is none. */
    public long firstLost(long from, long to, long loss) {
        return loss <= 0 ? NONE : first(from, to, loss, 0);
    }

    /** The first packet that is not lost. */
    public long firstDelivered(long from, long to, long loss) {
        return loss >= ALL ? NONE : first(from, to, loss, -1L);
    }

    /** The last packet that is not lost. */
    public long lastDelivered(long from, long to, long loss) {
        return loss >= ALL ? NONE : last(from, to, loss, -1L);
    }

    /** The last lost packet. */
    public long lastLost(long from, long to, long loss) {
        return loss <= 0 ? NONE : last(from, to, loss, 0);
    }

    private long first(long from, long to, long loss, long flip) {
        long packet = from;
        while (packet <= to) {
            long found = (lostOf(packet >> BLOCK_SHIFT, loss) ^ flip) >>> packet;
            if (found != 0) {
                packet += Long.numberOfTrailingZeros(found);
                return packet <= to ? packet : NONE;
            }
            packet = (packet | BLOCK - 1) + 1;
        }
        return NONE;
    }

    private long last(long from, long to, long loss, long flip) {
        long packet = to;
        while (packet >= from) {
            long found = (lostOf(packet >> BLOCK_SHIFT, loss) ^ flip) << (BLOCK - 1 - (packet & BLOCK - 1));
            if (found != 0) {
                packet -= Long.numberOfLeadingZeros(found);
                return packet >= from ? packet : NONE;
            }
            packet = (packet & -BLOCK) - 1;
        }
        return NONE;
    }

    /**
     * The first packet of the first run of lost packets within a range. Several watch the same stream for the same silence: what
     * has been searched is not searched again.
     *
     * @param length of the run, 1 or more; of a longer one the beginning is given
     */
    public long firstRun(long from, long to, long length, long loss) {
        Searched searched = searchedFor(length, loss);
        boolean known = from >= searched.from && from <= searched.to;
        long start = known ? Math.max(from, searched.to - length + 2) : from;
        if (start > to) {
            return NONE;
        }
        long found = searchRun(start, to, length, loss);
        searched.from = from;
        searched.to = found == NONE ? to : found + length - 2;
        return found;
    }

    private Searched searchedFor(long length, long loss) {
        for (int i = 0; i < searches.size(); i++) {
            Searched searched = searches.get(i);
            if (searched.length == length && searched.loss == loss) {
                return searched;
            }
        }
        if (searches.size() == SEARCHES_KEPT) {
            searches.remove(0);
        }
        Searched fresh = new Searched(length, loss);
        searches.add(fresh);
        return fresh;
    }

    private long searchRun(long from, long to, long length, long loss) {
        long group = Math.min(BLOCK, Long.highestOneBit((length + 1) / 2));
        long lastBlock = to >> BLOCK_SHIFT;
        long lowest = firstOf(group);
        int digits = sieveDigits(loss, group);
        int count = 1;
        for (long block = from >> BLOCK_SHIFT; block <= lastBlock; block += count) {
            count = (int) Math.min(Math.min(2 * count, MOST_SIEVED), lastBlock - block + 1);
            long[] ones = firstDigits(block, count, digits);
            for (int i = 0; i < count; i++) {
                if (groupsOfZeros(ones[i], lowest, group) != 0) {
                    long found = searchBlock(block + i, from, to, length, loss, group);
                    if (found != NONE) {
                        return found;
                    }
                }
            }
        }
        return NONE;
    }

    private long searchBlock(long block, long from, long to, long length, long loss, long group) {
        for (long groups = wholeGroups(lostOf(block, loss, group), group); groups != 0; groups &= groups - 1) {
            long begin = (block << BLOCK_SHIFT) + Long.numberOfTrailingZeros(groups);
            long found = begin < from || begin + group - 1 > to ? NONE : runAround(begin, from, to, length, loss);
            if (found != NONE) {
                return found;
            }
        }
        return NONE;
    }

    /**
     * For each of some blocks, which numbers of packets have a 1 among their first digits. Where the greatest number of a lost
     * packet begins with 0s, so do those of all packets of a run, and most blocks have no place for it.
     */
    private long[] firstDigits(long block, int blocks, int digits) {
        long[] ones = sieved.length == 0 ? new long[MOST_SIEVED] : sieved;
        sieved = ones;
        Arrays.fill(ones, 0, blocks, 0);
        for (int digit = 1; digit <= digits; digit++) {
            draws.or(ones, blocks, (block << BLOCK_SHIFT) + digit, SAME_DIGIT_OF_BLOCKS);
        }
        return ones;
    }

    /** The highest bits of groups of 0 in a word, and of some others if there are any. */
    private static long groupsOfZeros(long word, long lowest, long group) {
        // what is left of a group minus 1 has a highest bit that it had not before only if the group is 0
        return word - lowest & ~word & lowest << (group - 1);
    }

    private static long firstOf(long group) {
        return FIRST_OF_GROUPS[Long.numberOfTrailingZeros(group)];
    }

    /** So many digits that by luck one block in 64 has a group of 0s, as far as the loss begins with digits 0. */
    private static int sieveDigits(long loss, long group) {
        int groupShift = Long.numberOfTrailingZeros(group);
        int enough = (int) ((BLOCK_SHIFT + 6 - groupShift + group - 1) / group);
        int zeros = Long.numberOfLeadingZeros(loss - 1) - (Long.SIZE - DIGITS);
        return Math.min(enough, zeros);
    }

    private long runAround(long packet, long from, long to, long length, long loss) {
        long before = lastDelivered(from, packet, loss);
        long after = firstDelivered(packet, to, loss);
        long begin = before == NONE ? from : before + 1;
        return (after == NONE ? to + 1 : after) - begin >= length ? begin : NONE;
    }

    /**
     * The packets of a block that are lost; 0 if no aligned group of a size is lost as a whole. Every run of 2n - 1 packets has
     * an aligned group of n in it.
     *
     * @param group how many, a power of 2; 0 for all packets that are lost
     */
    private long lostOf(long block, long loss, long group) {
        if (loss <= 0 || loss >= ALL) {
            return loss <= 0 ? 0 : -1L;
        }
        long lost = 0;
        long undecided = -1L;
        long rest = loss;
        for (int digit = 1; undecided != 0 && rest != 0; digit++) {
            long word = draws.bits((block << BLOCK_SHIFT) + digit);
            long bit = 1L << (DIGITS - digit);
            if ((rest & bit) != 0) {
                lost |= undecided & ~word;
                undecided &= word;
                rest -= bit;
            } else {
                undecided &= ~word;
            }
            if (group > 0 && groupsOfZeros(~(lost | undecided), firstOf(group), group) == 0) {
                return 0;
            }
        }
        return lost;
    }

    /** The first packets of the aligned groups that are in a set as a whole. */
    private static long wholeGroups(long packets, long group) {
        long whole = packets;
        for (long half = 1; half < group; half *= 2) {
            whole &= whole >>> half;
        }
        return whole & firstOf(group);
    }
}
