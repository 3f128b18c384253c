package org.ipsisim.traffic;

import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Traffic;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.RandomLength;

/**
 * The attempts to begin a call in one direction, one after the other: a Poisson process at the rate of each time (T1).
 *
 * <p>Each attempt is a pure function of the draws and its place, so what happens to one call changes no later one, and those
 * that nobody asks about are only counted ({@link #skipTo}).
 */
final class Attempts {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Draws per attempt: for its place in its leaf, its set-up and its holding time. */
    private static final int DRAWS_EACH = 3;

    /** The largest number that a draw gives. */
    private static final double LARGEST = 1 - 0x1.0p-53;

    /** Nearly all draws are below it. */
    private static final double USUAL = 1 - 0x1.0p-8;

    /** Relative error of sums of rates, amply; attempts as near as this to a time are looked at one by one. */
    private static final double ROUNDING = 1e-9;

    private final Traffic traffic;
    private final double share;
    private final UnitArrivals arrivals;
    private final RandomLength hold;
    private final double meanSetUp;
    private final long longest;
    private final long usual;

    private Rate rate;
    private long leaf = -1;
    private Draws ofLeaf;
    private double[] places = {};
    private int[] numbers = {};
    private int present;
    private long at;

    /** Quicker than {@link Math#floor}. */
    private static long floor(double number) {
        long near = (long) number;
        return near > number ? near - 1 : near;
    }

    /** A stretch of time at one rate, and how many arrivals are expected before it. */
    private final class Rate {
        private final long from;
        private final double expectedBefore;
        private final double perMilli;
        private final long until;

        Rate(long from, double expectedBefore) {
            this.from = from;
            this.expectedBefore = expectedBefore;
            perMilli = traffic.callsPerHourAt(from) * share / MILLIS_PER_HOUR;
            until = traffic.nextChangeAfter(from);
        }

        /** How many arrivals are expected before a time in it. */
        double expectedBefore(long time) {
            return expectedBefore + (time - from) * perMilli;
        }

        Rate next() {
            return new Rate(until, expectedBefore(until));
        }

        boolean isLast() {
            return until == DayProfile.NEVER;
        }

        /** When so many arrivals are expected; not before its start, even if later than its end. */
        long timeOf(double expected) {
            return perMilli == 0 ? DayProfile.NEVER : from + floor((expected - expectedBefore) / perMilli);
        }
    }

    /**
     * @param share of the traffic that goes in this direction, 0 to 1
     * @param from when to begin, in milliseconds
     */
    Attempts(Draws draws, Traffic traffic, double share, long from) {
        this.traffic = traffic;
        this.share = share;
        arrivals = new UnitArrivals(draws);
        hold = holdingTime(traffic);
        meanSetUp = traffic.setUp().toMillis();
        longest = (long) Math.ceil(RandomLength.exponential(meanSetUp, LARGEST)) + hold.millis(LARGEST) + 1;
        usual = (long) Math.ceil(RandomLength.exponential(meanSetUp, USUAL)) + hold.millis(USUAL) + 1;
        rate = new Rate(from, 0);
        ofLeaf = draws;
    }

    static RandomLength holdingTime(Traffic traffic) {
        double mean = traffic.meanHold().toMillis();
        return switch (traffic.law()) {
            case EXPONENTIAL -> RandomLength.exponential(mean);
            case LOGNORMAL -> RandomLength.lognormal(mean, traffic.variation());
        };
    }

    /**
     * When the present attempt is made, in milliseconds; {@link DayProfile#NEVER} if there are no more. It draws the first one, and
     * comes before questions about it, as many directions of a run never see a call.
     */
    long at() {
        if (leaf < 0) {
            load(0);
            findPresent();
        }
        return at;
    }

    /** How long the present attempt takes to dial and ring, in milliseconds. */
    long setUp() {
        return Math.round(
                RandomLength.exponential(meanSetUp, ofLeaf.uniform(DRAWS_EACH * (long) numbers[present] + 1)));
    }

