package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ipsisim.study.NumberRow;
import org.ipsisim.study.RunKind;

/**
 * What cuts cost each port network and each population of phones: four numbers for each, the place of its
 * {@link WorstOutcome} among all, then what else it cost. There are few different ones of them, and each is kept once.
 */
final class SharedOutcomes {
    /** What the numbers are, in words. */
    static final String NUMBER_NAMES = "of each port network and population of phones: its outcome ("
            + Arrays.stream(WorstOutcome.values())
                    .map(fate -> fate.ordinal() + " " + fate.key())
                    .collect(Collectors.joining(", "))
            + "), and 1 each if a call dropped, if a request was refused, if a phone was out at the end";

    private final int subjects;
    private final Map<List<CutOutcome>, List<CutOutcome>> known = new ConcurrentHashMap<>();

    /** @param subjects how many port networks and populations there are */
    SharedOutcomes(int subjects) {
        this.subjects = subjects;
    }

    /** Runs with these results. */
    RunKind<List<CutOutcome>> kind(IntFunction<String> name) {
        return new RunKind<>(name, SharedOutcomes::write, this::read);
    }

    /** One list for all that are equal. */
    List<CutOutcome> shared(List<CutOutcome> outcomes) {
        return known.computeIfAbsent(outcomes, each -> each);
    }

    static void write(List<CutOutcome> outcomes, NumberRow row) {
        for (CutOutcome outcome : outcomes) {
            row.add(outcome.fate().ordinal());
            row.add(outcome.callsDrop());
            row.add(outcome.refused());
            row.add(outcome.endless());
        }
    }

    List<CutOutcome> read(NumberRow row) {
        List<CutOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            outcomes.add(new CutOutcome(
                    WorstOutcome.values()[row.nextInt()], row.nextFlag(), row.nextFlag(), row.nextFlag()));
        }
        return shared(List.copyOf(outcomes));
    }
}
