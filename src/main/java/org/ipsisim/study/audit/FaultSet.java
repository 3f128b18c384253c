package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.study.Fault;

/**
 * Faults that begin at one instant and end at one instant.
 *
 * @param faults one or more, in the order of {@link Fault#all}
 */
public record FaultSet(List<Fault> faults) {
    /** Keeps a copy of the faults. */
    public FaultSet {
        faults = List.copyOf(faults);
    }

    /** Every fault alone; then, if wanted, every pair. */
    static List<FaultSet> of(List<Fault> elements, int most) {
        List<FaultSet> sets = new ArrayList<>();
        elements.forEach(element -> sets.add(new FaultSet(List.of(element))));
        if (most == 2) {
            for (int i = 0; i < elements.size(); i++) {
                for (int j = i + 1; j < elements.size(); j++) {
                    sets.add(new FaultSet(List.of(elements.get(i), elements.get(j))));
                }
            }
        }
        return sets;
    }

    /** How many faults. */
    public int size() {
        return faults.size();
    }

    /** Their names, such as {@code wan + ipsi-1a}. */
    public String name() {
        return faults.stream().map(Fault::name).collect(Collectors.joining(" + "));
    }
}
