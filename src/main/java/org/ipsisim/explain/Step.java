package org.ipsisim.explain;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.TimerSetting;
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
        Optional<Timer> timer,
        Optional<Origin> source) {
    /** Keeps a copy of the rules. */
    public Step {
        rules = List.copyOf(rules);
    }

    /** A step that no timer governed and no event brought about. */
    static Step of(long at, Subject subject, String text, List<String> rules) {
        return new Step(0, at, subject, text, rules, Optional.empty(), Optional.empty());
    }

    /**
     * A timer that brought something about, or will.
     *
     * @param setting the setting that governs it
     * @param value its value in milliseconds when it was started
     * @param from when it began to count, in milliseconds from the start
     * @param due when it expires unless it is stopped
     * @param origin what set the value, such as {@code default, documented} or {@code scenarios/panic.yaml:29}
     */
    public record Timer(TimerSetting setting, long value, long from, long due, String origin) {}

    /**
     * What brought something about that the run itself does not explain: an event of the scenario, a setting, or chance.
     *
     * @param words what it says, such as {@code at 1m, fail wan}
     * @param place where it stands, such as {@code scenarios/wan-cut.yaml:27} or {@code --set links[0].loss=5%}; empty if in
     *     no file
     */
    public record Origin(String words, String place) {
        /** The words with the place after them. */
        public String text() {
            return place.isEmpty() ? words : words + " (" + place + ")";
        }
    }
}
