package org.ipsisim.history;

import java.util.List;
import java.util.Optional;

/**
 * One thing that happened in a run, and what led to it.
 *
 * @param id 1, 2, 3, ... in the order of happening
 * @param at when, in milliseconds from the start
 * @param subject whom it happened to
 * @param cause the id of the entry that led to this one; 0 is the scenario
 * @param event the number of the event of the scenario that brought it about, counted from 1 in the order of
 *     {@link org.ipsisim.network.OutageDraws#eventsOf}; 0 if none did so directly
 * @param rules the rules that it follows, such as {@code R15} and {@code M7}: what is known of the product, then what the
 *     simulator decides
 * @param what what happened
 */
public record TraceEntry(int id, long at, Subject subject, int cause, int event, List<String> rules, Happening what) {
    /** The cause of what the scenario itself brings about. */
    public static final int SCENARIO = 0;

    /** Keeps a copy of the rules. */
    public TraceEntry {
        rules = List.copyOf(rules);
    }

    /** Whether nothing in the run led to it. */
    public boolean isRoot() {
        return cause == SCENARIO;
    }

    /** Whether what happened is of one of some kinds. */
    public boolean is(Class<?>... kinds) {
        for (Class<?> kind : kinds) {
            if (kind.isInstance(what)) {
                return true;
            }
        }
        return false;
    }

    /** What happened, if it is of a kind. */
    public <K> Optional<K> as(Class<K> kind) {
        return kind.isInstance(what) ? Optional.of(kind.cast(what)) : Optional.empty();
    }
}
