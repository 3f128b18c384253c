package org.ipsisim.study.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.study.NumberRow;
import org.ipsisim.study.RunKind;

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
        NumberRow numbers = new NumberRow();
        trials.forEach((pn, trial) -> {
            numbers.add(pn);
            trial.write(numbers);
        });
        return numbers.all();
    }

    @Override
    public SortedMap<Integer, PnTrial> result(long[] values) {
        NumberRow numbers = new NumberRow(values);
        SortedMap<Integer, PnTrial> trials = new TreeMap<>();
        while (numbers.hasNext()) {
            trials.put(numbers.nextInt(), PnTrial.read(numbers));
        }
        return trials;
    }
}
