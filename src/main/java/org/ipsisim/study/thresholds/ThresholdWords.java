package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Words;

/** The sentences about thresholds that text, page and JSON share. */
public final class ThresholdWords {
    private static final int MOST_NAMED = 6;
    private static final String BY_CHANCE =
            "Heartbeats are lost by chance here, so that the edges are those of this seed alone; --seeds 100 gives"
                    + " the odds.";

    private final Thresholds thresholds;
    private final List<ThresholdRow> rows;

    /** The words for thresholds. */
    public ThresholdWords(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.rows = ThresholdRow.of(thresholds);
    }

    /** The answer in a sentence or two: the weakest port network counts. */
    public String headline() {
        String longest = Words.duration(thresholds.plan().upTo());
        if (thresholds.faults().isEmpty()) {
            return "Nothing was tried yet.";
        }
        if (rows.isEmpty()) {
            return "No cut of up to " + longest + " costs any port network anything.";
        }
        List<ThresholdRow> cuts =
                rows.stream().filter(row -> !row.element().takesPower()).toList();
        if (cuts.isEmpty()) {
            return weakest(rows);
        }
        List<String> power = rows.stream()
                .filter(row -> row.element().takesPower())
                .map(ThresholdRow::fault)
                .distinct()
                .toList();
        String more = power.isEmpty()
                ? ""
                : " A loss of power at "
                        + (power.size() > MOST_NAMED ? power.size() + " places" : NumberList.joined(power))
                        + " is another matter.";
        return weakest(cuts) + more;
    }

    private String weakest(List<ThresholdRow> some) {
        List<String> names = some.stream().map(ThresholdRow::fault).distinct().toList();
        String what = names.size() == 1
                ? "A cut of " + names.get(0).replace("own control path", "a control path")
                : names.size() <= MOST_NAMED ? "A cut of " + alternatives(names) : "Any of " + names.size() + " cuts";
        OptionalLong free = least(some, PnOutcome::isFree);
        OptionalLong calls = least(some, PnOutcome::keepsCalls);
        OptionalLong stay = least(some, PnOutcome::stays);
        List<String> parts = new ArrayList<>();
        parts.add("costs nothing" + upTo(free));
        parts.add("no call" + upTo(calls));
        parts.add("no failover" + upTo(stay));
        return what + " " + NumberList.joined(parts) + ".";
    }

    static String alternatives(List<String> names) {
        List<String> but = names.stream()
                .map(name -> name.replace("own control path", "a control path"))
                .toList();
        return but.size() == 1
                ? but.get(0)
                : String.join(", ", but.subList(0, but.size() - 1)) + " or " + but.get(but.size() - 1);
    }

    private String upTo(OptionalLong longest) {
        if (longest.isEmpty()) {
            return " at any length tried";
        }
        return longest.getAsLong() == 0 ? " only if there is none" : " up to " + Words.duration(longest.getAsLong());
    }

    private static OptionalLong least(List<ThresholdRow> some, Predicate<PnOutcome> outcome) {
        return some.stream()
                .map(row -> row.bands().longest(outcome))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** What was tried. */
    public String tried() {
        CutPlan plan = thresholds.plan();
        return tried(
                        plan,
                        ", each change then to the millisecond; seed "
                                + plan.scenario().seed())
                + (plan.isByChance() ? " " + BY_CHANCE : "");
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

    /** What of the plan is missing; empty if nothing is. */
    public String missing() {
        if (thresholds.isWhole()) {
            return "";
        }
        int all = thresholds.plan().faults().size();
        return thresholds.done() < all
                ? "Interrupted: " + thresholds.done() + " of " + all + " kinds of cut are done, their edges"
                        + " to one step"
                : "Interrupted: some edges are known to one step only";
    }

    /** Which cuts cost nothing at all at any length; empty if all cost something. */
    public String untouched() {
        List<String> parts = new ArrayList<>();
        for (FaultBands fault : thresholds.faults()) {
            List<Integer> free = fault.portNetworks().stream()
                    .filter(PnBands::isUntouched)
                    .map(PnBands::number)
                    .toList();
            if (free.size() == fault.portNetworks().size()) {
                parts.add(fault.fault().name());
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        String which =
                parts.size() > 2 * MOST_NAMED ? parts.size() + " of the cuts" : "Cuts of " + NumberList.joined(parts);
        return Character.toUpperCase(which.charAt(0)) + which.substring(1) + " cost no port network anything.";
    }

    /** A length in a table: {@code 14s}; {@code > 15m} if no cut that was tried was too long. */
    public String shown(PnBands bands, Predicate<PnOutcome> outcome) {
        OptionalLong longest = bands.longest(outcome);
        if (longest.isEmpty()) {
            return "> " + Words.duration(bands.upTo());
        }
        return Words.duration(longest.getAsLong()) + (bands.comesBack(outcome) ? " *" : "");
    }

    /** An outcome in words: {@code cold reset, calls drop}. */
    public static String shown(PnOutcome outcome) {
        String fate = outcome.fate().key().replace('-', ' ');
        return outcome.callsDrop() ? fate + ", calls drop" : fate;
    }
}
