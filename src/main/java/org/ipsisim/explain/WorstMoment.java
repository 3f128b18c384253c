package org.ipsisim.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** What is explained unless the user says which port network and when. */
public final class WorstMoment {
    private static final List<Harm> WORST_FIRST =
            List.of(Harm.OUT, Harm.NO_CALLS, Harm.SILENT, Harm.AWAY, Harm.WAITING);

    private WorstMoment() {}

    /**
     * The port network that was without service longest; of those in which none was, the one that could start no call
     * longest, then the one that was silent longest; then the lowest number.
     */
    public static int portNetwork(History history) {
        Comparator<PnHistory> worse = Comparator.comparingLong(pn -> 0);
        for (Harm harm : WORST_FIRST) {
            worse = worse.thenComparing(pn -> harm.timesIn(history, pn).total(), Comparator.reverseOrder());
        }
        return history.portNetworks().stream()
                .min(worse.thenComparing(pn -> pn.portNetwork().number()))
                .orElseThrow()
                .portNetwork()
                .number();
    }

    /**
     * When its longest time without service began; of one that never was, its longest time without new calls, of silence,
     * under a core, or of an interchange of the main servers. Empty if there was nothing of the kind.
     *
     * @return milliseconds from the start
     */
    public static Optional<Long> of(History history, int pn) {
        PnHistory there = history.findPortNetwork(pn).orElseThrow();
        for (Harm harm : WORST_FIRST) {
            Optional<HarmTimes.Stretch> longest = harm.timesIn(history, there).stretches().stream()
                    .max(Comparator.comparingLong(HarmTimes.Stretch::length)
                            .thenComparing(HarmTimes.Stretch::from, Comparator.reverseOrder()));
            if (longest.isPresent()) {
                return longest.map(HarmTimes.Stretch::from);
            }
        }
        return Optional.empty();
    }
}
