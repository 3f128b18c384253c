package org.ipsisim.cli;

import java.time.Duration;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ClockForms;
import org.ipsisim.scenario.DurationText;

/**
 * A moment of a run as the command line gives it: a time from the start, or what the customer's clock shows.
 *
 * @param text such as {@code 8m12s} or {@code 14:31}
 */
record RunTime(String text) {
    /** Reads one. */
    static RunTime read(String text) {
        if (DurationText.parseShown(text).isEmpty() && !ClockForms.isClockTime(text)) {
            Option.read(text, "a time such as 90s or 8m12s");
        }
        return new RunTime(text);
    }

    /** How long after the start of a scenario it is. */
    Duration in(Scenario scenario, Option<RunTime> option, Line line) {
        Optional<Duration> relative = DurationText.parseShown(text);
        if (relative.isPresent()) {
            return relative.get();
        }
        return scenario.clock()
                .map(clock -> ClockForms.find(text, clock)
                        .orElseThrow(() -> line.wrong(option + ": the clock of the run never shows " + text)))
                .orElseThrow(() -> line.wrong(option + ": " + text + " is a time of day, and "
                        + scenario.provenance().file() + " has no `start`"));
    }
}
