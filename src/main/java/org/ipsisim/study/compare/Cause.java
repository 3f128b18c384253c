package org.ipsisim.study.compare;

import java.util.List;

/**
 * What made the first difference of a port network.
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
