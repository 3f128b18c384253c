package org.ipsisim.explain;

import java.util.List;
import java.util.Optional;
import org.ipsisim.history.TraceEntry;

/**
 * What kept something from happening by a moment.
 *
 * @param reason in a clause
 * @param condition what it takes, in a sentence
 * @param rules the rules and rulings of the condition
 * @param steps what stood in its way, in the order of time
 * @param happened the entry that tells of it if it has happened after all
 */
record Obstacle(String reason, String condition, List<String> rules, List<Step> steps, Optional<TraceEntry> happened) {
    /** That it has happened. */
    static Obstacle none(TraceEntry happened, String condition, List<String> rules) {
        return new Obstacle("", condition, rules, List.of(), Optional.of(happened));
    }
}
