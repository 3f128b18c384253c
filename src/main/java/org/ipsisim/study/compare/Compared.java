package org.ipsisim.study.compare;

import java.util.List;
import java.util.Optional;

/**
 * How one port network, or one population of phones, fares in two runs.
 *
 * @param <K> the type of what names it
 * @param <H> the type of its history
 * @param key its number, or its name
 * @param a in the first run; empty if only the second has it
 * @param b in the second run; empty if only the first has it
 * @param divergence the first difference; empty if there is none, or only one of the runs has it
 * @param cause what makes the first difference, if there is one
 */
public record Compared<K, H>(
        K key, Optional<H> a, Optional<H> b, Optional<Divergence> divergence, Optional<Cause> cause) {
    boolean isInBoth() {
        return a.isPresent() && b.isPresent();
    }

    /** Whether it fares differently, or only one of the runs has it. */
    public boolean differs() {
        return !isInBoth() || divergence.isPresent();
    }

    /**
     * What made the first difference.
     *
     * @param changes the values that did
     * @param alone whether each of them does it alone; otherwise it takes several of them
     */
    public record Cause(List<Change> changes, boolean alone) {
        /** Keeps a copy of the list. */
        public Cause {
            changes = List.copyOf(changes);
        }
    }
}
