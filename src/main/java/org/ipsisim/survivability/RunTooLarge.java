package org.ipsisim.survivability;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Words;

/** A scenario asks for more than one run does; the message says so to the user, and what to change. */
public final class RunTooLarge extends RuntimeException {
    private RunTooLarge(Scenario scenario, String what) {
        super(scenario.provenance().file() + ": " + what
                + "; shorten the duration, let links flap less often, "
                + (hasTraffic(scenario)
                        ? "set longer timers, or let fewer random calls come"
                        : "or set longer timers"));
    }

    private RunTooLarge(String message, RunTooLarge cause) {
        super(message, cause);
    }

    /** The same, with the settings of a study that led to it. */
    public RunTooLarge with(List<String> settings) {
        return settings.isEmpty()
                ? this
                : new RunTooLarge("with " + String.join(", ", settings) + ": " + getMessage(), this);
    }

    private static boolean hasTraffic(Scenario scenario) {
        return scenario.estate().portNetworks().stream()
                .anyMatch(pn -> pn.traffic().isPresent());
    }

    static RunTooLarge tooManyEntries(Scenario scenario, long limit, long lastAt) {
        return new RunTooLarge(
                scenario,
                "more than " + Words.grouped(limit) + " things happen in this run, the last at "
                        + Words.duration(lastAt));
    }

    static RunTooLarge tooManySteps(Scenario scenario, long limit, long at) {
        return new RunTooLarge(
                scenario,
                "this run stopped at " + Words.duration(at) + " of "
                        + Words.duration(scenario.duration().toMillis()) + ", after " + Words.grouped(limit)
                        + " steps of work, which is its limit");
    }
}
