package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipsisim.history.Words;
import org.ipsisim.study.Share;

/** The sentences about chances that text, page and JSON share. */
public final class CutChancesWords {

    private final CutChances chances;
    private final List<CutRow<PnChances>> rows;

    /** The words for chances. */
    public CutChancesWords(CutChances chances) {
        this.chances = chances;
        this.rows = CutRow.of(chances.faults());
    }

    /** The answer in a sentence: the weakest port network counts. */
    public String headline() {
        if (chances.faults().isEmpty()) {
            return "Nothing was tried yet.";
        }
        if (rows.isEmpty()) {
            return "In none of " + chances.seeds() + " runs a cut of up to "
                    + Words.duration(chances.plan().upTo()) + " costs any port network anything.";
        }
        return CutWords.weakest(rows, this::weakest);
    }

    private String weakest(List<CutRow<PnChances>> some) {
        return CutWords.any(some) + " costs something in half of the runs" + from(some, CutChancePoint::costs)
                + ", a call" + from(some, CutChancePoint::calls) + ", and a failover"
                + from(some, CutChancePoint::failovers) + "." + free(some);
    }

    /** From which length on it happens in half of the runs. */
    private static String from(List<CutRow<PnChances>> some, Function<CutChancePoint, Share> what) {
        OptionalLong shortest = CutWords.least(some, pn -> pn.inHalfFrom(what));
        return shortest.isEmpty() ? " at no length tried" : " from " + Words.duration(shortest.getAsLong()) + " on";
    }

    /** Up to which length nothing happens in any run, or how often something happens without a cut. */
    private String free(List<CutRow<PnChances>> some) {
        long none = CutWords.least(some, pn -> pn.never(CutChancePoint::costs)).orElse(0);
        double alone = some.stream()
                .mapToDouble(row -> row.first().points().get(0).costs().seen())
                .max()
                .orElse(0);
        if (alone > 0) {
            return " The losses alone, without a cut, cost something in " + percent(alone) + " % of the runs.";
        }
        return none == 0
                ? ""
                : " Up to " + Words.duration(none) + " it costs nothing in any of " + chances.seeds() + " runs.";
    }

    /** What was tried. */
    public String tried() {
        long seed = chances.plan().scenario().seed();
        return CutWords.tried(chances.plan(), ", each with the seeds " + seed + " to " + (seed + chances.seeds() - 1));
    }

    /** What is missing of the plan; empty if nothing is. */
    public String missing() {
        return chances.isWhole()
                ? ""
                : "Interrupted: " + chances.done() + " of "
                        + chances.plan().faults().size() + " kinds of cut are done";
    }

    /** A share with its interval: {@code 40 % (31-50)}. */
    public static String shown(Share share) {
        return percent(share.seen()) + " % (" + percent(share.low()) + "-" + percent(share.high()) + ")";
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }
}
