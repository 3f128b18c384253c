package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.document.NumberList;
import org.ipsisim.history.Words;

/** The sentences about thresholds that text, page and JSON share. */
public final class ThresholdWords {
    private static final String BY_CHANCE =
            "Heartbeats are lost by chance here, so the edges hold for this seed alone; --seeds 100 gives the"
                    + " odds.";

    private final Thresholds thresholds;
    private final List<CutRow<PnBands>> rows;

    /** The words for thresholds. */
    public ThresholdWords(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.rows = CutRow.of(thresholds.faults());
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
        return CutWords.weakest(rows, this::weakest);
    }

    private String weakest(List<CutRow<PnBands>> some) {
        return CutWords.any(some) + " costs nothing" + upTo(some, PnOutcome::isFree) + ", no call"
                + upTo(some, PnOutcome::keepsCalls) + " and no failover" + upTo(some, PnOutcome::stays) + ".";
    }

    private static String upTo(List<CutRow<PnBands>> some, Predicate<PnOutcome> outcome) {
        OptionalLong longest = CutWords.least(some, pn -> pn.longest(outcome));
        if (longest.isEmpty()) {
            return " at any length tried";
        }
        return longest.getAsLong() == 0 ? " only without a cut" : " up to " + Words.duration(longest.getAsLong());
    }

    /** What was tried. */
    public String tried() {
        CutPlan plan = thresholds.plan();
        return CutWords.tried(
                        plan,
                        ", each change then to the millisecond; seed "
                                + plan.scenario().seed())
                + (plan.isByChance() ? " " + BY_CHANCE : "");
    }

    /** What is missing of the plan; empty if nothing is. */
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
        for (FaultCuts<PnBands> fault : thresholds.faults()) {
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
        String which = parts.size() > 2 * CutWords.MOST_NAMED
                ? parts.size() + " of the cuts"
                : "Cuts of " + NumberList.joined(parts);
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
