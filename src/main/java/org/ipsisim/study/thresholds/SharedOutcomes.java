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
 * What cuts cost each port network: two numbers for each, the place of its {@link WorstOutcome} among all and whether a
 * call dropped. There are few different ones of them, and each is kept once.
 */
final class SharedOutcomes {
    /** What the numbers are, in words. */
    static final String NUMBER_NAMES = "of each port network: its outcome ("
            + Arrays.stream(WorstOutcome.values())
                    .map(fate -> fate.ordinal() + " " + fate.key())
                    .collect(Collectors.joining(", "))
            + "), and 1 if a call dropped";

    private final int portNetworks;
    private final Map<List<PnOutcome>, List<PnOutcome>> known = new ConcurrentHashMap<>();

    SharedOutcomes(CutPlan plan) {
        this.portNetworks = plan.portNetworks().size();
    }

    /** Runs with these results. */
    RunKind<List<PnOutcome>> kind(IntFunction<String> name) {
        return new RunKind<>(name, SharedOutcomes::write, this::read);
    }

    /** One list for all that are equal. */
    List<PnOutcome> shared(List<PnOutcome> outcomes) {
        return known.computeIfAbsent(outcomes, each -> each);
    }

    static void write(List<PnOutcome> outcomes, NumberRow row) {
        for (PnOutcome outcome : outcomes) {
            row.add(outcome.fate().ordinal());
            row.add(outcome.callsDrop());
        }
    }

    List<PnOutcome> read(NumberRow row) {
        List<PnOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < portNetworks; i++) {
            outcomes.add(new PnOutcome(WorstOutcome.values()[row.nextInt()], row.nextFlag()));
        }
        return shared(List.copyOf(outcomes));
    }
}
