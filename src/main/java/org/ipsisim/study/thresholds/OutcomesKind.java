package org.ipsisim.study.thresholds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.WorstOutcome;

/**
 * Runs whose result is what a cut cost each port network: two numbers for each, the place of its {@link WorstOutcome} among all and
 * whether a call dropped.
 */
final class OutcomesKind implements RunKind<List<PnOutcome>> {
    /** What the numbers are, in words. */
    static final String NUMBER_NAMES = "of each port network: its outcome ("
            + Arrays.stream(WorstOutcome.values())
                    .map(fate -> fate.ordinal() + " " + fate.key())
                    .collect(Collectors.joining(", "))
            + "), and 1 if a call dropped";

    private final int portNetworks;
    private final IntFunction<String> name;
    private final Map<List<PnOutcome>, List<PnOutcome>> kinds = new ConcurrentHashMap<>();

    OutcomesKind(CutPlan plan, IntFunction<String> name) {
        this.portNetworks = plan.portNetworks().size();
        this.name = name;
    }

    /** One list for all that are equal, for there are few kinds of them. */
    List<PnOutcome> shared(List<PnOutcome> outcomes) {
        return kinds.computeIfAbsent(outcomes, kind -> kind);
    }

    @Override
    public String name(int number) {
        return name.apply(number);
    }

    @Override
    public long[] numbers(List<PnOutcome> outcomes) {
        long[] numbers = new long[2 * outcomes.size()];
        for (int i = 0; i < outcomes.size(); i++) {
            numbers[2 * i] = outcomes.get(i).fate().ordinal();
            numbers[2 * i + 1] = outcomes.get(i).callsDrop() ? 1 : 0;
        }
        return numbers;
    }

    @Override
    public List<PnOutcome> result(long[] numbers) {
        if (numbers.length != 2 * portNetworks) {
            throw new IllegalArgumentException(numbers.length + " numbers");
        }
        List<PnOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < portNetworks; i++) {
            outcomes.add(
                    new PnOutcome(WorstOutcome.values()[Math.toIntExact(numbers[2 * i])], numbers[2 * i + 1] != 0));
        }
        return shared(List.copyOf(outcomes));
    }
}
