package org.ipsisim.network;

import java.util.HashMap;
import java.util.Map;
import org.ipsisim.kernel.Draws;

/** The random numbers of one way, each put together digit by digit as N12 words it. */
public final class Luck {
    private static final int DIGITS = 53;
    private static final int COLUMN = 64;

    private final Draws draws;
    private final Map<Long, Double> numbers = new HashMap<>();

    /** @param way such as {@code main-a>ipsi-1a} */
    public Luck(long seed, String way) {
        draws = Draws.ofSeed(seed).named("loss").named(way);
    }

    /** The number u(k) of a beat, in [0, 1). */
    public double of(long beat) {
        return numbers.computeIfAbsent(beat, this::number);
    }

    private double number(long beat) {
        double number = 0;
        double weight = 1;
        for (int digit = 1; digit <= DIGITS; digit++) {
            long column = draws.bits(COLUMN * Math.floorDiv(beat, COLUMN) + digit);
            weight /= 2;
            number += (column >>> Math.floorMod(beat, COLUMN) & 1) * weight;
        }
        return number;
    }

    /** Whether a beat is lost on a way that loses this share. */
    public boolean loses(long beat, double share) {
        return of(beat) < share;
    }
}
