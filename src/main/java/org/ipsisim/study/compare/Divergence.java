package org.ipsisim.study.compare;

import java.util.List;
import org.ipsisim.history.TraceEntry;

/**
 * Where one port network begins to fare differently in two runs.
 *
 * @param at the first difference in milliseconds from the start
 * @param inB whether the entry that makes the difference is in the trace of the second run; otherwise it is in the
 *     trace of the first
 * @param chain that entry with everything that led to it, by time; the last one is the entry itself. Empty if no entry
 *     makes the difference, as when only a priority list differs, or how many calls are blocked
 */
public record Divergence(long at, boolean inB, List<TraceEntry> chain) {
    /** Keeps a copy of the chain. */
    public Divergence {
        chain = List.copyOf(chain);
    }

    /** The type of the entry that makes the difference; empty if there is none. */
    String type() {
        return chain.isEmpty() ? "" : chain.get(chain.size() - 1).what().type();
    }

    /** Whether two runs depart from a third one at the same time and in the same way. */
    boolean isLike(Divergence other) {
        return at == other.at && inB == other.inB && type().equals(other.type());
    }
}
