package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.Words;
import org.ipsisim.study.Share;

/** The sentences about chances that text, page and JSON share. */
public final class CutChancesWords {
    private static final int MOST_NAMED = 6;

    private final CutChances chances;
    private final List<CutChanceRow> rows;

    /** The words for chances. */
    public CutChancesWords(CutChances chances) {
        this.chances = chances;
        this.rows = CutChanceRow.of(chances);
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
        List<CutChanceRow> cuts = rows.stream().filter(row -> !row.takesPower()).toList();
        List<String> power =
                names(rows.stream().filter(CutChanceRow::takesPower).toList());
        if (cuts.isEmpty() || power.isEmpty()) {
            return weakest(rows);
        }
        return weakest(cuts) + " A loss of power at "
                + (power.size() > MOST_NAMED ? power.size() + " places" : NumberList.joined(power))
                + " is another matter.";
    }

    private static List<String> names(List<CutChanceRow> some) {
        return some.stream().map(CutChanceRow::fault).distinct().toList();
    }

    private String weakest(List<CutChanceRow> some) {
        List<String> names = names(some);
        String what = names.size() > MOST_NAMED
                ? "Any of " + names.size() + " cuts"
                : "A cut of " + ThresholdWords.alternatives(names);
        return what + " costs something in half of the runs" + from(some, CutChancePoint::costs) + ", a call"
                + from(some, CutChancePoint::calls) + ", and a failover" + from(some, CutChancePoint::failovers) + "."
                + free(some);
    }

    /** From which length on it happens in half of the runs. */
    private static String from(List<CutChanceRow> some, Function<CutChancePoint, Share> what) {
        OptionalLong shortest = least(some, chances -> chances.inHalfFrom(what));
        return shortest.isEmpty() ? " at no length tried" : " from " + Words.duration(shortest.getAsLong()) + " on";
    }

    /** Up to which length nothing happens in any run, or how often something happens without a cut. */
    private String free(List<CutChanceRow> some) {
        long none = least(some, chances -> chances.never(CutChancePoint::costs)).orElse(0);
        double alone = some.stream()
                .mapToDouble(row -> row.chances().points().get(0).costs().seen())
                .max()
                .orElse(0);
        if (alone > 0) {
            return " The losses alone, without a cut, cost something in " + percent(alone) + " % of the runs.";
        }
        return none == 0
                ? ""
                : " Up to " + Words.duration(none) + " it costs nothing in any of " + chances.seeds() + " runs.";
    }

    private static OptionalLong least(List<CutChanceRow> some, Function<PnChances, OptionalLong> length) {
        return some.stream()
                .map(row -> length.apply(row.chances()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** What was tried. */
    public String tried() {
        long seed = chances.plan().scenario().seed();
        return ThresholdWords.tried(
                chances.plan(), ", each with the seeds " + seed + " to " + (seed + chances.seeds() - 1));
    }

    /** What of the plan is missing; empty if nothing is. */
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
