package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Words;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;

/** The sentences about a sweep that text, page and JSON share. */
public final class SweepWords {
    private static final int MOST_VALUES = 12;

    private final SweepAnswer answer;
    private final Sweep sweep;

    /** The words for the answer to a sweep. */
    public SweepWords(SweepAnswer answer) {
        this.answer = answer;
        this.sweep = answer.sweep();
    }

    /** The answer in a sentence or two. */
    public String headline() {
        if (answer.recommended().isEmpty()) {
            return "Nothing was run completely.";
        }
        int best = answer.recommended().getAsInt();
        Cost cost = sweep.costs().get(best);
        Optional<Cost> now = sweep.now();
        if (now.isPresent() && sweep.isWhole() && isNoBetter(cost, now.get())) {
            return "Change nothing: no setting that was tried is better than " + costs(now.get()) + ".";
        }
        String settings = NumberList.joined(sweep.plan().choices().settings(best));
        String text =
                (sweep.isWhole() ? "Recommended: " + settings : "Best so far: " + settings) + ": " + costs(cost) + ".";
        return now.isEmpty() ? text : text + " Unchanged: " + costs(now.get()) + ".";
    }

    private boolean isNoBetter(Cost cost, Cost now) {
        for (Objective objective : answer.preference()) {
            if (objective.of(cost) != objective.of(now)) {
                return objective.of(cost) > objective.of(now);
            }
        }
        return true;
    }

    /** {@code no call dropped, no needless failover and 4m in which nobody can dial}. */
    static String costs(Cost cost) {
        long calls = Objective.CALLS.of(cost);
        long needless = Objective.FAILOVERS.of(cost);
        long dial = Objective.SERVICE.of(cost);
        return (calls == 0 ? "no call" : RoundedNumbers.count(calls, "call")) + " dropped, "
                + (needless == 0 ? "no needless failover" : RoundedNumbers.count(needless, "needless failover"))
                + " and "
                + (dial == 0 ? "no time" : Words.duration(dial)) + " in which nobody can dial";
    }

    /** What was run. */
    public String tried() {
        int each = sweep.plan().runsOfEach();
        long choices = sweep.plan().choices().size();
        return sweep.plan().source().file() + ": " + RoundedNumbers.count(choices, "setting")
                + (each == 1 ? "" : ", each under " + each + " circumstances, added up")
                + "; " + Words.duration(sweep.scenario().duration().toMillis()) + ", seed "
                + sweep.scenario().seed() + ".";
    }

    /** What is missing; empty if nothing is. */
    public String missing() {
        return sweep.isWhole()
                ? ""
                : "Interrupted: " + sweep.costs().size() + " of "
                        + RoundedNumbers.count(sweep.plan().choices().size(), "setting") + " are done";
    }

    /** How the recommendation comes about. */
    public String why() {
        List<String> order = answer.preference().stream()
                .map(objective -> "fewest " + objective.measure().words())
                .map(text -> text.replace("fewest cannot dial", "least time in which nobody can dial"))
                .toList();
        return "Recommended: " + String.join(", then ", order) + ", then nearest to what is administered.";
    }

    /** The letter under which tables show a key. */
    public static String letter(int axis) {
        return String.valueOf((char) ('a' + axis));
    }

    /** The values of a key, the first and last ones if there are many. */
    public static String values(Axis axis) {
        List<String> values = axis.values();
        if (values.size() <= MOST_VALUES) {
            return String.join(", ", values);
        }
        return String.join(", ", values.subList(0, 3)) + ", … " + values.get(values.size() - 1) + " (" + values.size()
                + " values)";
    }

    /** The values that the keys have in a choice. */
    public List<String> valuesOf(int choice) {
        Grid grid = sweep.plan().choices();
        int[] values = grid.valuesOf(choice);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            texts.add(grid.axes().get(i).values().get(values[i]));
        }
        return texts;
    }

    /**
     * Which rows a table shows: every setting, or of more than there is room for those on the front; of settings that
     * cost the same the one that is nearest to what is administered.
     */
    public List<Integer> shown(int most) {
        int all = sweep.costs().size();
        return all <= most
                ? IntStream.range(0, all).boxed().toList()
                : front().stream().limit(most).toList();
    }

    /** The settings that nothing beats; of those that cost the same the one that is nearest to what is administered. */
    public List<Integer> front() {
        Map<List<Long>, Integer> nearest = new LinkedHashMap<>();
        for (int choice : answer.front()) {
            Cost cost = sweep.costs().get(choice);
            List<Long> objectives =
                    Arrays.stream(Objective.values()).map(o -> o.of(cost)).toList();
            nearest.merge(objectives, choice, this::nearer);
        }
        return nearest.values().stream().sorted().toList();
    }

    private int nearer(int one, int other) {
        return sweep.distances().get(other) < sweep.distances().get(one) ? other : one;
    }

    /** A mean effect as tables show it: one decimal for a count, whole seconds for a time. */
    public static String effect(Measure measure, double effect) {
        if (measure.isTime()) {
            return Words.duration(Math.round(effect / 1000) * 1000);
        }
        return String.format(Locale.ROOT, "%.1f", effect);
    }

    /** A share as tables show it: {@code 40 %}. */
    public static String share(double share) {
        return Math.round(share * 100) + " %";
    }
}