    /** How long the call of the present attempt lasts from its answer on, in milliseconds. */
    long hold() {
        return hold.millis(ofLeaf.uniform(DRAWS_EACH * (long) numbers[present] + 2));
    }

    /** The longest possible time from an attempt to the end of its call, in milliseconds: draws have 53 digits. */
    long longest() {
        return longest;
    }

    /** The longest time from a usual attempt to the end of its call, in milliseconds. */
    long usual() {
        return usual;
    }

    /** Goes on to the next attempt. */
    void next() {
        present++;
        findPresent();
    }

    /**
     * Goes on to the first attempt that is not before a time.
     *
     * @param counts whether anybody wants to know how many attempts are skipped
     * @return how many, if so
     */
    long skipTo(long time, boolean counts) {
        long skipped = 0;
        long sure = firstLeafNotBefore(time);
        if (sure > leaf) {
            skipped = counts ? places.length - present + arrivals.count(leaf + 1, sure) : 0;
            load(sure);
            findPresent();
        }
        for (; at < time; next()) {
            skipped++;
        }
        return skipped;
    }

    /**
     * Goes on to the first attempt that is not before a time, or not a usual one.
     *
     * @return how many attempts are skipped
     */
    long skipUsual(long time) {
        long skipped = 0;
        while (at() < time && isUsual(ofLeaf, numbers[present])) {
            skipped++;
            present++;
            if (present == places.length) {
                long sure = firstLeafNotBefore(time);
                long next = leaf + 1;
                for (; next < sure && isUsual(next); next++) {
                    skipped += arrivals.count(next);
                }
                load(next);
            }
            findPresent();
        }
        return skipped;
    }

    private boolean isUsual(long wholeLeaf) {
        int count = arrivals.count(wholeLeaf);
        Draws itsDraws = arrivals.of(wholeLeaf);
        for (int number = 0; number < count; number++) {
            if (!isUsual(itsDraws, number)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a call is surely over after the usual time; quicker to say than how long it takes. */
    private static boolean isUsual(Draws itsDraws, int number) {
        return itsDraws.uniform(DRAWS_EACH * (long) number + 1) < USUAL
                && itsDraws.uniform(DRAWS_EACH * (long) number + 2) < USUAL;
    }

    /** All attempts in earlier leaves are made before the time. */
    private long firstLeafNotBefore(long time) {
        double expected = expectedBefore(time);
        return Math.max(0, floor((expected - (1 + expected) * ROUNDING) / UnitArrivals.LEAF));
    }

    private double expectedBefore(long time) {
        if (time <= rate.from) {
            return 0;
        }
        Rate last = rate;
        while (!last.isLast() && last.until <= time) {
            last = last.next();
        }
        return last.expectedBefore(time);
    }

    /** Finds the time of the present attempt, in this leaf or in the next one that has any. */
    private void findPresent() {
        while (present == places.length) {
            load(leaf + 1);
        }
        double expected = (leaf + places[present]) * UnitArrivals.LEAF;
        while (!rate.isLast() && rate.expectedBefore(rate.until) <= expected) {
            rate = rate.next();
        }
        at = rate.timeOf(expected);
    }

    /** Draws the places of the arrivals in a leaf, and sorts them. */
    private void load(long next) {
        leaf = next;
        present = 0;
        int count = arrivals.count(leaf);
        ofLeaf = arrivals.of(leaf);
        places = new double[count];
        numbers = new int[count];
        for (int i = 0; i < count; i++) {
            double place = ofLeaf.uniform((long) DRAWS_EACH * i);
            int rank = i;
            for (; rank > 0 && places[rank - 1] > place; rank--) {
                places[rank] = places[rank - 1];
                numbers[rank] = numbers[rank - 1];
            }
            places[rank] = place;
            numbers[rank] = i;
        }
    }
}
