package org.ipsisim.whatif;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs of parts of an estate: the number of each port network, then the numbers of {@link PnTrial#write}. */
final class TrialsKind implements RunKind<SortedMap<Integer, PnTrial>> {
    private final List<String> names;

    /** @param names of the runs */
    TrialsKind(List<String> names) {
        this.names = names;
    }

    @Override
    public String name(int number) {
        return names.get(number);
    }

    @Override
    public long[] numbers(SortedMap<Integer, PnTrial> trials) {
        Numbers numbers = new Numbers();
        trials.forEach((pn, trial) -> {
            numbers.add(pn);
            trial.write(numbers);
        });
        return numbers.all();
    }

    @Override
    public SortedMap<Integer, PnTrial> result(long[] values) {
        Numbers numbers = new Numbers(values);
        SortedMap<Integer, PnTrial> trials = new TreeMap<>();
        while (numbers.hasNext()) {
            trials.put(numbers.nextInt(), PnTrial.read(numbers));
        }
        return trials;
    }
}
