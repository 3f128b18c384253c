package org.ipsisim.study.sweep;

import org.ipsisim.study.Cost;
import org.ipsisim.study.RunKind;

/** Runs whose result is what all port networks cost together. */
final class CostKind implements RunKind<Cost> {
    private final String name;

    /** @param name of what is run, which stands before its number */
    CostKind(String name) {
        this.name = name;
    }

    @Override
    public String name(int number) {
        return name + " " + number;
    }

    @Override
    public long[] numbers(Cost cost) {
        return cost.numbers();
    }

    @Override
    public Cost result(long[] numbers) {
        return Cost.of(numbers);
    }
}
