package org.ipsisim.explain;

import java.util.List;
import java.util.Optional;
import org.ipsisim.history.Subject;

/**
 * One step on the way to a state.
 *
 * @param entry the id of the trace entry that tells of it; 0 if it sums up several, or is a fact that no entry tells
 * @param at milliseconds from the start
 * @param subject whom it happened to
 * @param text what happened, in a clause without the subject
 * @param rules the rules and rulings that it follows, such as {@code R15} and {@code M7}
 * @param timer the timer that governed it, if one did
 * @param source what stands in the scenario about it, if something does
 */
public record Step(
        int entry,
        long at,
        Subject subject,
        String text,
        List<String> rules,
        Optional<GoverningTimer> timer,
        Optional<Origin> source) {
    /** Keeps a copy of the rules. */
    public Step {
        rules = List.copyOf(rules);
    }

    /** A step that no timer governed and no event brought about. */
    static Step of(long at, Subject subject, String text, List<String> rules) {
        return new Step(0, at, subject, text, rules, Optional.empty(), Optional.empty());
    }
}
