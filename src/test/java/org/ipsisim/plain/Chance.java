package org.ipsisim.plain;

import java.util.OptionalLong;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.Luck;

/** The random numbers of one way: what is lost on it, and when data is sent (N1, N7, N11, N12). */
final class Chance {
    private final Luck beats;
    private final Draws retransmissions;
    private final Draws data;
    private final Draws dataLosses;

    /** @param way such as {@code main-a>ipsi-1a} */
    Chance(long seed, String way) {
        Draws draws = Draws.ofSeed(seed);
        beats = new Luck(seed, way);
        retransmissions = draws.named("retransmission").named(way);
        data = draws.named("data").named(way);
        dataLosses = draws.named("data-loss").named(way);
    }

    boolean losesBeat(long beat, double loss) {
        return loss > 0 && beats.loses(beat, loss);
    }

    /** Whether try number 1, 2, ... after a loss is lost, too. */
    boolean losesTry(long lossAt, long number, double loss) {
        return retransmissions.numbered(lossAt).uniform(number) < loss;
    }

    boolean losesDataAfter(long beat, double loss) {
        return dataLosses.uniform(beat) < loss;
    }

    /**
     * How many milliseconds after a beat the first message of data comes; empty if not before the next beat.
     *
     * @param rate messages a millisecond
     */
    OptionalLong dataAfter(long beat, double rate, long interval) {
        double wait = 1 + Math.floor(-StrictMath.log(1 - data.uniform(beat)) / rate);
        return wait < interval ? OptionalLong.of((long) wait) : OptionalLong.empty();
    }
}
