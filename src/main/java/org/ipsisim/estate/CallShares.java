package org.ipsisim.estate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the random calls of a port network go, as shares of all calls; the rest stays within the port network.
 *
 * @param trunk over the trunks of the port network, 0 to 1
 * @param ip between shuffled IP phones, 0 to 1
 * @param others to other port networks, by number, each 0 to 1
 */
public record CallShares(double trunk, double ip, SortedMap<Integer, Double> others) {
    /** All calls stay within the port network. */
    public static final CallShares WITHIN = new CallShares(0, 0, Collections.emptySortedMap());

    /** How far a sum of shares may exceed 1: numbers such as 0.1 are rounded. */
    private static final double ROUNDING = 1e-9;

    /**
     * Keeps a copy of the map.
     *
     * @throws IllegalArgumentException if a share is not within 0 to 1, or they sum to more than 1
     */
    public CallShares {
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
        check(trunk);
        check(ip);
        others.values().forEach(CallShares::check);
        if (isTooMuch(trunk, ip, others)) {
            throw new IllegalArgumentException("the shares add up to more than 1");
        }
    }

    private static void check(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not within 0 to 1");
        }
    }

    /** Whether shares sum to more than 1. */
    public static boolean isTooMuch(double trunk, double ip, SortedMap<Integer, Double> others) {
        return sum(trunk, ip, others) > 1 + ROUNDING;
    }

    private static double sum(double trunk, double ip, SortedMap<Integer, Double> others) {
        double sum = trunk + ip;
        for (double share : others.values()) {
            sum += share;
        }
        return sum;
    }

    /** The share of calls between phones of the port network itself, 0 to 1. */
    public double within() {
        double rest = 1 - sum(trunk, ip, others);
        return rest > ROUNDING ? rest : 0;
    }
}
