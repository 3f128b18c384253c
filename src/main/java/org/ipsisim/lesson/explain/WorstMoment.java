package org.ipsisim.lesson.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** What is explained unless the user says which port network and when. */
public final class WorstMoment {
    private static final List<Harm> WORST_FIRST = List.of(Harm.OUT, Harm.NO_CALLS, Harm.SILENT, Harm.AWAY);

    private WorstMoment() {}

    /**
     * The port network that was without service longest; of those in which none was, the one that could start no call
     * longest, then the one that was silent longest; then the lowest number.
     */
    public static int portNetwork(History history) {
        int main = history.mainCluster();
        Comparator<PnHistory> worse = Comparator.comparingLong(pn -> 0);
        for (Harm harm : WORST_FIRST) {
            worse = worse.thenComparing(pn -> harm.timeIn(pn, main, 0, history.duration()), Comparator.reverseOrder());
        }
        return history.portNetworks().stream()
                .min(worse.thenComparing(pn -> pn.portNetwork().number()))
                .orElseThrow()
                .portNetwork()
                .number();
    }

    /**
     * When its longest time without service began; of one that never was, its longest time without new calls, or of
     * silence. Empty if the main served it all the time.
     *
     * @return milliseconds from the start
     */
    public static Optional<Long> of(History history, int pn) {
        PnHistory there = history.findPortNetwork(pn).orElseThrow();
        int main = history.mainCluster();
        for (Harm harm : WORST_FIRST) {
            Optional<Harm.Stretch> longest = there.timeline().stream()
                    .filter(span -> harm.isIn(span, main))
                    .map(PnSpan::from)
                    .map(from -> harm.stretchAround(there, main, from))
                    .max(Comparator.comparingLong(Harm.Stretch::length)
                            .thenComparing(Harm.Stretch::from, Comparator.reverseOrder()));
            if (longest.isPresent()) {
                return longest.map(Harm.Stretch::from);
            }
        }
        return Optional.empty();
    }
}
