package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Words;

/** The parts of sentences about cuts that thresholds and their chances have in common. */
final class CutWords {
    static final int MOST_NAMED = 6;

    private CutWords() {}

    /** What the weakest port network takes of cuts; a loss of power is left out and named. */
    static <P extends PnCuts> String weakest(List<CutRow<P>> rows, Function<List<CutRow<P>>, String> words) {
        List<CutRow<P>> cuts =
                rows.stream().filter(row -> !row.element().takesPower()).toList();
        List<String> power = rows.stream()
                .filter(row -> row.element().takesPower())
                .map(CutRow::fault)
                .distinct()
                .toList();
        if (cuts.isEmpty() || power.isEmpty()) {
            return words.apply(rows);
        }
        return words.apply(cuts) + " This leaves out a loss of power at "
                + (power.size() > MOST_NAMED ? power.size() + " places" : NumberList.joined(power))
                + ".";
    }

    /** {@code A cut of wan or a control path}; of many, their number. */
    static <P extends PnCuts> String any(List<CutRow<P>> rows) {
        List<String> names = rows.stream().map(CutRow::one).distinct().toList();
        int last = names.size() - 1;
        return last >= MOST_NAMED
                ? "Any of " + names.size() + " cuts"
                : "A cut of " + (last == 0 ? "" : String.join(", ", names.subList(0, last)) + " or ") + names.get(last);
    }

    /** The least length of some rows; empty if none has one. */
    static <P extends PnCuts> OptionalLong least(List<CutRow<P>> rows, Function<P, OptionalLong> length) {
        return rows.stream()
                .map(row -> length.apply(row.first()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** What cuts were tried, in a sentence. */
    static String tried(CutPlan plan, String how) {
        String text = plan.scenario().provenance().file() + ": one cut at " + Words.duration(plan.at())
                + ", of every length up to " + Words.duration(plan.upTo()) + " in steps of "
                + Words.duration(plan.step()) + how;
        if (plan.leftOut() > 0) {
            text += "; " + RoundedNumbers.count(plan.leftOut(), "event") + " of the scenario left out";
        }
        return text + ".";
    }
}
