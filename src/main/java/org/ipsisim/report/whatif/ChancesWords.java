package org.ipsisim.report.whatif;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipsisim.history.Words;
import org.ipsisim.whatif.ChancePoint;
import org.ipsisim.whatif.Chances;
import org.ipsisim.whatif.Share;

/** The sentences about chances that text, page and JSON share. */
public final class ChancesWords {
    private static final int MOST_NAMED = 6;

    private final Chances chances;
    private final List<ChanceRow> rows;

    /** The words for chances. */
    public ChancesWords(Chances chances) {
        this.chances = chances;
        this.rows = ChanceRow.of(chances);
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
        List<String> names = rows.stream().map(ChanceRow::fault).distinct().toList();
        String what = names.size() > MOST_NAMED
                ? "any of " + names.size() + " cuts"
                : "a cut of " + ThresholdWords.alternatives(names);
        return "In none of " + chances.seeds() + " runs " + what + " costs anything" + upTo(ChancePoint::costs)
                + ", a call" + upTo(ChancePoint::calls) + ", or a failover" + upTo(ChancePoint::failovers) + ".";
    }

    private String upTo(Function<ChancePoint, Share> what) {
        OptionalLong least = rows.stream()
                .map(row -> row.chances().never(what))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
        if (least.isEmpty()) {
            return " at any length tried";
        }
        return least.getAsLong() == 0 ? " only if there is none" : " up to " + Words.duration(least.getAsLong());
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
